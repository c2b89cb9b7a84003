import { migration } from '../../foundation/index.ts'

export const heatMigrations = [
  migration(
    'conversation-heat-001-thermometer',
    `create table thread_heat (
      community_id uuid not null, post_id uuid not null, likelihood real not null, since timestamptz not null, at timestamptz not null,
      primary key (community_id, post_id))`,
    'create index thread_heat_latest on thread_heat (community_id, at desc)',
    `create table slow_modes (
      community_id uuid not null, id uuid not null, post_id uuid not null, proposed_by uuid not null, by_steward boolean not null,
      proposed_at timestamptz not null, begun_at timestamptz, ends_at timestamptz not null, ended_at timestamptz,
      primary key (community_id, id))`,
    'create unique index slow_modes_one on slow_modes (community_id, post_id) where ended_at is null',
    `create table slow_mode_answers (
      community_id uuid not null, slow_mode_id uuid not null, member_id uuid not null, agreed boolean,
      primary key (community_id, slow_mode_id, member_id))`,
  ),
]

import { migration } from '../foundation/index.ts'

export const experimentMigrations = [
  migration(
    'experiments-001-experiments',
    `create table experiments (
      community_id uuid not null, id uuid not null, kind text not null, started_by uuid not null,
      started_at timestamptz not null, ends_at timestamptz not null, held_out double precision not null,
      reach integer not null, stopped_at timestamptz, result jsonb,
      left_usual integer not null default 0, left_held_out integer not null default 0,
      primary key (community_id, id))`,
    `create table experiment_exposures (
      community_id uuid not null, experiment_id uuid not null, member_id uuid not null, held_out boolean not null,
      exposed_at timestamptz not null, entry_id uuid, heeded boolean, entry_changed boolean not null default false,
      outcomes jsonb,
      primary key (community_id, experiment_id, member_id))`,
    'create index experiment_exposures_by_entry on experiment_exposures (community_id, entry_id) where entry_id is not null',
    'create index experiment_exposures_open on experiment_exposures (community_id, exposed_at) where outcomes is null',
    `create table experiment_leavers (
      community_id uuid not null, member_id uuid not null, left_at timestamptz not null,
      primary key (community_id, member_id))`,
  ),
]

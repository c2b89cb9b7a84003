import { migration } from '../foundation/index.ts'

export const attentionMigrations = [
  migration(
    'attention-001-budget',
    `create table attention_uses (
      community_id uuid not null, member_id uuid not null, id uuid not null, kind text not null,
      asked_at timestamptz not null, outcome text, free boolean not null,
      primary key (community_id, member_id, id))`,
    'create index attention_uses_by_time on attention_uses (community_id, asked_at)',
    `create table attention_quiet (
      community_id uuid not null, member_id uuid not null, since timestamptz not null,
      primary key (community_id, member_id))`,
    `create table attention_off (
      community_id uuid not null, member_id uuid not null, kind text not null,
      primary key (community_id, member_id, kind))`,
  ),
  migration(
    'attention-002-kept-still',
    'alter table attention_uses add column kept_still boolean not null default false',
  ),
  migration(
    'attention-003-once-about-each',
    `create table attention_subjects (
      community_id uuid not null, member_id uuid not null, kind text not null, subject_id uuid not null,
      at timestamptz not null, ended boolean not null,
      primary key (community_id, member_id, kind, subject_id))`,
  ),
  migration(
    'attention-004-one-table-of-choices',
    `insert into attention_off (community_id, member_id, kind)
      select community_id, member_id, '*' from attention_quiet on conflict do nothing`,
    'drop table attention_quiet',
  ),
]

import { migration } from '../../foundation/index.ts'

export const feedbackMigrations = [
  migration(
    'team-001-feedback',
    `create table feedback_asks (
      community_id uuid not null, id uuid not null, asker_id uuid not null, about text not null, asked_ids uuid[] not null,
      space_id uuid, created_at timestamptz not null, until timestamptz not null, closed_at timestamptz,
      primary key (community_id, id))`,
    'create index feedback_asks_by_asker on feedback_asks (community_id, asker_id, id desc)',
    `create table feedback_invited (
      community_id uuid not null, ask_id uuid not null, member_id uuid not null,
      primary key (community_id, ask_id, member_id))`,
    'create index feedback_invited_by_member on feedback_invited (community_id, member_id, ask_id desc)',
    `create table feedback_answers (
      community_id uuid not null, id uuid not null, ask_id uuid not null, writer_id uuid not null, helped text not null,
      seen text not null, effect text not null, wish text not null, created_at timestamptz not null,
      primary key (community_id, ask_id, writer_id))`,
    'create index feedback_answers_by_writer on feedback_answers (community_id, writer_id)',
  ),
  migration(
    'team-002-hidden',
    'alter table feedback_answers add column hidden_at timestamptz',
    'create unique index feedback_answers_by_id on feedback_answers (community_id, id)',
  ),
]

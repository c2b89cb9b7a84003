import { migration } from '../foundation/index.ts'
import { valueMigrations } from './values/migrations.ts'

export const thanksMigrations = [
  migration(
    'thanks-001-thanks',
    `create table thanks (
      community_id uuid not null, id uuid not null, giver_id uuid not null, receiver_id uuid not null,
      post_id uuid not null, reply_id uuid, words text not null default '', showing text not null,
      created_at timestamptz not null, taken_back_at timestamptz,
      primary key (community_id, id), check (giver_id <> receiver_id))`,
    'create index thanks_by_post on thanks (community_id, post_id, id) where taken_back_at is null',
    'create index thanks_by_receiver on thanks (community_id, receiver_id, id desc) where taken_back_at is null',
    'create index thanks_by_giver on thanks (community_id, giver_id, id desc) where taken_back_at is null',
    `create table thanks_choices (community_id uuid not null, member_id uuid not null, showing text not null, primary key (community_id, member_id))`,
  ),
  migration(
    'thanks-002-gifts',
    `alter table thanks alter column receiver_id drop not null, alter column post_id drop not null,
      add column kind text not null default 'thanks', add column passage text not null default '', add column for_name text,
      add column shown_at timestamptz, add column reach text not null default 'reached', add column put_away_at timestamptz,
      add column answered_at timestamptz`,
    "update thanks set shown_at = created_at where showing = 'shown'",
    `create index thanks_shown on thanks (community_id, shown_at desc, id desc)
      where shown_at is not null and taken_back_at is null and put_away_at is null`,
    "create index thanks_waiting on thanks (community_id, receiver_id, id desc) where reach = 'waits' and taken_back_at is null",
    "alter table thanks_choices alter column showing set default 'ask', add column hug text not null default 'hug'",
  ),
  migration(
    'thanks-003-told',
    // What says something, and reached whom it was for: the ripple reads the newest of it, however much else there is.
    `create index thanks_told on thanks (community_id, receiver_id, id desc)
      where words <> '' and reach = 'reached' and taken_back_at is null and put_away_at is null`,
  ),
  ...valueMigrations,
  migration('thanks-004-hidden', 'alter table thanks add column hidden_at timestamptz'),
  migration(
    'thanks-005-letters',
    'create table keepsake_letters (community_id uuid not null, member_id uuid not null, told_at timestamptz not null, primary key (community_id, member_id))',
  ),
]

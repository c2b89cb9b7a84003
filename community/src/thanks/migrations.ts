import { migration } from '../foundation/index.ts'

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
]

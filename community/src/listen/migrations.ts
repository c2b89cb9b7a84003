import { migration } from '../foundation/index.ts'

export const listenMigrations = [
  migration(
    'listen-001-hearings-and-matters',
    `create table hearings (
      community_id uuid not null, id uuid not null, post_id uuid not null, reply_id uuid, entry_id uuid not null,
      listener_id uuid not null, author_id uuid not null, words text not null, answer text, adds text not null default '',
      said_at timestamptz not null, removed_at timestamptz,
      primary key (community_id, entry_id, listener_id), check (listener_id <> author_id))`,
    'create unique index hearings_by_id on hearings (community_id, id)',
    'create index hearings_by_post on hearings (community_id, post_id, id)',
    'create index hearings_by_listener on hearings (community_id, listener_id)',
    'create index hearings_by_author on hearings (community_id, author_id)',
    `create table matters (
      community_id uuid not null, post_id uuid not null, member_id uuid not null, words text not null,
      said_at timestamptz not null,
      primary key (community_id, post_id, member_id))`,
    'create index matters_by_member on matters (community_id, member_id)',
    // What two people wrote in one thread is found without reading the thread.
    'create index replies_of_writer on replies (community_id, post_id, author_id, id desc)',
  ),
  migration('listen-002-hidden', 'alter table hearings add column hidden_at timestamptz'),
]

import { migration } from '../foundation/index.ts'

export const messageMigrations = [
  migration(
    'messages-001-messages',
    `create table message_conversations (
      community_id uuid not null, id uuid not null, low_id uuid not null, high_id uuid not null, state text not null,
      asked_by uuid, asked_at timestamptz, rested_at timestamptz,
      primary key (community_id, id), check (low_id < high_id))`,
    'create unique index message_conversations_pair on message_conversations (community_id, low_id, high_id)',
    `create table messages (
      community_id uuid not null, conversation_id uuid not null, id uuid not null, author_id uuid not null,
      reason text not null default '', body text not null, html text not null, language text not null default 'en',
      about_id uuid, created_at timestamptz not null,
      primary key (community_id, conversation_id, id))`,
    `create table message_sides (
      community_id uuid not null, member_id uuid not null, conversation_id uuid not null, other_id uuid not null,
      last_id uuid not null, theirs_id uuid, read_id uuid, tell_at timestamptz,
      primary key (community_id, member_id, conversation_id))`,
    'create index message_sides_latest on message_sides (community_id, member_id, last_id desc)',
    'create index message_sides_waiting on message_sides (community_id, tell_at) where tell_at is not null',
    `create table message_openings (
      community_id uuid not null, entry_id uuid not null, member_id uuid not null, id uuid not null, post_id uuid not null,
      reply_id uuid, author_id uuid not null, created_at timestamptz not null, put_away_at timestamptz, tell_at timestamptz,
      primary key (community_id, entry_id, member_id))`,
    'create unique index message_openings_id on message_openings (community_id, id)',
    'create index message_openings_by_post on message_openings (community_id, post_id)',
    'create index message_openings_waiting on message_openings (community_id, tell_at) where tell_at is not null',
    `create table message_settings (
      community_id uuid not null, member_id uuid not null, takes text not null default 'requests', quiet_from smallint, quiet_until smallint,
      primary key (community_id, member_id))`,
  ),
  migration(
    'messages-002-hidden',
    'alter table messages add column hidden_at timestamptz',
    // As text, so that paging, which runs along ids within one conversation, never takes it for its own.
    'create unique index messages_by_id on messages (community_id, (id::text))',
  ),
]

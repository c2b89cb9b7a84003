import { migration } from '../foundation/index.ts'

export const noticeMigrations = [
  migration(
    'notices-001-notices',
    `create table notices (
      community_id uuid not null,
      member_id uuid not null,
      id uuid not null,
      kind text not null,
      event_id uuid not null,
      post_id uuid, reply_id uuid, space_id uuid, subject_id uuid,
      together text not null,
      once text not null,
      created_at timestamptz not null,
      read_at timestamptz,
      mailed_at timestamptz,
      primary key (community_id, member_id, id))`,
    'create unique index notices_once on notices (community_id, member_id, once)',
    'create index notices_unread on notices (community_id, member_id, id) where read_at is null',
    'create index notices_unmailed on notices (community_id, kind, member_id) where read_at is null and mailed_at is null',
    `create table notice_choices (
      community_id uuid not null, member_id uuid not null, kind text not null, channel text not null,
      primary key (community_id, member_id, kind))`,
    `create table notice_settings (
      community_id uuid not null, member_id uuid not null, digest text not null, digest_at timestamptz,
      primary key (community_id, member_id))`,
    `create table notice_letters (
      community_id uuid not null, member_id uuid not null, id uuid not null, sort text not null, together text,
      awaited boolean not null default false, sent_at timestamptz not null,
      primary key (community_id, member_id, id))`,
  ),
]

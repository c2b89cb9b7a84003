import { migration } from '../../foundation/index.ts'

export const spotlightMigrations = [
  migration(
    'shine-spotlights-001',
    `create table spotlight_words (
      community_id uuid not null, id uuid not null, about_id uuid not null, writer_id uuid not null, words text not null,
      written_at timestamptz not null, delivered_at timestamptz, spotlight_id uuid, hidden boolean not null default false,
      reported_at timestamptz,
      primary key (community_id, id), check (about_id <> writer_id))`,
    // One waits at a time for each pair; writing again changes it.
    `create unique index spotlight_words_waiting on spotlight_words (community_id, about_id, writer_id)
      where delivered_at is null`,
    'create index spotlight_words_about on spotlight_words (community_id, about_id, id desc)',
    'create index spotlight_words_writer on spotlight_words (community_id, writer_id)',
    'create index spotlight_words_of on spotlight_words (community_id, spotlight_id) where spotlight_id is not null',
    'create index spotlight_words_reported on spotlight_words (community_id, reported_at) where reported_at is not null',
    `create table spotlights (
      community_id uuid not null, id uuid not null, member_id uuid not null, season text not null,
      asked_at timestamptz not null, answer text, shown_from timestamptz, shown_until timestamptz,
      shown_words uuid[] not null default '{}',
      primary key (community_id, id))`,
    'create unique index spotlights_season on spotlights (community_id, member_id, season)',
    'create index spotlights_shown on spotlights (community_id, shown_until) where shown_until is not null',
    `create table spotlight_hosts (
      community_id uuid not null, month text not null, member_id uuid not null,
      primary key (community_id, month))`,
    `create table spotlight_draws (
      community_id uuid not null, round text not null, host_id uuid not null, member_ids uuid[] not null, asked_id uuid,
      primary key (community_id, round))`,
    `create table spotlight_choices (
      community_id uuid not null, member_id uuid not null, asks boolean not null, written boolean not null,
      primary key (community_id, member_id))`,
  ),
  migration('shine-spotlights-002-out', 'alter table spotlight_words add column taken_out_at timestamptz'),
]

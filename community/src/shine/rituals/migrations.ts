import { migration } from '../../foundation/index.ts'

export const ritualMigrations = [
  migration(
    'shine-rituals-001-rituals',
    `create table rituals (
      community_id uuid not null, id uuid not null, space_id uuid not null, kind text not null, name text not null, asks text not null,
      rule text not null, hour smallint not null, open_days smallint not null, invited uuid[] not null default '{}',
      keeper_id uuid not null, next_at timestamptz not null, resting_at timestamptz, quiet smallint not null default 0,
      asked_keeper_at timestamptz, created_at timestamptz not null,
      primary key (community_id, id))`,
    'create index rituals_by_space on rituals (community_id, space_id)',
    `create table ritual_hosts (
      community_id uuid not null, ritual_id uuid not null, member_id uuid not null, said_at timestamptz not null, hosted_at timestamptz,
      primary key (community_id, ritual_id, member_id))`,
    `create table ritual_occasions (
      community_id uuid not null, id uuid not null, ritual_id uuid not null, space_id uuid not null, state text not null,
      due_at timestamptz not null, host_id uuid, asked_at timestamptz not null, reminded_at timestamptz, declined uuid[] not null default '{}',
      first_words text, post_id uuid, opened_at timestamptz, closes_at timestamptz, closed_at timestamptz,
      primary key (community_id, id))`,
    // Two servers cannot plan the same twice, nor open two in one space.
    `create unique index ritual_occasions_current on ritual_occasions (community_id, ritual_id) where state in ('waiting', 'open')`,
    `create unique index ritual_occasions_open on ritual_occasions (community_id, space_id) where state = 'open'`,
    'create index ritual_occasions_lately on ritual_occasions (community_id, ritual_id, opened_at desc)',
    `create index ritual_occasions_gathered on ritual_occasions (community_id, closed_at desc) where state = 'gathered'`,
    'create index ritual_occasions_by_post on ritual_occasions (community_id, post_id) where post_id is not null',
    `create table ritual_turns (
      community_id uuid not null, occasion_id uuid not null, member_id uuid not null, turn text not null,
      primary key (community_id, occasion_id, member_id))`,
    `create table ritual_reads (
      community_id uuid not null, occasion_id uuid not null, member_id uuid not null, read_at timestamptz not null,
      primary key (community_id, occasion_id, member_id))`,
    `create table ritual_agreed (
      community_id uuid not null, entry_id uuid not null, post_id uuid not null, member_id uuid not null, agreed_at timestamptz not null,
      primary key (community_id, entry_id))`,
    'create index ritual_agreed_by_post on ritual_agreed (community_id, post_id, entry_id desc)',
  ),
]

import { migration } from '../../foundation/index.ts'

export const celebrationMigrations = [
  migration(
    'shine-celebrations-001',
    `create table celebrations (
      community_id uuid not null, id uuid not null, space_id uuid not null, opener_id uuid not null, kind text not null,
      title text not null, reached text not null, words text not null, opened_at timestamptz not null, rests_at timestamptz not null,
      primary key (community_id, id))`,
    'create index celebrations_space on celebrations (community_id, space_id, id desc)',
    'create index celebrations_opener on celebrations (community_id, opener_id, opened_at)',
    `create table celebration_people (
      community_id uuid not null, celebration_id uuid not null, member_id uuid not null, asked_at timestamptz not null, answer text,
      primary key (community_id, celebration_id, member_id))`,
    'create index celebration_people_member on celebration_people (community_id, member_id)',
    `create table celebration_lines (
      community_id uuid not null, celebration_id uuid not null, member_id uuid not null, id uuid not null, words text not null,
      written_at timestamptz not null,
      primary key (community_id, celebration_id, member_id))`,
    'create index celebration_lines_latest on celebration_lines (community_id, celebration_id, id desc)',
    'create index celebration_lines_member on celebration_lines (community_id, member_id)',
    `create table celebration_reports (
      community_id uuid not null, celebration_id uuid not null, writer_id uuid not null, reporter_id uuid not null,
      reported_at timestamptz not null,
      primary key (community_id, celebration_id, writer_id, reporter_id))`,
    `create table celebration_spaces (
      community_id uuid not null, space_id uuid not null, opens boolean not null, offers boolean not null,
      primary key (community_id, space_id))`,
  ),
]

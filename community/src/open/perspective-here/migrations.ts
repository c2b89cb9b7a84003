import { migration } from '../../foundation/index.ts'

export const perspectiveMigrations = [
  migration(
    'open-002-perspective',
    `create table perspective_settings (
      community_id uuid not null,
      door text not null,
      per_minute integer not null,
      reader text not null,
      keep_suggestions boolean not null,
      primary key (community_id))`,
    `create table perspective_keys (
      community_id uuid not null,
      id uuid not null,
      name text not null,
      hash text not null,
      per_minute integer,
      created_at timestamptz not null,
      primary key (community_id, id))`,
    'create unique index perspective_keys_hash on perspective_keys (community_id, hash)',
    `create table perspective_suggestions (
      community_id uuid not null,
      id uuid not null,
      text text not null,
      scores jsonb not null,
      languages text[] not null,
      created_at timestamptz not null,
      primary key (community_id, id))`,
  ),
]

import { migration } from '../foundation/index.ts'

export const memberMigrations = [
  migration(
    'members-001-members',
    `create table members (
      community_id uuid not null,
      id uuid not null,
      account_id uuid,
      name text not null,
      handle text not null,
      role text not null default 'member',
      status text not null default 'active',
      pronouns text,
      bio text not null default '',
      time_zone text,
      languages text[] not null default '{}',
      under_18 boolean not null default false,
      picture_id uuid,
      joined_at timestamptz not null,
      guidelines_agreed_at timestamptz,
      primary key (community_id, id))`,
    'create unique index members_handle on members (community_id, handle)',
    'create unique index members_account on members (community_id, account_id) where account_id is not null',
    `create index members_name on members (community_id, lower(name) text_pattern_ops)`,
  ),
]

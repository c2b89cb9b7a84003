import { migration } from '../foundation/index.ts'

export const spaceMigrations = [
  migration(
    'spaces-001-spaces',
    `create table spaces (
      community_id uuid not null,
      id uuid not null,
      slug text not null,
      name text not null,
      kind text not null,
      visibility text not null,
      posting_by text not null default 'members',
      description text not null default '',
      norms text[] not null default '{}',
      position integer not null default 0,
      archived_at timestamptz,
      created_at timestamptz not null,
      primary key (community_id, id))`,
    'create unique index spaces_slug on spaces (community_id, slug)',
    `create table space_members (
      community_id uuid not null, space_id uuid not null, member_id uuid not null, joined_at timestamptz not null,
      primary key (community_id, space_id, member_id))`,
    'create index space_members_by_member on space_members (community_id, member_id, space_id)',
  ),
]

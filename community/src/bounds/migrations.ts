import { migration } from '../foundation/index.ts'

export const boundsMigrations = [
  migration(
    'bounds-001-blocks-and-mutes',
    `create table blocks (
      community_id uuid not null, blocker_id uuid not null, blocked_id uuid not null, created_at timestamptz not null,
      primary key (community_id, blocker_id, blocked_id), check (blocker_id <> blocked_id))`,
    'create index blocks_by_blocked on blocks (community_id, blocked_id, blocker_id)',
    `create table mutes (
      community_id uuid not null, muter_id uuid not null, muted_id uuid not null, created_at timestamptz not null,
      primary key (community_id, muter_id, muted_id), check (muter_id <> muted_id))`,
  ),
]

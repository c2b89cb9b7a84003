import { migration } from '../../foundation/index.ts'

export const remembranceMigrations = [
  migration(
    'members-remembrance-001',
    `create table remembrances (
      community_id uuid not null, member_id uuid not null, proposed_by uuid not null, reason text not null,
      proposed_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz,
      primary key (community_id, member_id), check (confirmed_by <> proposed_by))`,
  ),
]

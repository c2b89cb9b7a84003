import { migration } from '../../foundation/index.ts'

export const roleMigrations = [
  migration(
    'members-roles-001',
    `create table role_changes (
      community_id uuid not null,
      member_id uuid not null,
      id uuid not null,
      from_role text not null,
      to_role text not null,
      reason text not null,
      changed_by uuid not null,
      changed_at timestamptz not null,
      primary key (community_id, member_id, id))`,
    `create index members_looking_after on members (community_id, role) where role <> 'member'`,
    `create index members_waiting on members (community_id, joined_at) where status = 'waiting'`,
  ),
]

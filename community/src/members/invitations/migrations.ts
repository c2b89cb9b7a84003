import { migration } from '../../foundation/index.ts'

export const invitationMigrations = [
  migration(
    'members-invitations-001',
    `create table invitations (
      community_id uuid not null,
      id uuid not null,
      token_hash bytea not null,
      whom text not null,
      role text not null default 'member',
      uses_left integer not null,
      created_by uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      primary key (community_id, id))`,
    'create unique index invitations_token on invitations (community_id, token_hash)',
    `create table invitation_uses (
      community_id uuid not null, invitation_id uuid not null, member_id uuid not null, used_at timestamptz not null,
      primary key (community_id, invitation_id, member_id))`,
  ),
]

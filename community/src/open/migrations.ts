import { migration } from '../foundation/index.ts'

export const openMigrations = [
  migration(
    'open-001-api-tokens',
    `create table api_tokens (
      community_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      name text not null,
      hash text not null,
      scopes text[] not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      last_used_on date,
      primary key (community_id, id))`,
    'create unique index api_tokens_hash on api_tokens (community_id, hash)',
    'create index api_tokens_member on api_tokens (community_id, member_id, id desc)',
  ),
]

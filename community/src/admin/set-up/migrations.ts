import { migration } from '../../foundation/index.ts'

export const setUpMigrations = [
  migration(
    'admin-001-set-up',
    `create table set_up (
      community_id uuid primary key,
      key_hashes bytea[] not null default '{}',
      claim_hash bytea,
      claimed_at timestamptz,
      kind text,
      letter_hash bytea,
      letter_tries integer not null default 0,
      letter_arrived_at timestamptz,
      kit_made_at timestamptz)`,
    `create table recovery_codes (
      community_id uuid not null, code_hash bytea not null, made_at timestamptz not null, used_at timestamptz,
      primary key (community_id, code_hash))`,
  ),
]

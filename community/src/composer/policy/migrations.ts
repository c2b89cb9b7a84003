import { migration } from '../../foundation/index.ts'

export const policyMigrations = [
  migration(
    'composer-001-pause-policies',
    `create table pause_policies (
      community_id uuid not null, space_id uuid not null, version integer not null, often text not null,
      silent text[] not null, headings jsonb not null, changed_by uuid not null, changed_at timestamptz not null,
      primary key (community_id, space_id, version))`,
  ),
]

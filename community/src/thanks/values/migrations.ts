import { migration } from '../../foundation/index.ts'

export const valueMigrations = [
  migration(
    'thanks-004-values',
    `create table community_values (
      community_id uuid not null, id uuid not null, name text not null, sentence text not null, position integer not null,
      created_at timestamptz not null, rested_at timestamptz,
      primary key (community_id, id))`,
    'alter table thanks add column value_id uuid, add column value_name text',
  ),
]

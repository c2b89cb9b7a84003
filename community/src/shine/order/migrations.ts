import { migration } from '../../foundation/index.ts'

export const orderMigrations = [
  migration(
    'shine-order-001',
    `create table kind_orders (
      community_id uuid not null, space_id uuid not null, unanswered integer not null, first integer not null, bridges integer not null,
      chosen_by uuid not null, chosen_at timestamptz not null,
      primary key (community_id, space_id))`,
  ),
]

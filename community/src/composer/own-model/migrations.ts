import { migration } from '../../foundation/index.ts'

export const ownModelMigrations = [
  migration(
    'composer-002-own-model',
    `create table own_models (
      community_id uuid not null, version integer not null, address text, model text not null, sealed_key text,
      seconds integer not null, "on" boolean not null, address_version integer not null,
      changed_by uuid not null, changed_at timestamptz not null,
      primary key (community_id, version))`,
    `create table own_model_choices (
      community_id uuid not null, member_id uuid not null, choice text not null,
      address_version integer not null, chosen_at timestamptz not null,
      primary key (community_id, member_id))`,
  ),
]

import { migration } from '../../foundation/index.ts'

export const kindActMigrations = [
  migration(
    'shine-kind-acts-001',
    `create table kind_acts (
      community_id uuid not null, id uuid not null, author_id uuid not null, words text not null,
      created_at timestamptz not null, last_day text,
      primary key (community_id, id))`,
    'create index kind_acts_author on kind_acts (community_id, author_id)',
    'create index kind_acts_turn on kind_acts (community_id, last_day desc nulls last)',
    `create table kind_act_tries (
      community_id uuid not null, act_id uuid not null, member_id uuid not null, id uuid not null,
      tried_at timestamptz not null, story text, told_at timestamptz,
      primary key (community_id, act_id, member_id))`,
    'create index kind_act_tries_member on kind_act_tries (community_id, member_id, id desc)',
    'create index kind_act_tries_told on kind_act_tries (community_id, act_id, told_at desc) where told_at is not null',
  ),
  migration(
    'shine-kind-acts-002-hidden',
    'alter table kind_act_tries add column hidden_at timestamptz',
    'create unique index kind_act_tries_id on kind_act_tries (community_id, id)',
  ),
]

import { migration } from '../database/migrate.ts'

declare module '../database/tables.ts' {
  interface Tables {
    /** Which listener has heard which event, and which must be told again. */
    event_hearings: {
      community_id: string
      event_id: string
      listener: string
      heard_at: Date | null
      attempts: number
      /** When to tell it again; null once it was heard or given up. */
      try_at: Date | null
    }
  }
}

export const eventMigrations = [
  migration(
    'foundation-003-event-hearings',
    `create table event_hearings (
      community_id uuid not null,
      event_id uuid not null,
      listener text not null,
      heard_at timestamptz,
      attempts smallint not null default 0,
      try_at timestamptz,
      primary key (community_id, event_id, listener))`,
    'create index event_hearings_due on event_hearings (community_id, try_at) where try_at is not null',
  ),
]

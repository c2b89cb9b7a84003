import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import { lowestIdAt } from '../ids/uuid.ts'
import { type EventRow, eventFromRow, type StoredEvent } from './outbox.ts'

/** Communities with events nobody was told of yet, or listeners whose next try is due. */
export async function communitiesWaiting(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ community_id: string }>`
    select community_id from events where handled_at is null
    union
    select community_id from event_hearings where try_at is not null and try_at <= ${now}`.execute(db)
  return rows.map((row) => row.community_id)
}

/** The oldest events of a community that nobody was told of yet. */
export async function waitingEvents(db: Db, communityId: string, limit: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('handled_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(eventFromRow)
}

export const hearingKey = (eventId: string, listener: string) => `${eventId} ${listener}`

/** Who has heard these events, or waits to be told again: their first turn is over. */
export async function begunHearings(
  db: Db,
  communityId: string,
  eventIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('event_hearings')
    .select(['event_id', 'listener'])
    .where('community_id', '=', communityId)
    .where('event_id', 'in', [...eventIds])
    .execute()
  return new Set(rows.map((row) => hearingKey(row.event_id, row.listener)))
}

export interface Hearing {
  eventId: string
  listener: string
  heardAt: Date | null
  attempts: number
  tryAt: Date | null
}

export async function keepHearings(db: Db, communityId: string, hearings: readonly Hearing[]): Promise<void> {
  if (hearings.length === 0) return
  await db
    .insertInto('event_hearings')
    .values(
      hearings.map((one) => ({
        community_id: communityId,
        event_id: one.eventId,
        listener: one.listener,
        heard_at: one.heardAt,
        attempts: one.attempts,
        try_at: one.tryAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'event_id', 'listener']).doUpdateSet((eb) => ({
        heard_at: eb.ref('excluded.heard_at'),
        attempts: eb.ref('excluded.attempts'),
        try_at: eb.ref('excluded.try_at'),
      })),
    )
    .execute()
}

/** Every listener had its first turn; who failed is told again from its hearing. */
export async function markHandled(
  db: Db,
  communityId: string,
  eventIds: readonly string[],
  now: Date,
): Promise<void> {
  await db
    .updateTable('events')
    .set({ handled_at: now })
    .where('community_id', '=', communityId)
    .where('id', 'in', [...eventIds])
    .execute()
}

export interface DueHearing {
  event: StoredEvent
  listener: string
  attempts: number
}

/** Listeners to be told again now, oldest event first. */
export async function dueHearings(
  db: Db,
  communityId: string,
  now: Date,
  limit: number,
): Promise<DueHearing[]> {
  const { rows } = await sql<EventRow & { listener: string; attempts: number }>`
    select e.*, h.listener, h.attempts
    from event_hearings h
    join events e on e.community_id = h.community_id and e.id = h.event_id
    where h.community_id = ${communityId} and h.try_at is not null and h.try_at <= ${now}
    order by h.event_id
    limit ${limit}`.execute(db)
  return rows.map((row) => ({ event: eventFromRow(row), listener: row.listener, attempts: row.attempts }))
}

/** Lets go of what everybody was told of before a time. What still waits to be told stays. */
export async function pruneEvents(db: Db, communityId: string, before: Date): Promise<void> {
  const oldest = lowestIdAt(before.getTime())
  await sql`
    delete from events e where e.community_id = ${communityId} and e.id < ${oldest}::uuid and e.handled_at < ${before}
      and not exists (select from event_hearings h
        where h.community_id = e.community_id and h.event_id = e.id and h.try_at is not null)`.execute(db)
  await sql`
    delete from event_hearings h where h.community_id = ${communityId} and h.event_id < ${oldest}::uuid
      and h.try_at is null`.execute(db)
}

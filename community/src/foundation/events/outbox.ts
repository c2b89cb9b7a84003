import type { Trx } from '../database/connect.ts'
import { newId } from '../ids/uuid.ts'

/** What happened, as a use case tells it. Ids only: no event carries what people wrote. */
export interface NewEvent {
  communityId: string
  kind: string
  /** Who did it, if a member did. */
  actorId?: string | null
  spaceId?: string | null
  postId?: string | null
  replyId?: string | null
  /** The member it concerns, other than the actor. */
  memberId?: string | null
  /** The row it is about, where none of the above names it (a thanks, a report). */
  subjectId?: string | null
}

export interface StoredEvent extends Required<NewEvent> {
  id: string
  createdAt: Date
}

/** A row of `events` as listeners know it. */
export interface EventRow {
  community_id: string
  id: string
  kind: string
  actor_id: string | null
  space_id: string | null
  post_id: string | null
  reply_id: string | null
  member_id: string | null
  subject_id: string | null
  created_at: Date
}

export function eventFromRow(row: EventRow): StoredEvent {
  return {
    id: row.id,
    communityId: row.community_id,
    kind: row.kind,
    actorId: row.actor_id,
    spaceId: row.space_id,
    postId: row.post_id,
    replyId: row.reply_id,
    memberId: row.member_id,
    subjectId: row.subject_id,
    createdAt: row.created_at,
  }
}

declare module '../database/tables.ts' {
  interface Tables {
    events: EventRow & { handled_at: Date | null }
  }
}

const told = new Set<() => void>()

/**
 * Calls back in this process whenever an event is written. Its transaction may still be open, so who
 * reads then has to look again a little later.
 * @returns ends it
 */
export function onRecorded(tell: () => void): () => void {
  told.add(tell)
  return () => told.delete(tell)
}

function rowOf(event: NewEvent, now: Date, handledAt: Date | null) {
  return {
    community_id: event.communityId,
    id: newId(now.getTime()),
    kind: event.kind,
    actor_id: event.actorId ?? null,
    space_id: event.spaceId ?? null,
    post_id: event.postId ?? null,
    reply_id: event.replyId ?? null,
    member_id: event.memberId ?? null,
    subject_id: event.subjectId ?? null,
    created_at: now,
    handled_at: handledAt,
  }
}

/** Writes an event in the transaction that caused it, so that neither exists without the other. */
export async function record(trx: Trx, event: NewEvent, now: Date): Promise<string> {
  const row = rowOf(event, now, null)
  await trx.insertInto('events').values(row).execute()
  for (const tell of told) tell()
  return row.id
}

/** Writes events for open pages alone: live updates see them, no listener is told. */
export async function recordForPages(trx: Trx, events: readonly NewEvent[], now: Date): Promise<void> {
  if (events.length === 0) return
  await trx
    .insertInto('events')
    .values(events.map((event) => rowOf(event, now, now)))
    .execute()
  for (const tell of told) tell()
}

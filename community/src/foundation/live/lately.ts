import { sql } from 'kysely'
import { prepare } from '../database/prepare.ts'
import { type EventRow, eventFromRow, type StoredEvent } from '../events/outbox.ts'
import type { House } from '../house.ts'

const lately = prepare<{ communities: string[]; after: string; limit: number }, EventRow>(
  'live-events-lately',
  (_, p) =>
    sql`select community_id, id, kind, actor_id, space_id, post_id, reply_id, member_id, subject_id, created_at
    from events where community_id = any(${p.communities}::uuid[]) and id > ${p.after}::uuid order by id limit ${p.limit}`,
)

/** Events of these communities after an id, oldest first. */
export async function eventsAfter(
  house: Pick<House, 'db' | 'reads'>,
  communities: string[],
  after: string,
  limit: number,
): Promise<StoredEvent[]> {
  return (await lately(house, { communities, after, limit })).map(eventFromRow)
}

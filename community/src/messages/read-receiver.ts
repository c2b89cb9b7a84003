import { blockedBetween } from '../bounds/index.ts'
import { type DbOrTrx, type MemberViewer, notFound } from '../foundation/index.ts'
import type { MemberStatus } from '../members/index.ts'
import type { ReceiverFacts } from './policy.ts'
import type { Takes } from './rules.ts'

/** Somebody a member may want to write to. */
export interface Receiver extends ReceiverFacts {
  /** A member of this place, whether or not they have ever signed in. */
  listed: boolean
  name: string
  handle: string
  pictureId: string | null
}

interface Row {
  id: string
  name: string
  handle: string
  picture_id: string | null
  status: MemberStatus
  account_id: string | null
  under_18: boolean
  takes: Takes | null
}

const receiver = (row: Row): Receiver => ({
  id: row.id,
  name: row.name,
  handle: row.handle,
  pictureId: row.picture_id,
  listed: row.status === 'active',
  here: row.status === 'active' && row.account_id !== null,
  under18: row.under_18,
  takes: row.takes ?? 'requests',
})

const receivers = (db: DbOrTrx, communityId: string) =>
  db
    .selectFrom('members as m')
    .leftJoin('message_settings as ms', (join) =>
      join.onRef('ms.community_id', '=', 'm.community_id').onRef('ms.member_id', '=', 'm.id'),
    )
    .select([
      'm.id',
      'm.name',
      'm.handle',
      'm.picture_id',
      'm.status',
      'm.account_id',
      'm.under_18',
      'ms.takes',
    ])
    .where('m.community_id', '=', communityId)

/** Members by id, whoever asks. */
export async function receiversOf(
  db: DbOrTrx,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, Receiver>> {
  if (ids.length === 0) return new Map()
  const rows = await receivers(db, communityId)
    .where('m.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, receiver(row)]))
}

async function receiverBy(
  db: DbOrTrx,
  communityId: string,
  by: { id: string } | { handle: string },
): Promise<Receiver | undefined> {
  if ('id' in by) return (await receiversOf(db, communityId, [by.id])).get(by.id)
  if (by.handle.length > 60) return undefined
  const row = await receivers(db, communityId).where('m.handle', '=', by.handle).executeTakeFirst()
  return row && receiver(row)
}

/**
 * Whom a member would write to. Somebody on the other side of a block is not there, and nobody writes to themselves.
 * @throws KindlingError `not_found`
 */
export async function readReceiver(
  db: DbOrTrx,
  viewer: MemberViewer,
  by: { id: string } | { handle: string },
): Promise<Receiver> {
  const found = await receiverBy(db, viewer.communityId, by)
  if (!found?.listed || found.id === viewer.memberId) throw notFound()
  if (await blockedBetween(db, viewer.communityId, viewer.memberId, found.id)) throw notFound()
  return found
}

/** Whether somebody is still here to read an answer. */
export async function isHere(db: DbOrTrx, communityId: string, id: string): Promise<boolean> {
  return (await receiverBy(db, communityId, { id }))?.here ?? false
}

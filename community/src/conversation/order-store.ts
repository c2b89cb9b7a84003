import { sql } from 'kysely'
import { type DbOrTrx, type House, prepare, type Viewer } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'

const preferred = prepare<{ community: string; member: string }, { newest: boolean }>(
  'feed-order-preferred',
  (_, p) =>
    sql`select newest from feed_orders where community_id = ${p.community} and member_id = ${p.member}::uuid`,
)

/** Whether a member reads spaces newest first. */
export async function prefersNewest(house: House, viewer: Viewer): Promise<boolean> {
  const member = readerId(viewer)
  if (!member) return false
  const [row] = await preferred(house, { community: viewer.communityId, member })
  return row?.newest ?? false
}

/** Remembers how a member reads spaces. */
export async function setPrefersNewest(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  newest: boolean,
): Promise<void> {
  await db
    .insertInto('feed_orders')
    .values({ community_id: communityId, member_id: memberId, newest })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet({ newest }))
    .execute()
}

import { sql } from 'kysely'
import type { DbOrTrx, Trx } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'

export async function hostOf(db: DbOrTrx, communityId: string, month: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('spotlight_hosts')
    .innerJoin('members as m', (join) =>
      join
        .onRef('m.community_id', '=', 'spotlight_hosts.community_id')
        .onRef('m.id', '=', 'spotlight_hosts.member_id'),
    )
    .select('member_id')
    .where('spotlight_hosts.community_id', '=', communityId)
    .where('month', '=', month)
    .where((eb) => eb.not(isRemembered('m')))
    .executeTakeFirst()
  return row?.member_id
}

const hostIsRemembered = sql<boolean>`exists (select from members m
  where m.community_id = spotlight_hosts.community_id and m.id = spotlight_hosts.member_id and ${isRemembered('m')})`

/** @returns false where somebody else was quicker */
export async function addHost(
  trx: Trx,
  communityId: string,
  month: string,
  memberId: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('spotlight_hosts')
    .values({ community_id: communityId, month, member_id: memberId })
    // In place of a host who has died.
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'month'])
        .doUpdateSet({ member_id: memberId })
        .where(hostIsRemembered),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Nothing where somebody else hosts by now. */
export async function removeHost(
  trx: Trx,
  communityId: string,
  month: string,
  memberId: string,
): Promise<void> {
  await trx
    .deleteFrom('spotlight_hosts')
    .where('community_id', '=', communityId)
    .where('month', '=', month)
    .where('member_id', '=', memberId)
    .execute()
}

/** Three people a host was shown. */
export interface Draw {
  hostId: string
  memberIds: string[]
  askedId: string | null
}

export async function drawOf(
  db: DbOrTrx,
  communityId: string,
  round: string,
  lock = false,
): Promise<Draw | undefined> {
  const query = db
    .selectFrom('spotlight_draws')
    .select(['host_id', 'member_ids', 'asked_id'])
    .where('community_id', '=', communityId)
    .where('round', '=', round)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && { hostId: row.host_id, memberIds: row.member_ids, askedId: row.asked_id }
}

/** @returns false where the lot of this round was drawn already */
export async function addDraw(
  trx: Trx,
  communityId: string,
  round: string,
  draw: { hostId: string; memberIds: string[] },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('spotlight_draws')
    .values({
      community_id: communityId,
      round,
      host_id: draw.hostId,
      member_ids: draw.memberIds,
      asked_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function noteAsked(
  trx: Trx,
  communityId: string,
  round: string,
  askedId: string,
): Promise<void> {
  await trx
    .updateTable('spotlight_draws')
    .set({ asked_id: askedId })
    .where('community_id', '=', communityId)
    .where('round', '=', round)
    .execute()
}

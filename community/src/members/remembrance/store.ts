import { type DbOrTrx, type House, keptFor, type Trx } from '../../foundation/index.ts'
import type { MemberStatus } from '../tables.ts'
import { isRemembered } from './query.ts'

/** A proposal, or what came of it. */
export interface Remembrance {
  memberId: string
  proposedBy: string
  reason: string
  proposedAt: Date
  confirmedAt: Date | null
}

const columns = ['member_id', 'proposed_by', 'reason', 'proposed_at', 'confirmed_at'] as const

const stored = (row: {
  member_id: string
  proposed_by: string
  reason: string
  proposed_at: Date
  confirmed_at: Date | null
}): Remembrance => ({
  memberId: row.member_id,
  proposedBy: row.proposed_by,
  reason: row.reason,
  proposedAt: row.proposed_at,
  confirmedAt: row.confirmed_at,
})

export async function remembranceOf(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<Remembrance | undefined> {
  const row = await db
    .selectFrom('remembrances')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row && stored(row)
}

/** All of a place, what waits for a second steward first. */
export async function remembrances(db: DbOrTrx, communityId: string): Promise<Remembrance[]> {
  const rows = await db
    .selectFrom('remembrances')
    .select(columns)
    .where('community_id', '=', communityId)
    .orderBy('confirmed_at', (order) => order.desc().nullsFirst())
    .limit(200)
    .execute()
  return rows.map(stored)
}

/** @returns false where one waits already */
export async function addProposal(
  trx: Trx,
  communityId: string,
  one: Omit<Remembrance, 'confirmedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('remembrances')
    .values({
      community_id: communityId,
      member_id: one.memberId,
      proposed_by: one.proposedBy,
      reason: one.reason,
      proposed_at: one.proposedAt,
      confirmed_by: null,
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false where somebody else was quicker */
export async function confirmProposal(
  trx: Trx,
  communityId: string,
  memberId: string,
  by: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('remembrances')
    .set({ confirmed_by: by, confirmed_at: now })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeRemembrance(trx: Trx, communityId: string, memberId: string): Promise<void> {
  await trx
    .deleteFrom('remembrances')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
}

/** @returns false where they were not as expected: somebody left meanwhile */
export async function turnStatus(
  trx: Trx,
  communityId: string,
  memberId: string,
  from: MemberStatus,
  to: MemberStatus,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('members')
    .set({ status: to })
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .where('status', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Who of these has died and is remembered here. */
export async function rememberedAmong(
  db: DbOrTrx,
  communityId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', 'in', [...ids])
    .where(isRemembered('members'))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const KEPT_MILLISECONDS = 60_000

const kept = keptFor(KEPT_MILLISECONDS, async ({ db }, communityId) => {
  const rows = await db
    .selectFrom('remembrances')
    .select('member_id')
    .where('community_id', '=', communityId)
    .where('confirmed_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.member_id))
})

/** Everybody who is remembered in a place, for pages that name many: they are few, and a minute later is soon enough. */
export const rememberedIn = (house: House, communityId: string): Promise<ReadonlySet<string>> =>
  kept.of(house, communityId)

/** After a change here; other servers follow within a minute. */
export const forgetRemembered = (house: House, communityId: string): void => kept.forget(house, communityId)

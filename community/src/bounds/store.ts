import type { DbOrTrx, Trx } from '../foundation/index.ts'

export interface Bound {
  communityId: string
  ownerId: string
  otherId: string
}

export async function addBlock(trx: Trx, bound: Bound, now: Date): Promise<void> {
  await trx
    .insertInto('blocks')
    .values({
      community_id: bound.communityId,
      blocker_id: bound.ownerId,
      blocked_id: bound.otherId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeBlock(trx: Trx, bound: Bound): Promise<void> {
  await trx
    .deleteFrom('blocks')
    .where('community_id', '=', bound.communityId)
    .where('blocker_id', '=', bound.ownerId)
    .where('blocked_id', '=', bound.otherId)
    .execute()
}

export async function addMute(trx: Trx, bound: Bound, now: Date): Promise<void> {
  await trx
    .insertInto('mutes')
    .values({
      community_id: bound.communityId,
      muter_id: bound.ownerId,
      muted_id: bound.otherId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeMute(trx: Trx, bound: Bound): Promise<void> {
  await trx
    .deleteFrom('mutes')
    .where('community_id', '=', bound.communityId)
    .where('muter_id', '=', bound.ownerId)
    .where('muted_id', '=', bound.otherId)
    .execute()
}

/** Who of two has blocked the other, read at one moment: two questions could straddle a change. */
export async function blocksBetween(db: DbOrTrx, bound: Bound): Promise<{ mine: boolean; theirs: boolean }> {
  const pair = [bound.ownerId, bound.otherId]
  const rows = await db
    .selectFrom('blocks')
    .select('blocker_id')
    .where('community_id', '=', bound.communityId)
    .where('blocker_id', 'in', pair)
    .where('blocked_id', 'in', pair)
    .execute()
  const has = (id: string) => rows.some((row) => row.blocker_id === id)
  return { mine: has(bound.ownerId), theirs: has(bound.otherId) }
}

export async function hasMuted(db: DbOrTrx, bound: Bound): Promise<boolean> {
  const row = await db
    .selectFrom('mutes')
    .select('created_at')
    .where('community_id', '=', bound.communityId)
    .where('muter_id', '=', bound.ownerId)
    .where('muted_id', '=', bound.otherId)
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody kept at a distance, as their own list shows them. */
export interface BoundPerson {
  id: string
  name: string
  handle: string
  since: Date
}

/** Whom a member has blocked, latest first. */
export async function blockedBy(db: DbOrTrx, communityId: string, memberId: string): Promise<BoundPerson[]> {
  return db
    .selectFrom('blocks as b')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'b.community_id').onRef('m.id', '=', 'b.blocked_id'),
    )
    .select(['m.id', 'm.name', 'm.handle', 'b.created_at as since'])
    .where('b.community_id', '=', communityId)
    .where('b.blocker_id', '=', memberId)
    .orderBy('b.created_at', 'desc')
    .limit(500)
    .execute()
}

/** Whom a member has muted, latest first; who has since blocked them is left out, as everywhere. */
export async function mutedBy(db: DbOrTrx, communityId: string, memberId: string): Promise<BoundPerson[]> {
  return db
    .selectFrom('mutes as u')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'u.community_id').onRef('m.id', '=', 'u.muted_id'),
    )
    .select(['m.id', 'm.name', 'm.handle', 'u.created_at as since'])
    .where('u.community_id', '=', communityId)
    .where('u.muter_id', '=', memberId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('blocks as b')
            .select('b.created_at')
            .whereRef('b.community_id', '=', 'u.community_id')
            .whereRef('b.blocker_id', '=', 'u.muted_id')
            .whereRef('b.blocked_id', '=', 'u.muter_id'),
        ),
      ),
    )
    .orderBy('u.created_at', 'desc')
    .limit(500)
    .execute()
}

/** Who of these stands on the other side of a block from a member, whoever set it. */
export async function apartFrom(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  among: readonly string[],
): Promise<Set<string>> {
  if (among.length === 0) return new Set()
  const ids = [...among]
  const rows = await db
    .selectFrom('blocks')
    .select(['blocker_id', 'blocked_id'])
    .where('community_id', '=', communityId)
    .where((eb) =>
      eb.or([
        eb.and([eb('blocker_id', '=', memberId), eb('blocked_id', 'in', ids)]),
        eb.and([eb('blocker_id', 'in', ids), eb('blocked_id', '=', memberId)]),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => (row.blocker_id === memberId ? row.blocked_id : row.blocker_id)))
}

/** Whom of these a member has muted. */
export async function mutedAmong(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  among: readonly string[],
): Promise<Set<string>> {
  if (among.length === 0) return new Set()
  const rows = await db
    .selectFrom('mutes')
    .select('muted_id')
    .where('community_id', '=', communityId)
    .where('muter_id', '=', memberId)
    .where('muted_id', 'in', [...among])
    .execute()
  return new Set(rows.map((row) => row.muted_id))
}

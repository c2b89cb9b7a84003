import { type RawBuilder, sql } from 'kysely'
import type { DbOrTrx } from '../foundation/index.ts'

/** Who asks: parameters of every visibility piece. `member` is null for a visitor. */
export interface Asking {
  community: string
  member: string | null
}

/**
 * Everybody on the other side of a block from the asker, whoever set it. It does not depend on the row at
 * hand, so PostgreSQL reads it once for a query, however many rows are asked about.
 */
export function apartFromAsker(asking: Asking): RawBuilder<unknown> {
  return sql`(select b.blocked_id from blocks b where b.community_id = ${asking.community} and b.blocker_id = ${asking.member}::uuid
    union all select b.blocker_id from blocks b where b.community_id = ${asking.community} and b.blocked_id = ${asking.member}::uuid)`
}

/**
 * False where a block stands between the asker and an author, in either direction. Stewards are not
 * exempt here: what they look after reaches them through reports.
 */
export function noBlockWith(asking: Asking, author: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${author} not in ${apartFromAsker(asking)})`
}

/** False for authors whom the asker has muted. For lists; a thread shows them folded. */
export function notMuted(asking: Asking, author: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${author} not in (
    select u.muted_id from mutes u where u.community_id = ${asking.community} and u.muter_id = ${asking.member}::uuid))`
}

/** True when a block stands between two members, in either direction. */
export async function blockedBetween(
  db: DbOrTrx,
  communityId: string,
  one: string,
  other: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('blocks')
    .select('created_at')
    .where('community_id', '=', communityId)
    .where((eb) =>
      eb.or([
        eb.and([eb('blocker_id', '=', one), eb('blocked_id', '=', other)]),
        eb.and([eb('blocker_id', '=', other), eb('blocked_id', '=', one)]),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Members who may not be told anything by `actor`: who blocked or muted them. */
export async function unreachableFor(
  db: DbOrTrx,
  communityId: string,
  actorId: string,
  among: readonly string[],
): Promise<Set<string>> {
  if (among.length === 0) return new Set()
  const ids = [...among]
  const blocks = await db
    .selectFrom('blocks')
    .select(['blocker_id', 'blocked_id'])
    .where('community_id', '=', communityId)
    .where((eb) =>
      eb.or([
        eb.and([eb('blocker_id', 'in', ids), eb('blocked_id', '=', actorId)]),
        eb.and([eb('blocker_id', '=', actorId), eb('blocked_id', 'in', ids)]),
      ]),
    )
    .execute()
  const mutes = await db
    .selectFrom('mutes')
    .select('muter_id')
    .where('community_id', '=', communityId)
    .where('muter_id', 'in', ids)
    .where('muted_id', '=', actorId)
    .execute()
  return new Set([
    ...blocks.map((row) => (row.blocker_id === actorId ? row.blocked_id : row.blocker_id)),
    ...mutes.map((row) => row.muter_id),
  ])
}

import { type RawBuilder, sql } from 'kysely'
import { type DbOrTrx, type House, prepare, type Tables, type Trx } from '../../foundation/index.ts'
import type { OccasionState, Turn } from './rules.ts'

export type OccasionRow = Tables['ritual_occasions']
type Change = Partial<Omit<OccasionRow, 'community_id' | 'id' | 'ritual_id' | 'space_id'>>

/** @returns false when the ritual has one already */
export async function addOccasion(trx: Trx, row: OccasionRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('ritual_occasions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The one that waits or is open; `lock` keeps everybody else from changing it until the transaction ends. */
export async function currentOccasion(
  db: DbOrTrx,
  communityId: string,
  ritualId: string,
  lock = false,
): Promise<OccasionRow | undefined> {
  const query = db
    .selectFrom('ritual_occasions')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('ritual_id', '=', ritualId)
    .where('state', 'in', ['waiting', 'open'])
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function currentOccasions(db: DbOrTrx, communityId: string): Promise<OccasionRow[]> {
  return db
    .selectFrom('ritual_occasions')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('state', 'in', ['waiting', 'open'])
    .orderBy('due_at')
    .execute()
}

export async function occasionOfPost(
  db: DbOrTrx,
  communityId: string,
  postId: string,
  lock = false,
): Promise<OccasionRow | undefined> {
  const query = db
    .selectFrom('ritual_occasions')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

const ofPost = prepare<{ community: string; post: string }, OccasionRow>('ritual-of-post', (db, p) =>
  db
    .selectFrom('ritual_occasions')
    .selectAll()
    .where('community_id', '=', p.community)
    .where('post_id', '=', p.post),
)

/** The same for pages: every thread asks it, and nearly none has one. */
export async function occasionBeside(
  house: House,
  communityId: string,
  postId: string,
): Promise<OccasionRow | undefined> {
  return (await ofPost(house, { community: communityId, post: postId }))[0]
}

export async function isSpaceTaken(db: DbOrTrx, communityId: string, spaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('ritual_occasions')
    .select('id')
    .where('community_id', '=', communityId)
    .where('space_id', '=', spaceId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Changes one only if it still stands where it stood: whoever comes second finds it done.
 * @returns false then
 */
export async function changeOccasion(
  db: DbOrTrx,
  { community_id, id }: Pick<OccasionRow, 'community_id' | 'id'>,
  from: OccasionState,
  change: Change,
  only?: RawBuilder<boolean>,
): Promise<boolean> {
  let query = db
    .updateTable('ritual_occasions')
    .set(change)
    .where('community_id', '=', community_id)
    .where('id', '=', id)
    .where('state', '=', from)
  if (only) query = query.where(only)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The host of one that waits says "not this time". @returns false when they are not asked any more */
export async function noteDeclined(trx: Trx, occasion: OccasionRow, memberId: string): Promise<boolean> {
  return changeOccasion(
    trx,
    occasion,
    'waiting',
    {
      host_id: null,
      first_words: null,
      declined: sql<string[]>`array_append(declined, ${memberId}::uuid)` as unknown as string[],
    },
    sql<boolean>`host_id = ${memberId}::uuid`,
  )
}

export async function addTurns(
  trx: Trx,
  occasion: OccasionRow,
  turns: ReadonlyMap<string, Turn>,
): Promise<void> {
  if (turns.size === 0) return
  await trx
    .insertInto('ritual_turns')
    .values(
      [...turns].map(([member_id, turn]) => ({
        community_id: occasion.community_id,
        occasion_id: occasion.id,
        member_id,
        turn,
      })),
    )
    .execute()
}

export async function turnsOf(
  db: DbOrTrx,
  communityId: string,
  occasionId: string,
): Promise<Map<string, Turn>> {
  const rows = await db
    .selectFrom('ritual_turns')
    .select(['member_id', 'turn'])
    .where('community_id', '=', communityId)
    .where('occasion_id', '=', occasionId)
    .execute()
  return new Map(rows.map((row) => [row.member_id, row.turn]))
}

/** @returns false when they had their turn */
export async function takeTurn(
  db: DbOrTrx,
  communityId: string,
  occasionId: string,
  memberId: string,
  turn: Turn,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ritual_turns')
    .set({ turn })
    .where('community_id', '=', communityId)
    .where('occasion_id', '=', occasionId)
    .where('member_id', '=', memberId)
    .where('turn', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function hasReadAll(
  db: DbOrTrx,
  communityId: string,
  occasionId: string,
  memberId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('ritual_reads')
    .select('member_id')
    .where('community_id', '=', communityId)
    .where('occasion_id', '=', occasionId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

export async function noteRead(
  db: DbOrTrx,
  communityId: string,
  occasionId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('ritual_reads')
    .values({ community_id: communityId, occasion_id: occasionId, member_id: memberId, read_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

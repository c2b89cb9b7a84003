import { sql } from 'kysely'
import { type DbOrTrx, type House, prepare, type Trx } from '../../foundation/index.ts'
import type { CommunityValue } from './rules.ts'

const current = prepare<{ community: string }, CommunityValue>(
  'community-values',
  (_, p) =>
    sql`select id, name, sentence from community_values
    where community_id = ${p.community} and rested_at is null order by position, id`,
)

/** What can be chosen now, in the order of the administrators. */
export const currentValues = (house: House, communityId: string): Promise<CommunityValue[]> =>
  current(house, { community: communityId })

/** All of them, also those that rest, held until the transaction ends; two who change them wait for each other. */
export async function heldValues(
  trx: Trx,
  communityId: string,
): Promise<(CommunityValue & { rests: boolean })[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`values ${communityId}`}, 0))`.execute(trx)
  const rows = await trx
    .selectFrom('community_values')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, sentence, rested_at }) => ({ id, name, sentence, rests: rested_at !== null }))
}

/** Those that were laid aside, latest first. */
export async function restedValues(db: DbOrTrx, communityId: string): Promise<CommunityValue[]> {
  return db
    .selectFrom('community_values')
    .select(['id', 'name', 'sentence'])
    .where('community_id', '=', communityId)
    .where('rested_at', 'is not', null)
    .orderBy('rested_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Writes a value down as it is from now on; one that rested can be chosen again. */
export async function putValue(
  trx: Trx,
  communityId: string,
  value: CommunityValue & { position: number },
  now: Date,
): Promise<void> {
  const { id, name, sentence, position } = value
  await trx
    .insertInto('community_values')
    .values({ community_id: communityId, id, name, sentence, position, created_at: now, rested_at: null })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'id']).doUpdateSet({ name, sentence, position, rested_at: null }),
    )
    .execute()
}

/** Lays aside whatever is not among these. */
export async function restOthers(
  trx: Trx,
  communityId: string,
  kept: readonly string[],
  now: Date,
): Promise<void> {
  await trx
    .updateTable('community_values')
    .set({ rested_at: now })
    .where('community_id', '=', communityId)
    .where('rested_at', 'is', null)
    .where(sql<boolean>`not (id = any(${[...kept]}::uuid[]))`)
    .execute()
}

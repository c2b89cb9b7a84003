import { sql } from 'kysely'
import { type DbOrTrx, type House, newId, prepare, type Trx } from '../../foundation/index.ts'
import type { Caller, Suggestion } from '../perspective/index.ts'
import { defaults, MOST_SUGGESTIONS, type PerspectiveSettings } from './rules.ts'
import './tables.ts'

interface SettingsRow {
  door: PerspectiveSettings['door']
  per_minute: number
  reader: PerspectiveSettings['reader']
  keep_suggestions: boolean
}

const settingsOf = prepare<{ community: string }, SettingsRow>('perspective-settings', (db, p) =>
  db
    .selectFrom('perspective_settings')
    .select(['door', 'per_minute', 'reader', 'keep_suggestions'])
    .where('community_id', '=', p.community),
)

export async function readPerspective(house: House, communityId: string): Promise<PerspectiveSettings> {
  const [row] = await settingsOf(house, { community: communityId })
  if (!row) return defaults
  const { door, per_minute: perMinute, reader, keep_suggestions: keepSuggestions } = row
  return { door, perMinute, reader, keepSuggestions }
}

export async function writePerspective(
  trx: Trx,
  communityId: string,
  { door, perMinute, reader, keepSuggestions }: PerspectiveSettings,
): Promise<void> {
  const values = { door, per_minute: perMinute, reader, keep_suggestions: keepSuggestions }
  await trx
    .insertInto('perspective_settings')
    .values({ community_id: communityId, ...values })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet(values))
    .execute()
}

/** A key as administrators see it. */
export interface KeyView {
  id: string
  name: string
  perMinute: number | undefined
  createdAt: Date
}

/** Latest first. */
export async function perspectiveKeys(db: DbOrTrx, communityId: string): Promise<KeyView[]> {
  const rows = await db
    .selectFrom('perspective_keys')
    .select(['id', 'name', 'per_minute', 'created_at'])
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    perMinute: row.per_minute ?? undefined,
    createdAt: row.created_at,
  }))
}

const keyByHash = prepare<{ community: string; hash: string }, { id: string; per_minute: number | null }>(
  'perspective-key-by-hash',
  (db, p) =>
    db
      .selectFrom('perspective_keys')
      .select(['id', 'per_minute'])
      .where('community_id', '=', p.community)
      .where('hash', '=', p.hash),
)

/** Who has the key with this hash, named by its id. */
export async function perspectiveKey(
  house: House,
  communityId: string,
  hash: string,
): Promise<Caller | undefined> {
  const [row] = await keyByHash(house, { community: communityId, hash })
  return row && { name: row.id, perMinute: row.per_minute ?? undefined }
}

/** Makes two forms sent at once count one after the other. */
export async function lockPerspective(trx: Trx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`perspective ${communityId}`}, 0))`.execute(trx)
}

export async function addPerspectiveKey(
  trx: Trx,
  communityId: string,
  key: { id: string; name: string; hash: string; perMinute: number | undefined; createdAt: Date },
): Promise<void> {
  await trx
    .insertInto('perspective_keys')
    .values({
      community_id: communityId,
      id: key.id,
      name: key.name,
      hash: key.hash,
      per_minute: key.perMinute ?? null,
      created_at: key.createdAt,
    })
    .execute()
}

/** @returns whether there was such a key */
export async function removePerspectiveKey(trx: Trx, communityId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('perspective_keys')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Keeps one more. */
export async function addSuggestion(
  house: House,
  communityId: string,
  { text, scores, languages }: Suggestion,
): Promise<void> {
  const now = house.clock.now()
  await house.db
    .insertInto('perspective_suggestions')
    .values({
      community_id: communityId,
      id: newId(now.getTime()),
      text: text.replaceAll('\u0000', '').toWellFormed(),
      scores: JSON.stringify(scores),
      languages,
      created_at: now,
    })
    .execute()
}

/** Beyond the most that a community keeps, the oldest go. */
export async function pruneSuggestions(house: House): Promise<void> {
  await sql`delete from perspective_suggestions s using (
    select community_id, id, row_number() over (partition by community_id order by id desc) as place
    from perspective_suggestions) ranked
    where ranked.community_id = s.community_id and ranked.id = s.id and ranked.place > ${MOST_SUGGESTIONS}`.execute(
    house.db,
  )
}

export async function countSuggestions(db: DbOrTrx, communityId: string): Promise<number> {
  const { count } = await db
    .selectFrom('perspective_suggestions')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A stretch of them, oldest first, after an id. */
export async function suggestionsAfter(
  db: DbOrTrx,
  communityId: string,
  after: string | undefined,
  limit: number,
): Promise<(Suggestion & { id: string })[]> {
  let query = db
    .selectFrom('perspective_suggestions')
    .select(['id', 'text', 'scores', 'languages'])
    .where('community_id', '=', communityId)
    .orderBy('id')
    .limit(limit)
  if (after) query = query.where('id', '>', after)
  return query.execute()
}

export async function removeSuggestions(trx: Trx, communityId: string): Promise<void> {
  await trx.deleteFrom('perspective_suggestions').where('community_id', '=', communityId).execute()
}

import { sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../../bounds/index.ts'
import { type DbOrTrx, type House, prepare, type Tables, type Trx } from '../../foundation/index.ts'

/** One or two sentences about somebody, as they are kept. */
export interface SpotlightWords {
  id: string
  aboutId: string
  writerId: string
  words: string
  writtenAt: Date
  delivered: boolean
  /** A steward hid it over a report. */
  takenOut: boolean
}

const stored = (row: Tables['spotlight_words']): SpotlightWords => ({
  id: row.id,
  aboutId: row.about_id,
  writerId: row.writer_id,
  words: row.words,
  writtenAt: row.written_at,
  delivered: row.delivered_at !== null,
  takenOut: row.taken_out_at !== null,
})

/** What one member wrote about another that has not reached them yet. */
export async function wordsThatWait(
  db: DbOrTrx,
  communityId: string,
  { writerId, aboutId }: { writerId: string; aboutId: string },
): Promise<SpotlightWords | undefined> {
  const row = await db
    .selectFrom('spotlight_words')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('about_id', '=', aboutId)
    .where('writer_id', '=', writerId)
    .where('delivered_at', 'is', null)
    .executeTakeFirst()
  return row && stored(row)
}

/** Puts words down, or changes those that wait. @returns their id */
export async function putWords(
  trx: Trx,
  communityId: string,
  one: { id: string; aboutId: string; writerId: string; words: string; writtenAt: Date },
): Promise<string> {
  const row = await trx
    .insertInto('spotlight_words')
    .values({
      community_id: communityId,
      id: one.id,
      about_id: one.aboutId,
      writer_id: one.writerId,
      words: one.words,
      written_at: one.writtenAt,
      delivered_at: null,
      spotlight_id: null,
      hidden: false,
      taken_out_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'about_id', 'writer_id'])
        .where('delivered_at', 'is', null)
        .doUpdateSet({ words: one.words, written_at: one.writtenAt }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const byId = (db: DbOrTrx, communityId: string, id: string) =>
  db.selectFrom('spotlight_words').selectAll().where('community_id', '=', communityId).where('id', '=', id)

export async function wordsById(
  db: DbOrTrx,
  communityId: string,
  id: string,
): Promise<SpotlightWords | undefined> {
  const row = await byId(db, communityId, id).executeTakeFirst()
  return row && stored(row)
}

/** Held until the transaction ends. */
export async function holdWords(
  trx: Trx,
  communityId: string,
  id: string,
): Promise<SpotlightWords | undefined> {
  const row = await byId(trx, communityId, id).forUpdate().executeTakeFirst()
  return row && stored(row)
}

export async function eraseWords(trx: Trx, communityId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('spotlight_words')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export async function changeWords(
  trx: Trx,
  communityId: string,
  id: string,
  change: { hidden?: boolean; taken_out_at?: Date | null },
): Promise<void> {
  await trx
    .updateTable('spotlight_words')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Everything that waited for somebody reaches them with the question. */
export async function deliverTo(
  trx: Trx,
  communityId: string,
  aboutId: string,
  given: { spotlightId: string; now: Date },
): Promise<void> {
  await trx
    .updateTable('spotlight_words')
    .set({ delivered_at: given.now, spotlight_id: given.spotlightId })
    .where('community_id', '=', communityId)
    .where('about_id', '=', aboutId)
    .where('delivered_at', 'is', null)
    .execute()
}

/** What waited since before a time reaches those it is about. @returns whom, and from whom */
export async function deliverOlder(
  trx: Trx,
  communityId: string,
  before: Date,
  now: Date,
): Promise<{ aboutId: string; writerId: string }[]> {
  return trx
    .updateTable('spotlight_words')
    .set({ delivered_at: now })
    .where('community_id', '=', communityId)
    .where('delivered_at', 'is', null)
    .where('written_at', '<', before)
    .returning(['about_id as aboutId', 'writer_id as writerId'])
    .execute()
}

export async function eraseWordsOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  await trx
    .deleteFrom('spotlight_words')
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('about_id', '=', memberId), eb('writer_id', '=', memberId)]))
    .execute()
}

/** A sentence as its receiver reads it, or everybody, once it is shown. */
export interface Sentence {
  id: string
  words: string
  writer: { id: string; name: string; handle: string }
  writtenAt: Date
  hidden: boolean
  spotlightId: string | null
}

interface Row {
  id: string
  words: string
  writer_id: string
  name: string
  handle: string
  written_at: Date
  hidden: boolean
  spotlight_id: string | null
}

const sentence = (row: Row): Sentence => ({
  id: row.id,
  words: row.words,
  writer: { id: row.writer_id, name: row.name, handle: row.handle },
  writtenAt: row.written_at,
  hidden: row.hidden,
  spotlightId: row.spotlight_id,
})

const columns = sql`w.id, w.words, w.writer_id, a.name, a.handle, w.written_at, w.hidden, w.spotlight_id`
const writers = sql`join members a on a.community_id = w.community_id and a.id = w.writer_id`

/** No block and no mute stands between somebody and who wrote. */
const reaches = (asking: Asking) =>
  sql`${noBlockWith(asking, sql`w.writer_id`)} and ${notMuted(asking, sql`w.writer_id`)}`

const kept = prepare<Asking & { before: string; limit: number }, Row>(
  'spotlight-kept',
  (_, p) => sql`select ${columns} from spotlight_words w ${writers}
    where w.community_id = ${p.community} and w.about_id = ${p.member}::uuid and w.delivered_at is not null
      and w.taken_out_at is null and w.id < ${p.before}::uuid and ${reaches(p)}
    order by w.id desc limit ${p.limit}`,
)

/** What reached somebody, latest first; nothing from behind a block or a mute. */
export async function keptWords(
  house: House,
  asking: { community: string; member: string },
  { before, limit }: { before: string; limit: number },
): Promise<Sentence[]> {
  return (await kept(house, { ...asking, before, limit })).map(sentence)
}

const ofSpotlight = prepare<Asking & { spotlight: string; about: string }, Row>(
  'spotlight-sentences',
  (_, p) => sql`select ${columns} from spotlight_words w ${writers}
    where w.community_id = ${p.community} and w.spotlight_id = ${p.spotlight} and w.taken_out_at is null
      and ${reaches(p)} and ${reaches({ community: p.community, member: p.about })}
    order by w.id`,
)

/** Sentences of one spotlight that stand between nobody's boundaries: the viewer's, and of whom they are about. */
export async function sentencesOf(
  house: House,
  asking: { community: string; member: string },
  { spotlightId, aboutId }: { spotlightId: string; aboutId: string },
): Promise<Sentence[]> {
  return (await ofSpotlight(house, { ...asking, spotlight: spotlightId, about: aboutId })).map(sentence)
}

/** Takes a sentence out of sight of everybody, or puts it back. @returns false where it stands so, or is gone */
export async function setTakenOut(
  trx: Trx,
  communityId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('spotlight_words')
    .set({ taken_out_at: at })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_out_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

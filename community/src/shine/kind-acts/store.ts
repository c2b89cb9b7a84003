import { sql } from 'kysely'
import type { Db, DbOrTrx, Tables, Trx } from '../../foundation/index.ts'
import { actOfDay } from './rules.ts'

export interface Act {
  id: string
  authorId: string
  words: string
}

const stored = (row: Tables['kind_acts']): Act => ({ id: row.id, authorId: row.author_id, words: row.words })

export async function addAct(trx: Trx, communityId: string, act: Act & { createdAt: Date }): Promise<void> {
  await trx
    .insertInto('kind_acts')
    .values({
      community_id: communityId,
      id: act.id,
      author_id: act.authorId,
      words: act.words,
      created_at: act.createdAt,
      last_day: null,
    })
    .execute()
}

export async function actById(db: DbOrTrx, communityId: string, id: string): Promise<Act | undefined> {
  const row = await db
    .selectFrom('kind_acts')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && stored(row)
}

/** The same idea of one author, added a moment ago: a button pressed twice. */
export async function addedJustNow(
  trx: Trx,
  communityId: string,
  { authorId, words, since }: { authorId: string; words: string; since: Date },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('kind_acts')
    .select('id')
    .where('community_id', '=', communityId)
    .where('author_id', '=', authorId)
    .where('words', '=', words)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return row?.id
}

/** Takes an idea away, with what was done and told of it; a day on which it stands gets another. */
export async function eraseAct(trx: Trx, communityId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('kind_act_tries')
    .where('community_id', '=', communityId)
    .where('act_id', '=', id)
    .execute()
  await trx.deleteFrom('kind_acts').where('community_id', '=', communityId).where('id', '=', id).execute()
}

/** The idea that stood on the page last, or any where none ever did; nothing where there is no idea at all. */
async function latestShown(db: DbOrTrx, communityId: string) {
  return db
    .selectFrom('kind_acts')
    .select(['id', 'last_day as lastDay'])
    .where('community_id', '=', communityId)
    .orderBy('last_day', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
}

/** The idea of a day, chosen once by whoever asks first; on every page after it costs one row. */
export async function actIdOfDay(db: Db, communityId: string, day: string): Promise<string | undefined> {
  const last = await latestShown(db, communityId)
  if (!last || last.lastDay === day) return last?.id
  return db.transaction().execute((trx) => chooseForDay(trx, communityId, day))
}

async function chooseForDay(trx: Trx, communityId: string, day: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kind-act ${communityId}`}, 0))`.execute(trx)
  const before = await latestShown(trx, communityId)
  if (before?.lastDay === day) return before.id
  const rows = await trx
    .selectFrom('kind_acts')
    .select(['id', 'last_day as lastDay'])
    .where('community_id', '=', communityId)
    .execute()
  const id = actOfDay(rows, `${communityId} ${day}`)
  if (!id) return undefined
  await trx
    .updateTable('kind_acts')
    .set({ last_day: day })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
  return id
}

/** "I did this". Again, it stays as it was. */
export async function addTry(
  trx: Trx,
  communityId: string,
  one: { id: string; actId: string; memberId: string; triedAt: Date },
): Promise<void> {
  await trx
    .insertInto('kind_act_tries')
    .values({
      community_id: communityId,
      act_id: one.actId,
      member_id: one.memberId,
      id: one.id,
      tried_at: one.triedAt,
      story: null,
      told_at: null,
      hidden_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface Try {
  actId: string
  memberId: string
  story: string | null
}

/** What one member did with an idea. */
export async function tryOf(
  db: DbOrTrx,
  communityId: string,
  { actId, memberId }: { actId: string; memberId: string },
): Promise<Try | undefined> {
  const row = await db
    .selectFrom('kind_act_tries')
    .select('story')
    .where('community_id', '=', communityId)
    .where('act_id', '=', actId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row && { actId, memberId, story: row.story }
}

export async function eraseTry(
  trx: Trx,
  communityId: string,
  { actId, memberId }: { actId: string; memberId: string },
): Promise<void> {
  await trx
    .deleteFrom('kind_act_tries')
    .where('community_id', '=', communityId)
    .where('act_id', '=', actId)
    .where('member_id', '=', memberId)
    .execute()
}

/** What somebody tells of it; null keeps it to themselves. */
export async function setStory(
  trx: Trx,
  communityId: string,
  { actId, memberId, story, at }: { actId: string; memberId: string; story: string | null; at: Date },
): Promise<void> {
  await trx
    .updateTable('kind_act_tries')
    .set({ story, told_at: story === null ? null : at })
    .where('community_id', '=', communityId)
    .where('act_id', '=', actId)
    .where('member_id', '=', memberId)
    .execute()
}

/** Somebody left: their ideas, and what they did, go with them. */
export async function eraseKindActsOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  await trx
    .deleteFrom('kind_act_tries')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
  const acts = await trx
    .selectFrom('kind_acts')
    .select('id')
    .where('community_id', '=', communityId)
    .where('author_id', '=', memberId)
    .execute()
  for (const { id } of acts) await eraseAct(trx, communityId, id)
}

/** Something that was told, by its own id. */
export interface Told {
  id: string
  actId: string
  memberId: string
  story: string
  toldAt: Date
  hidden: boolean
}

export async function toldById(db: DbOrTrx, communityId: string, id: string): Promise<Told | undefined> {
  const row = await db
    .selectFrom('kind_act_tries')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.story === null || row.told_at === null) return undefined
  const { act_id: actId, member_id: memberId, story, told_at: toldAt, hidden_at } = row
  return { id, actId, memberId, story, toldAt, hidden: hidden_at !== null }
}

/** Takes a story out of sight of all but who told it, or puts it back. @returns false where it stands so, or is not told */
export async function setStoryHidden(
  trx: Trx,
  communityId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('kind_act_tries')
    .set({ hidden_at: at })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('told_at', 'is not', null)
    .where('hidden_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

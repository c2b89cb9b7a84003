import { sql } from 'kysely'
import type { EntryPlace } from '../conversation/index.ts'
import { newId, type Trx } from '../foundation/index.ts'
import type { CaseState, Wish } from './rules.ts'

/** A case as it is written. The author stays inside this folder. */
export interface StoredCase {
  id: string
  spaceId: string
  postId: string
  replyId: string | null
  authorId: string
  state: CaseState
  version: number
  decidedAt: Date | null
  askedAt: Date | null
}

interface Row {
  id: string
  space_id: string
  post_id: string
  reply_id: string | null
  author_id: string
  state: CaseState
  version: number
  decided_at: Date | null
  asked_at: Date | null
}

const stored = (row: Row): StoredCase => ({
  id: row.id,
  spaceId: row.space_id,
  postId: row.post_id,
  replyId: row.reply_id,
  authorId: row.author_id,
  state: row.state,
  version: row.version,
  decidedAt: row.decided_at,
  askedAt: row.asked_at,
})

const caseColumns = [
  'id',
  'space_id',
  'post_id',
  'reply_id',
  'author_id',
  'state',
  'version',
  'decided_at',
  'asked_at',
] as const

/** Holds a case until the transaction ends: whoever comes second sees what the first one did. */
export async function lockCase(trx: Trx, communityId: string, id: string): Promise<StoredCase | undefined> {
  const row = await trx
    .selectFrom('cases')
    .select(caseColumns)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && stored(row)
}

/** Who wrote an entry and what it says now. Stays inside the transaction. */
export async function entryFor(
  trx: Trx,
  place: EntryPlace,
): Promise<{ authorId: string; said: string; spaceId: string } | undefined> {
  const post = await trx
    .selectFrom('posts')
    .select(['author_id', 'body', 'title', 'space_id'])
    .where('community_id', '=', place.communityId)
    .where('id', '=', place.postId)
    .executeTakeFirst()
  if (!post) return undefined
  if (!place.replyId)
    return { authorId: post.author_id, said: `${post.title}\n\n${post.body}`, spaceId: post.space_id }
  const reply = await trx
    .selectFrom('replies')
    .select(['author_id', 'body'])
    .where('community_id', '=', place.communityId)
    .where('post_id', '=', place.postId)
    .where('id', '=', place.replyId)
    .executeTakeFirst()
  return reply && { authorId: reply.author_id, said: reply.body, spaceId: post.space_id }
}

/** The open case of an entry, held until the transaction ends; begins one where there is none. */
export async function openCase(
  trx: Trx,
  place: EntryPlace,
  now: Date,
  id?: string,
): Promise<StoredCase | undefined> {
  const entryId = place.replyId ?? place.postId
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case ${place.communityId} ${entryId}`}, 0))`.execute(
    trx,
  )
  const open = await trx
    .selectFrom('cases')
    .select(caseColumns)
    .where('community_id', '=', place.communityId)
    .where('entry_id', '=', entryId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  if (open) return stored(open)
  const entry = await entryFor(trx, place)
  if (!entry) return undefined
  const row = await trx
    .insertInto('cases')
    .values({
      community_id: place.communityId,
      id: id ?? newId(now.getTime()),
      space_id: entry.spaceId,
      post_id: place.postId,
      reply_id: place.replyId,
      entry_id: entryId,
      author_id: entry.authorId,
      said: entry.said,
      state: 'open',
      version: 0,
      opened_at: now,
      decided_at: null,
      asked_at: null,
    })
    .returning(caseColumns)
    .executeTakeFirstOrThrow()
  return stored(row)
}

export interface NewReport {
  communityId: string
  caseId: string
  reporterId: string
  wish: Wish
  note: string
}

/** @returns false when this person's report is in the case already */
export async function addReport(
  trx: Trx,
  report: NewReport,
  now: Date,
  id = newId(now.getTime()),
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reports')
    .values({
      community_id: report.communityId,
      case_id: report.caseId,
      reporter_id: report.reporterId,
      id,
      wish: report.wish,
      note: report.note,
      created_at: now,
      answered_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

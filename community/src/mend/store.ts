import { sql } from 'kysely'
import type { TakenLine, TakenWords } from '../bounds/index.ts'
import { newId, type Trx } from '../foundation/index.ts'
import type { CaseState, Wish } from './rules.ts'

/** A case as it is written. The author stays inside this folder. */
export interface StoredCase {
  id: string
  kind: string
  /** What it is about. */
  wordsId: string
  spaceId: string | null
  postId: string | null
  replyId: string | null
  authorId: string
  state: CaseState
  version: number
  decidedAt: Date | null
  askedAt: Date | null
}

interface Row {
  id: string
  kind: string
  entry_id: string
  space_id: string | null
  post_id: string | null
  reply_id: string | null
  author_id: string
  state: CaseState
  version: number
  decided_at: Date | null
  asked_at: Date | null
}

const stored = (row: Row): StoredCase => ({
  id: row.id,
  kind: row.kind,
  wordsId: row.entry_id,
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
  'kind',
  'entry_id',
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

/** What a case is begun about. */
export interface Beginning extends TakenWords {
  communityId: string
  kind: string
  wordsId: string
  /** Where a post or reply stands. */
  entry?: { postId: string; replyId: string | null; said: string }
}

/** Lets no two begin a case about the same words at once. */
export async function holdWords(trx: Trx, communityId: string, wordsId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case ${communityId} ${wordsId}`}, 0))`.execute(
    trx,
  )
}

/** The open case about these words, held until the transaction ends. Ask after `holdWords`. */
export async function openCaseOn(
  trx: Trx,
  communityId: string,
  wordsId: string,
): Promise<StoredCase | undefined> {
  const open = await trx
    .selectFrom('cases')
    .select(caseColumns)
    .where('community_id', '=', communityId)
    .where('entry_id', '=', wordsId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  return open && stored(open)
}

/** Begins a case. Ask after `holdWords`. */
export async function addCase(trx: Trx, begun: Beginning, now: Date, id?: string): Promise<StoredCase> {
  const row = await trx
    .insertInto('cases')
    .values({
      community_id: begun.communityId,
      id: id ?? newId(now.getTime()),
      kind: begun.kind,
      space_id: begun.spaceId,
      post_id: begun.entry?.postId ?? null,
      reply_id: begun.entry?.replyId ?? null,
      entry_id: begun.wordsId,
      author_id: begun.authorId,
      other_id: begun.otherId,
      guarded: begun.guarded,
      said: begun.entry?.said ?? '',
      state: 'open',
      version: 0,
      opened_at: now,
      decided_at: null,
      asked_at: null,
    })
    .returning(caseColumns)
    .executeTakeFirstOrThrow()
  if (begun.lines.length > 0) await addLines(trx, begun.communityId, row.id, begun.lines)
  return stored(row)
}

async function addLines(
  trx: Trx,
  communityId: string,
  caseId: string,
  lines: readonly TakenLine[],
): Promise<void> {
  await trx
    .insertInto('case_lines')
    .values(
      lines.map((line) => ({
        community_id: communityId,
        case_id: caseId,
        id: newId(line.saidAt.getTime()),
        author_id: line.authorId,
        html: line.html,
        language: line.language,
        said_at: line.saidAt,
        reported: line.reported,
      })),
    )
    .execute()
}

/** Whether anything is kept of what a case is about. */
export async function hasLines(trx: Trx, communityId: string, caseId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('case_lines')
    .select('id')
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row !== undefined
}

/** Erases the copies of one case: nothing came of it. */
export async function eraseLines(trx: Trx, communityId: string, caseId: string): Promise<void> {
  await trx
    .deleteFrom('case_lines')
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .execute()
}

/** Erases the copies of cases that were decided before a time and in which nobody waits for another look. */
export async function eraseLinesOver(trx: Trx, communityId: string, before: Date): Promise<void> {
  await sql`delete from case_lines l using cases c
    where l.community_id = ${communityId} and c.community_id = l.community_id and c.id = l.case_id
      and c.kind <> 'entry' and c.state <> 'open' and c.asked_at is null and c.decided_at < ${before}`.execute(
    trx,
  )
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

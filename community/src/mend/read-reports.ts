import { sql } from 'kysely'
import { noBlockWith } from '../bounds/index.ts'
import { entryVisible } from '../conversation/index.ts'
import type { House, MemberViewer } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'
import { othersWhoMayDecide } from './read-facts.ts'
import type { CaseState, Wish } from './rules.ts'

/** A report of one's own, and what came of it. */
export interface OwnReport {
  id: string
  kind: string
  /** What was reported, as its feature knows it. */
  wordsId: string
  /** Who wrote what is no post or reply; undefined for those, and where a block stands between. */
  by: string | undefined
  isReply: boolean
  /** Undefined where the thread is no longer for this reader. */
  thread: { postId: string; replyId: string | null; title: string } | undefined
  wish: Wish
  note: string
  createdAt: Date
  state: CaseState
  answered: boolean
  answers: { words: string; at: Date }[]
}

const PER_PAGE = 30

/** One's own reports, latest first. */
export async function readOwnReports(house: House, viewer: MemberViewer): Promise<OwnReport[]> {
  const asking = { community: viewer.communityId, member: readerId(viewer) }
  const { rows } = await sql<{
    id: string
    kind: string
    entry_id: string
    by: string | null
    post_id: string | null
    reply_id: string | null
    title: string | null
    wish: Wish
    note: string
    created_at: Date
    state: CaseState
    answered_at: Date | null
    answers: { words: string; at: string }[] | null
  }>`
    select x.id, c.kind, c.entry_id, c.post_id, c.reply_id,
      case when c.kind <> 'entry' and ${noBlockWith(asking, sql`c.author_id`)} then a.name end as by, case when ${entryVisible(asking, 'p')} and p.hidden_at is null and p.deleted_at is null then p.title end as title,
      x.wish, x.note, x.created_at, c.state, x.answered_at,
      (select json_agg(json_build_object('words', d.to_reporter, 'at', d.decided_at) order by d.decided_at, d.id)
        from decisions d where d.community_id = x.community_id and d.case_id = x.case_id and d.to_reporter <> '' and d.decided_at >= x.created_at) as answers
    from reports x
    join cases c on c.community_id = x.community_id and c.id = x.case_id
    left join members a on a.community_id = c.community_id and a.id = c.author_id
    left join posts p on p.community_id = c.community_id and p.id = c.post_id
    left join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where x.community_id = ${asking.community} and x.reporter_id = ${viewer.memberId}
    order by x.created_at desc, x.id desc
    limit ${PER_PAGE}`.execute(house.db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    wordsId: row.entry_id,
    by: row.by ?? undefined,
    isReply: row.reply_id !== null,
    wish: row.wish,
    note: row.note,
    createdAt: row.created_at,
    state: row.state,
    thread:
      row.title === null || row.post_id === null
        ? undefined
        : { postId: row.post_id, replyId: row.reply_id, title: row.title },
    answered: row.answered_at !== null,
    answers: (row.answers ?? []).map((answer) => ({ words: answer.words, at: new Date(answer.at) })),
  }))
}

/** When this person told the stewards about an entry that they have not decided on yet. */
export async function openReportOn(
  house: House,
  viewer: MemberViewer,
  entryId: string,
): Promise<Date | undefined> {
  const row = await house.db
    .selectFrom('reports as x')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.community_id', '=', 'x.community_id').onRef('c.id', '=', 'x.case_id'),
    )
    .select('x.created_at')
    .where('x.community_id', '=', viewer.communityId)
    .where('x.reporter_id', '=', viewer.memberId)
    .where('c.entry_id', '=', entryId)
    .where('c.state', '=', 'open')
    .executeTakeFirst()
  return row?.created_at
}

/**
 * The report just sent, and whether nobody could decide it yet. Where the words stand without a name this is
 * never said: it would tell that their author looks after the place.
 */
export async function latestReport(
  house: House,
  viewer: MemberViewer,
): Promise<{ wish: Wish; alone: boolean } | undefined> {
  const row = await house.db
    .selectFrom('reports as x')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.community_id', '=', 'x.community_id').onRef('c.id', '=', 'x.case_id'),
    )
    .leftJoin('posts as p', (join) =>
      join.onRef('p.community_id', '=', 'c.community_id').onRef('p.id', '=', 'c.post_id'),
    )
    .leftJoin('replies as r', (join) =>
      join.onRef('r.community_id', '=', 'c.community_id').onRef('r.id', '=', 'c.reply_id'),
    )
    .select(['x.wish', 'x.case_id', 'c.guarded', 'r.unnamed as reply_unnamed', 'p.unnamed as post_unnamed'])
    .where('x.community_id', '=', viewer.communityId)
    .where('x.reporter_id', '=', viewer.memberId)
    .orderBy('x.created_at', 'desc')
    .orderBy('x.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const unnamed = row.guarded || (row.reply_unnamed ?? row.post_unnamed)
  const alone =
    !unnamed && (await othersWhoMayDecide(house.db, viewer.communityId, row.case_id, viewer.memberId)) === 0
  return { wish: row.wish, alone }
}

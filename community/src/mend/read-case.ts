import { sql } from 'kysely'
import { noBlockWith } from '../bounds/index.ts'
import { entryVisible } from '../conversation/index.ts'
import { type House, isId, type MemberViewer, notFound } from '../foundation/index.ts'
import { type CaseFacts, casePolicy } from './policy.ts'
import { factsOfCase, othersWhoMayDecide } from './read-facts.ts'
import { linesAround, type SaidLine } from './read-lines.ts'
import { type AuthorSays, type CaseState, type DecisionKind, openSteps, type Wish } from './rules.ts'
import { type AskingForCases, askingForCases } from './visibility.ts'

export interface CaseView {
  id: string
  state: CaseState
  version: number
  openedAt: Date
  decidedAt: Date | null
  asked: boolean
  postId: string
  replyId: string | null
  entryId: string
  title: string
  /** As it was when it was reported; empty once nothing came of it. */
  said: string
  space: { slug: string; name: string; closed: boolean }
  /** The viewer can open the thread itself. */
  threadOpen: boolean
  lines: SaidLine[]
  reports: { by: string | undefined; wish: Wish; note: string; createdAt: Date; answered: boolean }[]
  trail: {
    by: string | undefined
    byMe: boolean
    what: DecisionKind
    reason: string
    toReporter: string
    at: Date
  }[]
  authorWords: { kind: AuthorSays; words: string; at: Date }[]
  mayDecide: boolean
  /** What this viewer may do next. */
  steps: DecisionKind[]
  /** Colleagues who could decide it. */
  others: number
}

interface CaseRow {
  id: string
  state: CaseState
  version: number
  opened_at: Date
  decided_at: Date | null
  asked_at: Date | null
  post_id: string
  reply_id: string | null
  entry_id: string
  said: string
  title: string
  slug: string
  space_name: string
  visibility: string
  thread_open: boolean
}

async function caseRow(house: House, asking: AskingForCases, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`
    select c.id, c.state, c.version, c.opened_at, c.decided_at, c.asked_at, c.post_id, c.reply_id, c.entry_id, c.said, p.title, s.slug,
      s.name as space_name, s.visibility, ${entryVisible(asking, 'p')} as thread_open
    from cases c
    join posts p on p.community_id = c.community_id and p.id = c.post_id
    join spaces s on s.community_id = c.community_id and s.id = c.space_id
    where c.community_id = ${asking.community} and c.id = ${id}`.execute(house.db)
  return rows[0]
}

async function reportsOf(house: House, asking: AskingForCases, id: string): Promise<CaseView['reports']> {
  const { rows } = await sql<{
    name: string | null
    wish: Wish
    note: string
    created_at: Date
    answered_at: Date | null
  }>`
    select case when x.reporter_id = ${asking.member}::uuid or ${noBlockWith(asking, sql`x.reporter_id`)} then m.name end as name,
      x.wish, x.note, x.created_at, x.answered_at
    from reports x join members m on m.community_id = x.community_id and m.id = x.reporter_id
    where x.community_id = ${asking.community} and x.case_id = ${id} order by x.created_at, x.id`.execute(
    house.db,
  )
  return rows.map((row) => ({
    by: row.name ?? undefined,
    wish: row.wish,
    note: row.note,
    createdAt: row.created_at,
    answered: row.answered_at !== null,
  }))
}

async function trailOf(house: House, asking: AskingForCases, id: string): Promise<CaseView['trail']> {
  const { rows } = await sql<{
    name: string | null
    by_me: boolean
    what: DecisionKind
    reason: string
    to_reporter: string
    decided_at: Date
  }>`
    select case when ${noBlockWith(asking, sql`d.decided_by`)} then m.name end as name, coalesce(d.decided_by = ${asking.member}::uuid, false) as by_me,
      d.what, d.reason, d.to_reporter, d.decided_at
    from decisions d join members m on m.community_id = d.community_id and m.id = d.decided_by
    where d.community_id = ${asking.community} and d.case_id = ${id} order by d.decided_at, d.id`.execute(
    house.db,
  )
  return rows.map((row) => ({
    by: row.name ?? undefined,
    byMe: row.by_me,
    what: row.what,
    reason: row.reason,
    toReporter: row.to_reporter,
    at: row.decided_at,
  }))
}

async function authorWordsOf(
  house: House,
  communityId: string,
  id: string,
): Promise<CaseView['authorWords']> {
  const rows = await house.db
    .selectFrom('case_words')
    .select(['kind', 'words', 'created_at as at'])
    .where('community_id', '=', communityId)
    .where('case_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows
}

function stepsFor(
  viewer: MemberViewer,
  facts: CaseFacts,
  view: Pick<CaseView, 'state' | 'asked' | 'reports' | 'trail' | 'others'>,
): DecisionKind[] {
  if (!casePolicy.decide(viewer, facts)) return []
  const owed = view.reports.some((report) => !report.answered)
  const last = view.trail.findLast((one) => one.what === 'hide' || one.what === 'keep')
  const mayKeep = casePolicy.keep(viewer, facts, { viewerHidIt: last?.byMe ?? false, others: view.others })
  return openSteps(view.state, view.asked, owed).filter((step) => step !== 'keep' || mayKeep)
}

/** A case with all a steward needs to decide it. Not found for its author and for who does not look after its space. */
export async function readCase(house: House, viewer: MemberViewer, id: string): Promise<CaseView> {
  const facts = isId(id) ? await factsOfCase(house.db, viewer, id) : undefined
  if (!facts || !casePolicy.read(viewer, facts)) throw notFound()
  const asking = askingForCases(viewer)
  const found = await caseRow(house, asking, id)
  if (!found) throw notFound()
  const [lines, reports, trail, authorWords, others] = await Promise.all([
    linesAround(house, asking, found),
    reportsOf(house, asking, id),
    trailOf(house, asking, id),
    authorWordsOf(house, viewer.communityId, id),
    othersWhoMayDecide(house.db, viewer.communityId, id, viewer.memberId),
  ])
  const edited = lines.find((one) => one.id === found.entry_id)?.editedAt
  const asked = found.asked_at !== null || (edited && found.decided_at ? edited > found.decided_at : false)
  const state = { state: found.state, asked, reports, trail, others }
  return {
    ...state,
    id,
    version: found.version,
    openedAt: found.opened_at,
    decidedAt: found.decided_at,
    postId: found.post_id,
    replyId: found.reply_id,
    entryId: found.entry_id,
    title: found.title,
    said: found.said,
    lines,
    authorWords,
    mayDecide: casePolicy.decide(viewer, facts),
    space: { slug: found.slug, name: found.space_name, closed: found.visibility === 'invited' },
    threadOpen: found.thread_open,
    steps: stepsFor(viewer, facts, state),
  }
}

import { sql } from 'kysely'
import { noBlockWith, type Reportable, reportableOf, type Standing } from '../bounds/index.ts'
import { entryPlace, entryVisible } from '../conversation/index.ts'
import { type House, isId, type MemberViewer, notFound } from '../foundation/index.ts'
import { spaceVisible } from '../spaces/index.ts'
import { ENTRY } from './entry-store.ts'
import { type CaseFacts, casePolicy } from './policy.ts'
import { factsOfCase, othersWhoMayDecide } from './read-facts.ts'
import { copiedLines, linesAround, type SaidLine } from './read-lines.ts'
import { type AuthorSays, type CaseState, type DecisionKind, openSteps, type Wish } from './rules.ts'
import { type AskingForCases, askingForCases } from './visibility.ts'

export interface CaseView {
  id: string
  state: CaseState
  version: number
  openedAt: Date
  decidedAt: Date | null
  asked: boolean
  kind: string
  /** How words of this kind are spoken of; undefined for posts and replies. */
  says: Reportable['says'] | undefined
  /** Its author can change it. */
  changes: boolean
  postId: string | null
  replyId: string | null
  entryId: string
  /** Of the thread; empty for what is in none. */
  title: string
  /** As it was when it was reported; empty once nothing came of it. */
  said: string
  /** Undefined where it stands in no space. */
  space: { slug: string; name: string } | undefined
  /** Where it stands, if the viewer can go there. */
  href: string | undefined
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
  kind: string
  post_id: string | null
  reply_id: string | null
  entry_id: string
  said: string
  title: string | null
  slug: string | null
  space_name: string | null
  open: boolean
}

async function caseRow(house: House, asking: AskingForCases, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`
    select c.id, c.state, c.version, c.opened_at, c.decided_at, c.asked_at, c.kind, c.post_id, c.reply_id, c.entry_id, c.said, p.title, s.slug,
      s.name as space_name, coalesce(case when c.post_id is null then s.id is null or ${spaceVisible(asking, 's')} else ${entryVisible(asking, 'p')} end, false) as open
    from cases c
    left join posts p on p.community_id = c.community_id and p.id = c.post_id
    left join spaces s on s.community_id = c.community_id and s.id = c.space_id
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

async function standingOf(
  house: House,
  { communityId }: MemberViewer,
  { post_id, reply_id, entry_id }: CaseRow,
  reportable: Reportable | undefined,
): Promise<Standing> {
  if (post_id) return { is: 'there', href: entryPlace(post_id, reply_id) }
  return (await reportable?.standing(house.db, communityId, entry_id)) ?? { is: 'gone', href: undefined }
}

/** A case with all a steward needs to decide it. Not found for its author and for who does not look after its space. */
export async function readCase(house: House, viewer: MemberViewer, id: string): Promise<CaseView> {
  const facts = isId(id) ? await factsOfCase(house.db, viewer, id) : undefined
  if (!facts || !casePolicy.read(viewer, facts)) throw notFound()
  const asking = askingForCases(viewer)
  const found = await caseRow(house, asking, id)
  if (!found) throw notFound()
  const reportable = reportableOf(house, found.kind)
  const standing = await standingOf(house, viewer, found, reportable)
  const [lines, reports, trail, authorWords, others] = await Promise.all([
    found.kind === ENTRY ? linesAround(house, asking, found) : copiedLines(house, asking, found, standing.is),
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
    kind: found.kind,
    says: reportable?.says,
    changes: found.kind === ENTRY || reportable?.changeAt !== undefined,
    title: found.title ?? '',
    said: found.said,
    lines,
    authorWords,
    mayDecide: casePolicy.decide(viewer, facts),
    space: found.slug && found.space_name ? { slug: found.slug, name: found.space_name } : undefined,
    href: found.open ? standing.href : undefined,
    steps: stepsFor(viewer, facts, state),
  }
}

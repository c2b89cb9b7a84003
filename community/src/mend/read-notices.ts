import { sql } from 'kysely'
import type { EntryItem } from '../conversation/index.ts'
import {
  type House,
  isId,
  isMember,
  type MemberViewer,
  notFound,
  type PageContext,
} from '../foundation/index.ts'
import { casePolicy } from './policy.ts'
import { factsOfCase } from './read-facts.ts'
import type { AuthorSays } from './rules.ts'
import { askingForCases, caseInReach } from './visibility.ts'

/** Why an entry is hidden: for its author the reason, for a steward the way to the case. */
export interface HiddenNotice {
  caseId: string
  forAuthor: boolean
  reason: string
  decidedAt: Date
  /** What the author has last said since; undefined when they have not. */
  asked: AuthorSays | undefined
}

interface Row {
  id: string
  entry_id: string
  mine: boolean
  reason: string
  decided_at: Date
  asked: AuthorSays | null
}

const latestReason = sql`coalesce((select d.reason from decisions d where d.community_id = c.community_id and d.case_id = c.id
  and d.what in ('hide', 'keep') order by d.decided_at desc, d.id desc limit 1), '')`
const latestWords = sql`(select a.kind from case_words a where a.community_id = c.community_id and a.case_id = c.id
  and c.asked_at is not null order by a.created_at desc, a.id desc limit 1)`

/** The notices of one page: one query, and none where nothing is hidden. */
export function hiddenNotices(
  house: House,
  page: PageContext,
  items: readonly EntryItem[],
): Promise<Map<string, HiddenNotice>> {
  const hidden = items.filter(
    ({ entry }) => entry.hidden && !entry.deleted && (entry.mine || casePolicy.today(page.viewer)),
  )
  return noticesOf(
    house,
    page,
    hidden.map(({ entry }) => entry.id),
  )
}

/** Why these words are hidden, for who wrote them and for who may decide their case. */
export async function noticesOf(
  house: House,
  page: PageContext,
  hidden: readonly string[],
): Promise<Map<string, HiddenNotice>> {
  if (hidden.length === 0 || !isMember(page.viewer)) return new Map()
  const asking = askingForCases(page.viewer)
  const { rows } = await sql<Row>`
    select distinct on (c.entry_id) c.id, c.entry_id, c.author_id = ${asking.member}::uuid as mine, c.decided_at, ${latestReason} as reason, ${latestWords} as asked
    from cases c left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    where c.community_id = ${asking.community} and c.entry_id = any(${[...hidden]}::uuid[]) and c.state = 'hidden'
      and (c.author_id = ${asking.member}::uuid or (${casePolicy.today(page.viewer)}::boolean and ${caseInReach(asking)}))
    order by c.entry_id, c.decided_at desc`.execute(house.db)
  return new Map(
    rows.map((row) => [
      row.entry_id,
      {
        caseId: row.id,
        forAuthor: row.mine,
        reason: row.mine ? row.reason : '',
        decidedAt: row.decided_at,
        asked: row.asked ?? undefined,
      },
    ]),
  )
}

export interface OwnHidden {
  caseId: string
  kind: string
  postId: string | null
  replyId: string | null
  reason: string
  /** Empty where nothing of it is kept any longer. */
  html: string
  language: string
  /** False once it is back. */
  hidden: boolean
}

interface OwnRow {
  id: string
  kind: string
  post_id: string | null
  reply_id: string | null
  reason: string
  html: string | null
  language: string | null
  hidden: boolean
}

/** More than anybody has hidden at once. */
const MOST_HIDDEN = 30

/** Cases about the viewer's own words that have not been taken back: one of them, or all that are hidden, latest first. */
async function ownRows(house: House, viewer: MemberViewer, caseId: string | null): Promise<OwnHidden[]> {
  const { rows } = await sql<OwnRow>`
    select c.id, c.kind, c.post_id, c.reply_id, ${latestReason} as reason, coalesce(l.html, r.html, p.html) as html,
      coalesce(l.language, r.language, p.language) as language, c.state = 'hidden' as hidden
    from cases c
    left join case_lines l on l.community_id = c.community_id and l.case_id = c.id and l.reported
    left join posts p on p.community_id = c.community_id and p.id = c.post_id
    left join replies r on r.community_id = c.community_id and r.id = c.reply_id
    where c.community_id = ${viewer.communityId} and c.author_id = ${viewer.memberId} and coalesce(r.deleted_at, p.deleted_at) is null
      and case when ${caseId}::uuid is null then c.state = 'hidden' else c.id = ${caseId}::uuid end
    order by c.decided_at desc, c.id
    limit ${MOST_HIDDEN}`.execute(house.db)
  return rows.map(({ id, kind, post_id, reply_id, reason, html, language, hidden }) => ({
    caseId: id,
    postId: post_id,
    replyId: reply_id,
    ...{ kind, reason, hidden, html: html ?? '', language: language ?? 'en' },
  }))
}

/** What of one's own is hidden now, with the reasons. */
export async function readAllOwnHidden(house: House, viewer: MemberViewer): Promise<OwnHidden[]> {
  return ownRows(house, viewer, null)
}

/** Something of one's own that is hidden, with the reason. Not found for everybody else. */
export async function readOwnHidden(house: House, viewer: MemberViewer, caseId: string): Promise<OwnHidden> {
  const facts = isId(caseId) ? await factsOfCase(house.db, viewer, caseId) : undefined
  if (!facts || !casePolicy.askAgain(viewer, facts)) throw notFound()
  const [found] = await ownRows(house, viewer, caseId)
  if (!found) throw notFound()
  return found
}

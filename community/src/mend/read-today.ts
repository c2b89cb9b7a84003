import { sql } from 'kysely'
import { noBlockWith } from '../bounds/index.ts'
import { entryListed, type HeatingThread, readHeating } from '../conversation/index.ts'
import type { House, MemberViewer } from '../foundation/index.ts'
import { readWorthAWord, type WorthAWord } from '../lifting/index.ts'
import { type HeldEntry, readAllHeld } from './read-held.ts'
import { FIRST_DAYS, LINES_TODAY, WAITING_DAYS, type Wish } from './rules.ts'
import { askingForCases, caseInReach, memberMayDecide, reportedBy, spaceInCare } from './visibility.ts'

/** A case that waits for a steward. */
export interface WaitingCase {
  id: string
  kind: string
  isReply: boolean
  /** Undefined where it stands in no space. */
  spaceName: string | undefined
  /** reported: nobody has decided. asked: its author wrote to the stewards. changed: its author edited it. */
  why: 'reported' | 'asked' | 'changed'
  since: Date
  /** The strongest of the wishes. */
  wish: Wish
  /** A colleague left a note. */
  noted: boolean
}

export interface WaitingPost {
  id: string
  title: string
  spaceName: string
  /** Undefined where it stands without a name. */
  author: string | undefined
  since: Date
}

export interface Promised {
  caseId: string
  reporter: string | undefined
  decidedAt: Date
}

export interface Today {
  cases: WaitingCase[]
  held: HeldEntry[]
  posts: WaitingPost[]
  promised: Promised[]
  /** Threads that may be about to turn. */
  heating: HeatingThread[]
  /** Kind things nobody has remarked on. */
  worth: WorthAWord[]
  /** A case waits that nobody but the viewer looks after, and it is about something of theirs or to them, or reported by them. */
  stuck: boolean
}

/** Cases that wait for this steward, what asks to act first. */
export async function readWaitingCases(house: House, viewer: MemberViewer): Promise<WaitingCase[]> {
  const asking = askingForCases(viewer)
  const { rows } = await sql<{
    id: string
    kind: string
    is_reply: boolean
    space_name: string | null
    why: WaitingCase['why']
    since: Date
    wish: Wish
    noted: boolean
  }>`
    select c.id, c.kind, c.reply_id is not null as is_reply, s.name as space_name,
      case when c.state = 'open' then 'reported' when c.asked_at is not null then 'asked' else 'changed' end as why,
      case when c.state = 'open' then c.opened_at else coalesce(c.asked_at, r.edited_at, p.edited_at) end as since,
      (select x.wish from reports x where x.community_id = c.community_id and x.case_id = c.id
        order by array_position(array['act', 'help-talk', 'note'], x.wish) limit 1) as wish,
      exists (select from decisions d where d.community_id = c.community_id and d.case_id = c.id and d.what = 'note') as noted
    from cases c
    left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    left join posts p on p.community_id = c.community_id and p.id = c.post_id
    left join replies r on r.community_id = c.community_id and r.id = c.reply_id
    where c.community_id = ${asking.community} and ${caseInReach(asking)}
      and (c.state = 'open' or (c.state = 'hidden' and case when c.reply_id is null then p.deleted_at is null else r.deleted_at is null end
        and (c.asked_at is not null or coalesce(case when c.reply_id is null then p.edited_at else r.edited_at end > c.decided_at, false))))
    order by c.state = 'open' and exists (
      select from reports x where x.community_id = c.community_id and x.case_id = c.id and x.wish = 'act') desc, since
    limit ${LINES_TODAY}`.execute(house.db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    isReply: row.is_reply,
    spaceName: row.space_name ?? undefined,
    why: row.why,
    since: row.since,
    wish: row.wish ?? 'note',
    noted: row.noted,
  }))
}

/**
 * Posts nobody has answered, by people in their first days. Those without a name are all here, whoever
 * wrote them: a list of new people only would say that their author is new.
 */
async function waitingPosts(house: House, viewer: MemberViewer): Promise<WaitingPost[]> {
  const asking = askingForCases(viewer)
  const now = house.clock.now().getTime()
  const { rows } = await sql<{
    id: string
    title: string
    name: string | null
    space_name: string
    created_at: Date
  }>`
    select p.id, p.title, case when p.unnamed then null else m.name end as name, s.name as space_name, p.created_at
    from posts p
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = p.community_id and m.id = p.author_id
    where p.community_id = ${asking.community} and p.active_at > ${new Date(now - WAITING_DAYS * 86_400_000)}
      and p.created_at > ${new Date(now - WAITING_DAYS * 86_400_000)} and p.author_id <> ${asking.member}::uuid
      and p.locked_at is null and s.archived_at is null and ${entryListed(asking, 'p')}
      and (p.unnamed or m.joined_at > p.created_at - make_interval(days => ${sql.lit(FIRST_DAYS)}))
      and not exists (
        select from replies r where r.community_id = p.community_id and r.post_id = p.id and r.author_id <> p.author_id
          and r.deleted_at is null and r.hidden_at is null and r.held_at is null)
    order by p.created_at
    limit ${LINES_TODAY}`.execute(house.db)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    spaceName: row.space_name,
    author: row.name ?? undefined,
    since: row.created_at,
  }))
}

async function promisedReports(house: House, viewer: MemberViewer): Promise<Promised[]> {
  const asking = askingForCases(viewer)
  const { rows } = await sql<{
    case_id: string
    name: string | null
    decided_at: Date
  }>`
    select x.case_id, c.decided_at,
      case when ${noBlockWith(asking, sql`x.reporter_id`)} then m.name end as name
    from reports x
    join cases c on c.community_id = x.community_id and c.id = x.case_id
    left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    join members m on m.community_id = x.community_id and m.id = x.reporter_id and m.status = 'active'
    where x.community_id = ${asking.community} and x.answered_at is null and c.state <> 'open' and ${caseInReach(asking)}
    order by c.decided_at, x.id
    limit ${LINES_TODAY}`.execute(house.db)
  return rows.map((row) => ({
    caseId: row.case_id,
    reporter: row.name ?? undefined,
    decidedAt: row.decided_at,
  }))
}

/** An open case that is this steward's own and that nobody else could decide. */
async function isStuck(house: House, viewer: MemberViewer): Promise<boolean> {
  const asking = askingForCases(viewer)
  const { rows } = await sql`
    select from cases c left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    where c.community_id = ${asking.community} and c.state = 'open' and ${spaceInCare(asking)}
      and (c.author_id = ${asking.member}::uuid or c.other_id = ${asking.member}::uuid or ${reportedBy(asking)})
      and not exists (
        select from members m where m.community_id = c.community_id and m.id <> ${asking.member}::uuid and ${memberMayDecide})
    limit 1`.execute(house.db)
  return rows.length > 0
}

/** What waits for this steward now; short, because it is a morning and not a backlog. */
export async function readToday(house: House, viewer: MemberViewer): Promise<Today> {
  const [cases, held, posts, promised, heating, worth, stuck] = await Promise.all([
    readWaitingCases(house, viewer),
    readAllHeld(house, viewer),
    waitingPosts(house, viewer),
    promisedReports(house, viewer),
    readHeating(house, viewer, LINES_TODAY),
    readWorthAWord(house, viewer),
    isStuck(house, viewer),
  ])
  // Together five: what waits for a steward first, then what may be about to.
  const roomAfter = (...lists: readonly unknown[][]) => Math.max(0, LINES_TODAY - lists.flat().length)
  const heldNow = held.slice(0, roomAfter(cases))
  const heatingNow = heating.slice(0, roomAfter(cases, heldNow))
  return { cases, held: heldNow, posts, promised, heating: heatingNow, worth, stuck }
}

import { sql } from 'kysely'
import { type Asking, notMuted } from '../../bounds/index.ts'
import { type House, prepare, type Viewer } from '../../foundation/index.ts'
import { readerId } from '../../spaces/index.ts'
import { HEARINGS_READ, type HearingAnswer } from './rules.ts'
import { hearingVisible } from './visibility.ts'

/** A line under an entry, as this viewer may read it. */
export interface HearingView {
  id: string
  postId: string
  replyId: string | null
  words: string
  answer: HearingAnswer | null
  adds: string
  listener: { handle: string; name: string }
  isMine: boolean
  isForMe: boolean
  /** The viewer muted who said it. */
  muted: boolean
  /** A steward hid it; only who said it reads it. */
  hidden: boolean
  saidAt: Date
}

interface Row {
  id: string
  entry_id: string
  post_id: string
  reply_id: string | null
  words: string
  answer: HearingAnswer | null
  adds: string
  name: string
  handle: string
  mine: boolean
  for_me: boolean
  muted: boolean
  hidden: boolean
  said_at: Date
}

const columns = (asking: Asking) =>
  sql`h.id, h.entry_id, h.post_id, h.reply_id, h.words, h.answer, h.adds, h.said_at, h.hidden_at is not null as hidden, l.name, l.handle,
    coalesce(h.listener_id = ${asking.member}::uuid, false) as mine, coalesce(h.author_id = ${asking.member}::uuid, false) as for_me,
    exists (select from mutes u where u.community_id = h.community_id and u.muter_id = ${asking.member}::uuid and u.muted_id = h.listener_id) as muted`

const joined = sql`from hearings h
  join members l on l.community_id = h.community_id and l.id = h.listener_id
  join posts p on p.community_id = h.community_id and p.id = h.post_id
  join spaces s on s.community_id = p.community_id and s.id = p.space_id
  left join replies r on r.community_id = h.community_id and r.id = h.reply_id`

/** Of whom one muted one reads nothing, but about oneself one is to know, and may take it away. */
const read = (asking: Asking) =>
  sql<boolean>`(${hearingVisible(asking)} and (h.author_id = ${asking.member}::uuid or ${notMuted(asking, sql`h.listener_id`)}))`

const underEntries = prepare<Asking & { entries: string[]; limit: number }, Row>(
  'hearings-under-entries',
  (_, p) =>
    sql`select * from (
      select ${columns(p)}, row_number() over (partition by h.entry_id order by
        case when h.listener_id = ${p.member}::uuid then 0 when h.author_id = ${p.member}::uuid and h.answer is null then 1
          when h.answer is not null then 2 else 3 end, h.id) as place
      ${joined} where h.community_id = ${p.community} and h.entry_id = any(${p.entries}::uuid[]) and ${read(p)}
    ) ranked where place <= ${p.limit} order by place`,
)

const inThread = prepare<Asking & { post: string; after: string; limit: number }, Row>(
  'hearings-in-thread',
  (_, p) =>
    sql`select ${columns(p)} ${joined}
    where h.community_id = ${p.community} and h.post_id = ${p.post} and h.id > ${p.after}::uuid and ${read(p)}
    order by h.id limit ${p.limit}`,
)

const view = (row: Row): HearingView => ({
  id: row.id,
  postId: row.post_id,
  replyId: row.reply_id,
  words: row.words,
  answer: row.answer,
  adds: row.adds,
  listener: { handle: row.handle, name: row.name },
  isMine: row.mine,
  isForMe: row.for_me,
  muted: row.muted,
  hidden: row.hidden,
  saidAt: row.said_at,
})

const asking = (viewer: Viewer): Asking => ({ community: viewer.communityId, member: readerId(viewer) })

/** Lines under each of these entries, by entry id: mine first, what waits for my answer, then what was answered. */
export async function hearingsUnder(
  house: House,
  viewer: Viewer,
  entries: readonly string[],
): Promise<Map<string, HearingView[]>> {
  const rows = await underEntries(house, {
    ...asking(viewer),
    entries: [...entries],
    limit: HEARINGS_READ,
  })
  const byEntry = new Map<string, HearingView[]>()
  for (const row of rows) {
    const list = byEntry.get(row.entry_id)
    if (list) list.push(view(row))
    else byEntry.set(row.entry_id, [view(row)])
  }
  return byEntry
}

const FIRST = '00000000-0000-0000-0000-000000000000'

/** Lines in a thread, in the order in which they were said; what is muted is left out, as in every list. */
export async function hearingsIn(
  house: House,
  viewer: Viewer,
  postId: string,
  options: { after?: string | undefined; limit: number },
): Promise<{ hearings: HearingView[]; next: string | undefined }> {
  const rows = await inThread(house, {
    ...asking(viewer),
    post: postId,
    after: options.after ?? FIRST,
    limit: options.limit + 1,
  })
  const shown = rows.slice(0, options.limit)
  return {
    hearings: shown.map(view),
    next: rows.length > shown.length ? shown.at(-1)!.id : undefined,
  }
}

const byId = prepare<Asking & { id: string }, Row & { title: string }>(
  'hearing-by-id',
  (_, p) =>
    sql`select ${columns(p)}, p.title ${joined} where h.community_id = ${p.community} and h.id = ${p.id} and ${hearingVisible(p)}`,
)

/** One line as this viewer sees it, with the title of its thread; also of whom they muted. */
export async function readHearing(
  house: House,
  viewer: Viewer,
  id: string,
): Promise<(HearingView & { title: string }) | undefined> {
  const [row] = await byId(house, { ...asking(viewer), id })
  return row && { ...view(row), title: row.title }
}

import { sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../../bounds/index.ts'
import { type House, localTime, type MemberViewer, prepare } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'
import { actOfDay, dayOf, STORIES_SHOWN } from './rules.ts'
import { actIdOfDay } from './store.ts'

/** An idea as one member reads it. */
export interface ActView {
  id: string
  words: string
  author: { name: string; handle: string }
  mine: boolean
  /** This member did it. Nobody else's doing is known here. */
  did: boolean
  /** This member told how it went. */
  told: boolean
}

export interface Story {
  id: string
  memberId: string
  words: string
  name: string
  handle: string
  /** A steward hid it; only who told it reads it. */
  hidden: boolean
}

interface Row {
  id: string
  words: string
  author_id: string
  name: string
  handle: string
  did: boolean
  told: boolean
}

const columns = sql`a.id, a.words, a.author_id, m.name, m.handle, t.member_id is not null as did, t.told_at is not null as told`
const joined = (p: Asking) => sql`from kind_acts a
  join members m on m.community_id = a.community_id and m.id = a.author_id
  left join kind_act_tries t on t.community_id = a.community_id and t.act_id = a.id and t.member_id = ${p.member}::uuid
  where a.community_id = ${p.community} and ${noBlockWith(p, sql`a.author_id`)}`

const latest = prepare<Asking & { before: string; limit: number }, Row>(
  'kind-acts',
  (_, p) =>
    sql`select ${columns} ${joined(p)} and ${notMuted(p, sql`a.author_id`)} and a.id < ${p.before}::uuid
      order by a.id desc limit ${p.limit}`,
)
const one = prepare<Asking & { id: string }, Row>(
  'kind-act',
  (_, p) => sql`select ${columns} ${joined(p)} and a.id = ${p.id}`,
)
const listed = prepare<Asking & { id: string }, Row>(
  'kind-act-listed',
  (_, p) =>
    sql`select ${columns} ${joined(p)} and a.id = ${p.id} and ${notMuted(p, sql`a.author_id`)} and not ${isRemembered('m')}`,
)
const seen = prepare<Asking, { id: string }>(
  'kind-acts-seen',
  (_, p) => sql`select a.id ${joined(p)} and ${notMuted(p, sql`a.author_id`)} and not ${isRemembered('m')}`,
)
const done = prepare<Asking & { before: string; limit: number }, Row & { try_id: string; tried_at: Date }>(
  'kind-acts-done',
  (_, p) => sql`select ${columns}, t.id as try_id, t.tried_at ${joined(p)} and t.id < ${p.before}::uuid
    order by t.id desc limit ${p.limit}`,
)

const asking = ({ communityId, memberId }: MemberViewer) => ({ community: communityId, member: memberId })
const view =
  ({ memberId }: MemberViewer) =>
  (row: Row): ActView => ({
    id: row.id,
    words: row.words,
    author: { name: row.name, handle: row.handle },
    mine: row.author_id === memberId,
    did: row.did,
    told: row.told,
  })

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Ideas, latest first. Nothing orders them by how often they were done. */
export async function readActs(
  house: House,
  viewer: MemberViewer,
  { before = LAST, limit = 20 }: { before?: string | undefined; limit?: number | undefined },
): Promise<{ acts: ActView[]; next: string | undefined }> {
  const rows = await latest(house, { ...asking(viewer), before, limit: limit + 1 })
  const acts = rows.slice(0, limit).map(view(viewer))
  return { acts, next: rows.length > limit ? acts.at(-1)!.id : undefined }
}

/** One idea; undefined where it is gone or a block stands between. */
export async function readAct(house: House, viewer: MemberViewer, id: string): Promise<ActView | undefined> {
  const [row] = await one(house, { ...asking(viewer), id })
  return row && view(viewer)(row)
}

/** The idea that stands on the page today, the same for everybody; another only where a block or a mute stands between. */
export async function readToday(house: House, viewer: MemberViewer): Promise<ActView | undefined> {
  const { communityId } = viewer
  const community = await house.communities.byId(communityId)
  const day = dayOf(localTime(community!.timeZone, house.clock.now().getTime()))
  const id = await actIdOfDay(house.db, communityId, day)
  if (!id) return undefined
  const [act] = await listed(house, { ...asking(viewer), id })
  if (act) return view(viewer)(act)
  const others = (await seen(house, asking(viewer))).map((row) => ({ id: row.id, lastDay: null }))
  const other = actOfDay(others, `${communityId} ${day}`)
  return other ? readAct(house, viewer, other) : undefined
}

export interface Done {
  act: ActView
  at: Date
  next: string
}

/** What a member did, latest first, for them alone. */
export async function readDone(
  house: House,
  viewer: MemberViewer,
  { before = LAST, limit = 20 }: { before?: string | undefined; limit?: number | undefined },
): Promise<{ done: Done[]; next: string | undefined }> {
  const rows = await done(house, { ...asking(viewer), before, limit: limit + 1 })
  const list = rows
    .slice(0, limit)
    .map((row) => ({ act: view(viewer)(row), at: row.tried_at, next: row.try_id }))
  return { done: list, next: rows.length > limit ? list.at(-1)!.next : undefined }
}

const told = prepare<
  Asking & { act: string; limit: number },
  { id: string; member_id: string; words: string; name: string; handle: string; hidden: boolean }
>(
  'kind-act-stories',
  (
    _,
    p,
  ) => sql`select t.id, t.member_id, t.story as words, m.name, m.handle, t.hidden_at is not null as hidden from kind_act_tries t
    join members m on m.community_id = t.community_id and m.id = t.member_id
    where t.community_id = ${p.community} and t.act_id = ${p.act} and t.told_at is not null and ${noBlockWith(p, sql`t.member_id`)}
      and (t.hidden_at is null or t.member_id = ${p.member}::uuid) and ${notMuted(p, sql`t.member_id`)}
    order by (t.member_id = ${p.member}::uuid) desc, t.told_at desc limit ${p.limit}`,
)

/** What was told of an idea: mine first, then the latest, at most three. */
export async function readStories(
  house: House,
  viewer: MemberViewer,
  actId: string,
): Promise<{ stories: Story[]; others: boolean }> {
  const rows = await told(house, { ...asking(viewer), act: actId, limit: STORIES_SHOWN + 1 })
  const stories = rows
    .slice(0, STORIES_SHOWN)
    .map(({ member_id, ...story }) => ({ ...story, memberId: member_id }))
  return { stories, others: rows.length > STORIES_SHOWN }
}

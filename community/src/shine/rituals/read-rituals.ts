import { sql } from 'kysely'
import { type Asking, noBlockWith } from '../../bounds/index.ts'
import { entryListed } from '../../conversation/index.ts'
import { type Community, type House, plainExcerpt, prepare, type Viewer } from '../../foundation/index.ts'
import { readerId, type Space, spaceVisible, visibleSpaces } from '../../spaces/index.ts'
import { currentOccasions, type OccasionRow } from './occasion-store.ts'
import { GATHERED, type RitualKind } from './rules.ts'
import { allRituals, type RitualRow } from './store.ts'
import { occurrences } from './when.ts'

const DAY = 86_400_000
const AHEAD = 42 * DAY
const EACH_AHEAD = 3
const LATELY = 30 * DAY
const LATELY_SHOWN = 5
const EXCERPT = 140

const askingOf = (viewer: Viewer): Asking => ({ community: viewer.communityId, member: readerId(viewer) })

/** Somebody by name; only where no block stands between. */
export interface Named {
  id: string
  name: string
  handle: string
}

const people = prepare<Asking & { ids: string[] }, Named>(
  'ritual-people',
  (_, p) =>
    sql`select m.id, m.name, m.handle from members m
    where m.community_id = ${p.community} and m.id = any(${p.ids}::uuid[]) and m.status = 'active' and ${noBlockWith(p, sql`m.id`)}`,
)

export async function namesFor(
  house: House,
  viewer: Viewer,
  ids: readonly (string | null)[],
): Promise<Map<string, Named>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  return new Map((await people(house, { ...askingOf(viewer), ids: known })).map((one) => [one.id, one]))
}

/** One that is open, or has closed, as this viewer may read its thread. */
export interface ShownOccasion {
  ritualId: string
  postId: string
  title: string
  state: 'open' | 'gathered' | 'quiet'
  closesAt: Date
}

interface ShownRow {
  ritual_id: string
  post_id: string
  title: string
  state: ShownOccasion['state']
  closes_at: Date
}

const shown = prepare<Asking & { since: Date }, ShownRow>(
  'ritual-occasions-shown',
  (_, p) =>
    sql`select o.ritual_id, o.post_id, p.title, o.state, o.closes_at from ritual_occasions o
    join posts p on p.community_id = o.community_id and p.id = o.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where o.community_id = ${p.community} and (o.state = 'open' or (o.state = 'gathered' and o.closed_at > ${p.since})) and ${entryListed(p, 'p')}
    order by o.closes_at desc limit 40`,
)

/** An entry whose author agreed that it is shown. */
export interface GatheredEntry {
  postId: string
  replyId: string
  name: string
  excerpt: string
  language: string
}

interface GatheredRow {
  post_id: string
  id: string
  name: string | null
  body: string
  language: string
}

const gathered = prepare<Asking & { posts: string[]; limit: number }, GatheredRow>(
  'ritual-gathered',
  (_, p) =>
    sql`select g.* from unnest(${p.posts}::uuid[]) as o (post_id) cross join lateral (
      select r.post_id, r.id, case when r.unnamed then null else m.name end as name, left(r.body, 600) as body, r.language
      from ritual_agreed a
      join replies r on r.community_id = a.community_id and r.post_id = a.post_id and r.id = a.entry_id
      join posts p on p.community_id = r.community_id and p.id = r.post_id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = r.community_id and m.id = r.author_id
      where a.community_id = ${p.community} and a.post_id = o.post_id and ${entryListed(p, 'p')} and ${entryListed(p, 'r')}
      order by r.id desc limit ${p.limit}) g`,
)

/** What was gathered of some threads: newest first, at most three of each, and nothing says how many there were. */
export async function gatheredOf(
  house: House,
  viewer: Viewer,
  postIds: readonly string[],
): Promise<Map<string, GatheredEntry[]>> {
  const lists = new Map<string, GatheredEntry[]>()
  if (postIds.length === 0) return lists
  const rows = await gathered(house, { ...askingOf(viewer), posts: [...postIds], limit: GATHERED })
  for (const { post_id: postId, id, name, body, language } of rows)
    lists.set(postId, [
      ...(lists.get(postId) ?? []),
      { postId, replyId: id, name: name ?? '', excerpt: plainExcerpt(body, EXCERPT), language },
    ])
  return lists
}

export async function shownOccasions(house: House, viewer: Viewer): Promise<ShownOccasion[]> {
  const since = new Date(house.clock.now().getTime() - LATELY)
  const rows = await shown(house, { ...askingOf(viewer), since })
  return rows.map(({ ritual_id: ritualId, post_id: postId, title, state, closes_at: closesAt }) => ({
    ritualId,
    postId,
    title,
    state,
    closesAt,
  }))
}

/** What one line under a space's head says: the one that is open there, or else the one that comes first. */
export interface SpaceRitual {
  spaceId: string
  ritualId: string
  name: string
  /** Of the one that is open, where this viewer may read its thread. */
  open: { postId: string; closesAt: Date } | undefined
  comesAt: Date
}

interface SpaceRow {
  space_id: string
  id: string
  name: string
  post_id: string | null
  closes_at: Date | null
  at: Date
}

// Nearly every page of a space asks it, and nearly none has one: the rule of none is worked out here.
const inSpaces = prepare<Asking & { spaces: string[]; until: Date }, SpaceRow>(
  'rituals-in-spaces',
  (_, p) => sql`select distinct on (t.space_id) t.space_id, t.id, t.name, p.id as post_id, o.closes_at,
      coalesce(w.due_at, t.next_at) as at
    from rituals t
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    left join ritual_occasions o on o.community_id = t.community_id and o.ritual_id = t.id and o.state = 'open'
    left join posts p on p.community_id = o.community_id and p.id = o.post_id and ${entryListed(p, 'p')}
    left join ritual_occasions w on w.community_id = t.community_id and w.ritual_id = t.id and w.state = 'waiting'
    where t.community_id = ${p.community} and t.space_id = any(${p.spaces}::uuid[]) and ${spaceVisible(p)}
      and (p.id is not null or (t.resting_at is null and (t.asked_keeper_at is null or w.id is not null)
        and coalesce(w.due_at, t.next_at) < ${p.until}))
    order by t.space_id, p.id nulls last, at`,
)

export async function ritualsInSpaces(
  house: House,
  viewer: Viewer,
  spaceIds: readonly string[],
): Promise<SpaceRitual[]> {
  const until = new Date(house.clock.now().getTime() + AHEAD)
  const rows = await inSpaces(house, { ...askingOf(viewer), spaces: [...spaceIds], until })
  return rows.map((row) => ({
    spaceId: row.space_id,
    ritualId: row.id,
    name: row.name,
    open: row.post_id && row.closes_at ? { postId: row.post_id, closesAt: row.closes_at } : undefined,
    comesAt: row.at,
  }))
}

/** One time ahead. */
export interface Coming {
  ritualId: string
  name: string
  kind: RitualKind
  asks: string
  space: Pick<Space, 'slug' | 'name' | 'visibility'>
  at: Date
  openDays: number
  /** Of the next one only. */
  host: Named | undefined
  /** The next one has nobody yet. */
  isHostWanted: boolean
}

/** When a ritual takes place next; none while it rests or its keeper is asked. */
export function timesOf(
  community: Community,
  ritual: RitualRow,
  waiting: OccasionRow | undefined,
  now: Date,
): Date[] {
  if (ritual.resting_at) return []
  const first = waiting?.due_at ?? ritual.next_at
  if (ritual.asked_keeper_at && !waiting) return []
  const after = occurrences(
    ritual.rule,
    ritual.hour,
    community.timeZone,
    new Date(Math.max(first.getTime(), now.getTime())),
    EACH_AHEAD,
  )
  return [first, ...(ritual.asked_keeper_at ? [] : after)].slice(0, EACH_AHEAD)
}

export interface Calendar {
  on: (ShownOccasion & { ritual: RitualRow; space: Space })[]
  coming: Coming[]
  lately: (ShownOccasion & { entries: GatheredEntry[] })[]
  /** All of them, those at rest too. */
  all: { ritual: RitualRow; space: Space }[]
}

function comingOf(
  community: Community,
  { ritual, space }: { ritual: RitualRow; space: Space },
  waiting: OccasionRow | undefined,
  names: ReadonlyMap<string, Named>,
  now: Date,
): Coming[] {
  return timesOf(community, ritual, waiting, now)
    .filter((at) => at.getTime() < now.getTime() + AHEAD)
    .map((at, index) => ({
      ritualId: ritual.id,
      name: ritual.name,
      kind: ritual.kind,
      asks: ritual.asks,
      space,
      at,
      openDays: ritual.open_days,
      host:
        index === 0 && waiting?.first_words !== null && waiting?.host_id
          ? names.get(waiting.host_id)
          : undefined,
      isHostWanted: index === 0 && waiting !== undefined && waiting.host_id === null,
    }))
}

/** What is on, what comes in the next six weeks, and what was gathered lately, as this viewer may see it. */
export async function readCalendar(house: House, community: Community, viewer: Viewer): Promise<Calendar> {
  const now = house.clock.now()
  const [spaces, rituals, current, occasions] = await Promise.all([
    visibleSpaces(house, viewer),
    allRituals(house.db, community.id),
    currentOccasions(house.db, community.id),
    shownOccasions(house, viewer),
  ])
  const bySpace = new Map(spaces.map((space) => [space.id, space]))
  const all = rituals.flatMap((ritual) => {
    const space = bySpace.get(ritual.space_id)
    return space ? [{ ritual, space }] : []
  })
  const byRitual = new Map(all.map((one) => [one.ritual.id, one]))
  const waiting = new Map(
    current.filter(({ state }) => state === 'waiting').map((one) => [one.ritual_id, one]),
  )
  const names = await namesFor(
    house,
    viewer,
    [...waiting.values()].map(({ host_id }) => host_id),
  )
  const lately = occasions.filter(({ state }) => state === 'gathered').slice(0, LATELY_SHOWN)
  const entries = await gatheredOf(
    house,
    viewer,
    lately.map(({ postId }) => postId),
  )
  return {
    on: occasions.flatMap((one) => {
      const found = byRitual.get(one.ritualId)
      return one.state === 'open' && found ? [{ ...one, ...found }] : []
    }),
    coming: all
      .flatMap((one) => comingOf(community, one, waiting.get(one.ritual.id), names, now))
      .sort((one, other) => one.at.getTime() - other.at.getTime()),
    lately: lately.map((one) => ({ ...one, entries: entries.get(one.postId) ?? [] })),
    all,
  }
}

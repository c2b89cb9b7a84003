import { sql } from 'kysely'
import type { Need } from '../../conversation/index.ts'
import { type House, keptFor, prepareAlone } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'
import {
  BUSY_DAYS,
  bridges,
  CANDIDATES,
  type Candidate,
  PEOPLE_LOOKED_AT,
  TOGETHER_MILLISECONDS,
} from './rules.ts'

/** Nobody notices an order that is a second old; a thousand readers in that second share one look. */
const KEPT_MILLISECONDS = 1_000
/** Who talks with whom changes slowly. */
const BRIDGES_KEPT_MILLISECONDS = 10 * 60_000
/** Threads looked at for bridges, and what one person wrote lately. */
const THREADS_LOOKED_AT = 40
const WRITTEN_LOOKED_AT = 100

interface Row {
  id: string
  active_at: Date
  created_at: Date
  author_id: string
  unnamed: boolean
  need: Need | null
  locked: boolean
  answered: boolean
  first: boolean
}

// Nobody is asked to answer or welcome, by name, somebody who has died.
const ofRemembered = sql`(not p.unnamed and exists (select from members m
  where m.community_id = p.community_id and m.id = p.author_id and ${isRemembered('m')}))`

// Of the whole space, as it stands for everybody; what one reader may see of it is asked where it is shown.
const latest = prepareAlone<{ community: string; space: string; limit: number }, Row>(
  'order-latest',
  (_, p) =>
    sql`select p.id, p.active_at, p.created_at, p.author_id, p.unnamed, p.need, p.locked_at is not null as locked,
      exists (select from replies r where r.community_id = p.community_id and r.post_id = p.id and r.author_id <> p.author_id
        and r.deleted_at is null and r.hidden_at is null and r.held_at is null) or ${ofRemembered} as answered,
      not p.unnamed and not ${ofRemembered} and not exists (select from posts f where f.community_id = p.community_id and f.author_id = p.author_id and f.id < p.id
        and not f.unnamed) as first
    from (select * from posts p where p.community_id = ${p.community} and p.space_id = ${p.space}::uuid and p.deleted_at is null
      and p.hidden_at is null and p.held_at is null and p.pinned_at is null order by p.active_at desc, p.id desc limit ${p.limit}) p
    order by p.active_at desc, p.id desc`,
)

const people = prepareAlone<
  { community: string; space: string; since: Date; threads: number; people: number },
  { id: string; people: string[] }
>(
  'order-people',
  (_, p) =>
    sql`select p.id, array_prepend(p.author_id, array(
        select w.author_id from (select r.author_id, min(r.id::text) as first from replies r where r.community_id = p.community_id and r.post_id = p.id
          and not r.unnamed and r.deleted_at is null and r.hidden_at is null and r.held_at is null group by r.author_id) w
        where w.author_id <> p.author_id order by w.first limit ${p.people}))::text[] as people
    from (select * from posts p where p.community_id = ${p.community} and p.space_id = ${p.space}::uuid and p.deleted_at is null
      and p.hidden_at is null and p.held_at is null and not p.unnamed and p.active_at > ${p.since} and p.reply_count >= 2
      order by p.active_at desc, p.id desc limit ${p.threads}) p`,
)

// Nothing of invited spaces: whether two meet there is known to those inside.
const threads = prepareAlone<
  { community: string; people: string[]; since: Date; limit: number },
  { author: string; posts: string[] }
>(
  'order-threads',
  (_, p) =>
    sql`select a.id::text as author, array(
        select w.post_id from (
          (select p.id as post_id, p.id from posts p where p.community_id = ${p.community} and p.author_id = a.id and p.created_at > ${p.since}
            and not p.unnamed order by p.id desc limit ${p.limit})
          union all
          (select r.post_id, r.id from replies r where r.community_id = ${p.community} and r.author_id = a.id and r.created_at > ${p.since}
            and not r.unnamed order by r.id desc limit ${p.limit})) w
        join posts t on t.community_id = ${p.community} and t.id = w.post_id
        join spaces s on s.community_id = t.community_id and s.id = t.space_id and s.visibility <> 'invited')::text[] as posts
    from unnest(${p.people}::uuid[]) as a (id)`,
)

interface Where {
  communityId: string
  spaceId: string
}

const keyOf = ({ communityId, spaceId }: Where) => `${communityId} ${spaceId}`
const whereOf = (key: string): Where => {
  const [communityId, spaceId] = key.split(' ') as [string, string]
  return { communityId, spaceId }
}

/** Threads of a space that bring together people who seldom write in the same place. */
const bridging = keptFor(BRIDGES_KEPT_MILLISECONDS, async (house, key): Promise<ReadonlySet<string>> => {
  const { communityId: community, spaceId: space } = whereOf(key)
  const since = new Date(house.clock.now().getTime() - TOGETHER_MILLISECONDS)
  const met = (
    await people(house, { community, space, since, threads: THREADS_LOOKED_AT, people: PEOPLE_LOOKED_AT - 1 })
  ).filter((thread) => thread.people.length >= 3)
  if (met.length === 0) return new Set()
  const all = [...new Set(met.flatMap((thread) => thread.people))]
  const wrote = new Map(
    (await threads(house, { community, people: all, since, limit: WRITTEN_LOOKED_AT })).map(
      ({ author, posts }) => [author, new Set(posts)],
    ),
  )
  const elsewhere = (id: string) => (one: string, other: string) => {
    const [mine, theirs] = [wrote.get(one), wrote.get(other)]
    return (
      mine !== undefined && theirs !== undefined && [...mine].some((post) => post !== id && theirs.has(post))
    )
  }
  return new Set(met.filter((thread) => bridges(thread.people, elsewhere(thread.id))).map(({ id }) => id))
})

const candidates = keptFor(KEPT_MILLISECONDS, async (house, key): Promise<Candidate[]> => {
  const { communityId: community, spaceId: space } = whereOf(key)
  const [rows, bridge] = await Promise.all([
    latest(house, { community, space, limit: CANDIDATES }),
    bridging.of(house, key),
  ])
  return rows.map((row) => ({
    id: row.id,
    activeAt: row.active_at,
    createdAt: row.created_at,
    authorId: row.unnamed ? undefined : row.author_id,
    need: row.need,
    answered: row.answered,
    first: row.first,
    bridges: bridge.has(row.id),
    locked: row.locked,
  }))
})

/** The posts of a space that an order may move, latest activity first. Nothing of it is shown before visibility is asked. */
export const readCandidates = (house: House, where: Where): Promise<Candidate[]> =>
  candidates.of(house, keyOf(where))

const begun = prepareAlone<{ community: string; space: string; since: Date }, { count: number }>(
  'order-begun',
  (_, p) =>
    sql`select count(*)::int as count from posts p where p.community_id = ${p.community} and p.space_id = ${p.space}::uuid
      and p.deleted_at is null and p.active_at > ${p.since} and p.created_at > ${p.since}`,
)

/** Posts begun a day in a space, on average over the last week. */
export async function postsADay(house: House, { communityId, spaceId }: Where): Promise<number> {
  const since = new Date(house.clock.now().getTime() - BUSY_DAYS * 86_400_000)
  const [row] = await begun(house, { community: communityId, space: spaceId, since })
  return row!.count / BUSY_DAYS
}

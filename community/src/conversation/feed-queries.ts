import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, prepare } from '../foundation/index.ts'
import type { Need } from './rules.ts'
import { entryListed, repliesOutOfReach } from './visibility.ts'

export type FeedOrder = 'active' | 'newest'

/** A line of a feed as the database gives it. */
export interface FeedRow {
  id: string
  title: string
  body: string
  author_id: string
  unnamed: boolean
  name: string
  handle: string
  picture_id: string | null
  need: Need | null
  new_to_this: boolean
  pinned_at: Date | null
  reply_count: number
  created_at: Date
  active_at: Date
  language: string
  held_at: Date | null
  fresh: boolean | null
  slug: string
  space_name: string
}

/** Who asks, where the page before ended, how many. */
export type Paging = Asking & { time: Date; id: string; limit: number }

/** Ids grow with time, so the newest are found by id alone and no second index is kept. */
const orders = {
  active: {
    after: (p: Paging) => sql<boolean>`(p.active_at, p.id) < (${p.time}, ${p.id}::uuid)`,
    by: sql`p.active_at desc, p.id desc`,
  },
  newest: {
    after: (p: Paging) => sql<boolean>`p.id < ${p.id}::uuid`,
    by: sql`p.id desc`,
  },
} as const

/** Ids of one page among the posts that `where` describes, from an index alone. */
function page(order: FeedOrder, p: Paging, where: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`select p.id, p.active_at
    from posts p
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where p.community_id = ${p.community} and ${where} and ${orders[order].after(p)} and p.deleted_at is null and ${entryListed(p, 'p')}
    order by ${orders[order].by}
    limit ${p.limit}`
}

/**
 * A feed as a prepared query: the ids of one page first, then everything else for those twenty. The
 * obvious join reads far more than it shows.
 *
 * The length of a page stands in the query itself, one query for each length that is asked for. As a
 * parameter it would hide from PostgreSQL how little is wanted, and it would plan anew every time.
 */
function feed<Params extends Paging>(
  name: string,
  order: FeedOrder,
  ids: (params: Params) => RawBuilder<unknown>,
): (house: House, params: Params) => Promise<FeedRow[]> {
  const byLength = new Map<number, (house: House, params: Params) => Promise<FeedRow[]>>()
  return (house, params) => {
    const known =
      byLength.get(params.limit) ?? feedOf(`feed-${name}-${order}-${params.limit}`, order, ids, params.limit)
    byLength.set(params.limit, known)
    return known(house, params)
  }
}

/** Everything a line shows, for the ids of one page. */
function linesOf(p: Asking, page: RawBuilder<unknown>, by: RawBuilder<unknown>): RawBuilder<FeedRow> {
  return sql<FeedRow>`with page as materialized (${page})
      select p.id, p.title, left(p.body, 600) as body, p.author_id, p.unnamed, m.name, m.handle, m.picture_id, p.need, p.new_to_this,
        p.pinned_at, p.reply_count - ${repliesOutOfReach(p, 'p')} as reply_count, p.created_at, p.active_at, p.language, p.held_at, p.active_at > rm.read_at as fresh, s.slug, s.name as space_name
      from page
      join posts p on p.community_id = ${p.community} and p.id = page.id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = p.community_id and m.id = p.author_id
      left join read_marks rm on rm.community_id = p.community_id and rm.member_id = ${p.member}::uuid and rm.post_id = p.id
      order by ${by}`
}

function feedOf<Params extends Paging>(
  name: string,
  order: FeedOrder,
  ids: (params: Params) => RawBuilder<unknown>,
  length: number,
) {
  return prepare<Params, FeedRow>(name, (_, params) => {
    const p = Object.create(params, { limit: { value: sql.lit(length) } }) as Params
    return linesOf(p, ids(p), orders[order].by)
  })
}

/** Posts of one space whose order stands already: those of these ids that this viewer may read in a list. */
export const inGivenOrder = prepare<Asking & { ids: string[]; space: string }, FeedRow>(
  'feed-given-order',
  (_, p) =>
    linesOf(
      p,
      sql`select p.id, o.place from unnest(${p.ids}::uuid[]) with ordinality as o (id, place)
      join posts p on p.community_id = ${p.community} and p.id = o.id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where p.space_id = ${p.space}::uuid and p.deleted_at is null and ${entryListed(p, 'p')}`,
      sql`page.place`,
    ),
)

const both = <Feed>(make: (order: FeedOrder) => Feed): Record<FeedOrder, Feed> => ({
  active: make('active'),
  newest: make('newest'),
})

export const ofOneSpace = both((order) =>
  feed<Paging & { space: string }>('space', order, (p) => page(order, p, sql`p.space_id = ${p.space}::uuid`)),
)
export const ofSpaces = both((order) =>
  feed<Paging & { spaces: string[] }>('spaces', order, (p) =>
    page(order, p, sql`p.space_id = any(${p.spaces}::uuid[])`),
  ),
)
/** A space without what is pinned: that stands above it. */
export const unpinned = both((order) =>
  feed<Paging & { space: string }>('unpinned', order, (p) =>
    page(order, p, sql`p.space_id = ${p.space}::uuid and p.pinned_at is null`),
  ),
)
export const pinned = feed<Paging & { space: string }>('pinned', 'active', (p) =>
  page('active', p, sql`p.space_id = ${p.space}::uuid and p.pinned_at is not null`),
)
/** Each thing followed is asked for its own latest few, so that a quiet space costs no more than a busy one. */
export const followed = both((order) =>
  feed<Paging & { member: string }>('followed', order, (p) => {
    const mine = sql`follows f where f.community_id = ${p.community} and f.member_id = ${p.member}::uuid and f.wanted`
    return sql`select p.id from (
        select x.* from (select f.target_id from ${mine} and f.kind = 'space') f cross join lateral (${page(order, p, sql`p.space_id = f.target_id`)}) x
        union
        select x.* from (select f.target_id from ${mine} and f.kind = 'member') f cross join lateral (${page(order, p, sql`p.author_id = f.target_id and not p.unnamed`)}) x
        union
        select x.* from (select f.target_id from ${mine} and f.kind = 'post') f cross join lateral (${page(order, p, sql`p.id = f.target_id`)}) x
      ) p order by ${orders[order].by} limit ${p.limit}`
  }),
)

/** What somebody wrote under their name: posts without it are nobody's here. */
export const written = feed<Paging & { author: string }>('written', 'active', (p) =>
  page('active', p, sql`p.author_id = ${p.author}::uuid and not p.unnamed`),
)

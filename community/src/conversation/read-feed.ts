import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, plainExcerpt, prepare, type Viewer } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'
import { type Need, POSTS_PER_PAGE } from './rules.ts'
import type { PostLine } from './views.ts'
import { entryListed, repliesOutOfReach } from './visibility.ts'

export type FeedOrder = 'active' | 'newest'

interface Row {
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

type Paging = Asking & { time: Date; id: string; limit: number }

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
): (house: House, params: Params) => Promise<Row[]> {
  const byLength = new Map<number, (house: House, params: Params) => Promise<Row[]>>()
  return (house, params) => {
    const known =
      byLength.get(params.limit) ?? feedOf(`feed-${name}-${order}-${params.limit}`, order, ids, params.limit)
    byLength.set(params.limit, known)
    return known(house, params)
  }
}

function feedOf<Params extends Paging>(
  name: string,
  order: FeedOrder,
  ids: (params: Params) => RawBuilder<unknown>,
  length: number,
) {
  return prepare<Params, Row>(name, (_, params) => {
    const p = Object.create(params, { limit: { value: sql.lit(length) } }) as Params
    return sql`with page as materialized (${ids(p)})
      select p.id, p.title, left(p.body, 600) as body, p.author_id, p.unnamed, m.name, m.handle, m.picture_id, p.need, p.new_to_this,
        p.pinned_at, p.reply_count - ${repliesOutOfReach(p, 'p')} as reply_count, p.created_at, p.active_at, p.language, p.held_at, p.active_at > rm.read_at as fresh, s.slug, s.name as space_name
      from page
      join posts p on p.community_id = ${p.community} and p.id = page.id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = p.community_id and m.id = p.author_id
      left join read_marks rm on rm.community_id = p.community_id and rm.member_id = ${p.member}::uuid and rm.post_id = p.id
      order by ${orders[order].by}`
  })
}

const both = <Feed>(make: (order: FeedOrder) => Feed): Record<FeedOrder, Feed> => ({
  active: make('active'),
  newest: make('newest'),
})

const ofOneSpace = both((order) =>
  feed<Paging & { space: string }>('space', order, (p) => page(order, p, sql`p.space_id = ${p.space}::uuid`)),
)
const ofSpaces = both((order) =>
  feed<Paging & { spaces: string[] }>('spaces', order, (p) =>
    page(order, p, sql`p.space_id = any(${p.spaces}::uuid[])`),
  ),
)
/** A space without what is pinned: that stands above it. */
const unpinned = both((order) =>
  feed<Paging & { space: string }>('unpinned', order, (p) =>
    page(order, p, sql`p.space_id = ${p.space}::uuid and p.pinned_at is null`),
  ),
)
const pinned = feed<Paging & { space: string }>('pinned', 'active', (p) =>
  page('active', p, sql`p.space_id = ${p.space}::uuid and p.pinned_at is not null`),
)
/** Each thing followed is asked for its own latest few, so that a quiet space costs no more than a busy one. */
const followed = both((order) =>
  feed<Paging & { member: string }>('followed', order, (p) => {
    const mine = sql`follows f where f.community_id = ${p.community} and f.member_id = ${p.member}::uuid and f.wanted`
    return sql`select p.id from (
        select x.* from (select f.target_id from ${mine} and f.kind = 'space') f cross join lateral (${page(order, p, sql`p.space_id = f.target_id`)}) x
        union
        select x.* from (select f.target_id from ${mine} and f.kind = 'member') f cross join lateral (${page(order, p, sql`p.author_id = f.target_id and not p.unnamed`)}) x
        union
        select * from (${page(order, p, sql`p.id in (select f.target_id from ${mine} and f.kind = 'post')`)}) x
      ) p order by ${orders[order].by} limit ${p.limit}`
  }),
)

/** What somebody wrote under their name: posts without it are nobody's here. */
const written = feed<Paging & { author: string }>('written', 'active', (p) =>
  page('active', p, sql`p.author_id = ${p.author}::uuid and not p.unnamed`),
)

/** Where the next page begins: "<time>_<id>". */
export type FeedCursor = string

export interface FeedPage {
  lines: PostLine[]
  next: FeedCursor | undefined
}

export interface FeedOptions {
  order: FeedOrder
  cursor?: FeedCursor | undefined
  limit?: number
}

const START = { time: new Date('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

function parseCursor(cursor: string | undefined) {
  const match = /^(\d{1,15})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(
    cursor ?? '',
  )
  return match ? { time: new Date(Number(match[1])), id: match[2]! } : START
}

/** A post without a title of its own begins with it; nobody needs to read that twice. */
function withoutTitle(title: string, excerpt: string): string {
  const start = title.replace(/ …$/, '')
  const rest = excerpt.startsWith(start) ? excerpt.slice(start.length).replace(/^[.!?…,;:\s]+/, '') : excerpt
  return rest.length > 160 ? plainExcerpt(rest, 160) : rest
}

function line(row: Row): PostLine {
  return {
    id: row.id,
    title: row.title,
    excerpt: withoutTitle(row.title, plainExcerpt(row.body, 160 + row.title.length)),
    author: row.unnamed
      ? undefined
      : { id: row.author_id, name: row.name, handle: row.handle, pictureId: row.picture_id },
    need: row.need,
    newToThis: row.new_to_this,
    pinned: row.pinned_at !== null,
    replyCount: row.reply_count,
    createdAt: row.created_at,
    activeAt: row.active_at,
    language: row.language,
    held: row.held_at !== null,
    fresh: row.fresh ?? false,
    space: { slug: row.slug, name: row.space_name },
  }
}

function paging(viewer: Viewer, options: FeedOptions) {
  const limit = (options.limit ?? POSTS_PER_PAGE) + 1
  return { community: viewer.communityId, member: readerId(viewer), ...parseCursor(options.cursor), limit }
}

function cutPage(rows: readonly Row[], options: FeedOptions): FeedPage {
  const shown = rows.slice(0, options.limit ?? POSTS_PER_PAGE)
  const last = shown.at(-1)
  const time = (row: Row) => (options.order === 'active' ? row.active_at : row.created_at).getTime()
  return {
    lines: shown.map(line),
    next: rows.length > shown.length && last ? `${time(last)}_${last.id}` : undefined,
  }
}

/** One page of posts in the given spaces, in the order asked for. */
export async function readFeed(
  house: House,
  viewer: Viewer,
  options: FeedOptions & { spaceIds: readonly string[] },
): Promise<FeedPage> {
  const [only, ...others] = options.spaceIds
  if (!only) return { lines: [], next: undefined }
  const where = paging(viewer, options)
  const rows =
    others.length === 0
      ? await ofOneSpace[options.order](house, { ...where, space: only })
      : await ofSpaces[options.order](house, { ...where, spaces: [...options.spaceIds] })
  return cutPage(rows, options)
}

/** One page of a space, with what is pinned there at the head of the first. */
export async function readSpaceFeed(
  house: House,
  viewer: Viewer,
  spaceId: string,
  options: FeedOptions,
): Promise<FeedPage & { pinned: PostLine[] }> {
  const first = { ...paging(viewer, { order: 'active' }), space: spaceId }
  const [rows, above] = await Promise.all([
    unpinned[options.order](house, { ...paging(viewer, options), space: spaceId }),
    options.cursor ? [] : pinned(house, first),
  ])
  return { ...cutPage(rows, options), pinned: above.map(line) }
}

/** One page of what a member follows: spaces, members, threads. */
export async function readFollowedFeed(
  house: House,
  viewer: Viewer,
  options: FeedOptions,
): Promise<FeedPage> {
  const where = paging(viewer, options)
  if (!where.member) return { lines: [], next: undefined }
  return cutPage(await followed[options.order](house, { ...where, member: where.member }), options)
}

/** How much of somebody's writing a profile shows. */
const ON_A_PROFILE = 5

/** The last few posts somebody wrote under their name, as far as this viewer may read them. */
export async function readWrittenBy(house: House, viewer: Viewer, authorId: string): Promise<PostLine[]> {
  const options = { order: 'active', limit: ON_A_PROFILE } as const
  return cutPage(await written(house, { ...paging(viewer, options), author: authorId }), options).lines
}

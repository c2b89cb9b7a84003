import { type House, plainExcerpt, type Viewer } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'
import {
  type FeedOrder,
  type FeedRow,
  followed,
  inGivenOrder,
  ofOneSpace,
  ofSpaces,
  pinned,
  unpinned,
  written,
} from './feed-queries.ts'
import { POSTS_PER_PAGE } from './rules.ts'
import type { PostLine } from './views.ts'

export type { FeedOrder } from './feed-queries.ts'

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

function line(row: FeedRow): PostLine {
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

function cutPage(rows: readonly FeedRow[], options: FeedOptions): FeedPage {
  const shown = rows.slice(0, options.limit ?? POSTS_PER_PAGE)
  const last = shown.at(-1)
  const time = (row: FeedRow) => (options.order === 'active' ? row.active_at : row.created_at).getTime()
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

/** What is pinned in a space. */
export async function readPinned(house: House, viewer: Viewer, spaceId: string): Promise<PostLine[]> {
  return (await pinned(house, { ...paging(viewer, { order: 'active' }), space: spaceId })).map(line)
}

/**
 * The first `limit` of these posts of a space that a viewer may read in a list, in the order given. Asks for a few more
 * than are wanted at a time, so that two hundred ids cost as much as twenty.
 */
export async function readInOrder(
  house: House,
  viewer: Viewer,
  { spaceId, ids, limit }: { spaceId: string; ids: readonly string[]; limit: number },
): Promise<PostLine[]> {
  const asking = { community: viewer.communityId, member: readerId(viewer) }
  const lines: PostLine[] = []
  const step = limit + 4
  for (let from = 0; from < ids.length && lines.length < limit; from += step) {
    const rows = await inGivenOrder(house, { ...asking, space: spaceId, ids: ids.slice(from, from + step) })
    lines.push(...rows.map(line))
  }
  return lines.slice(0, limit)
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

import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, plainExcerpt, prepare, type Viewer } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'
import { type Need, POSTS_PER_PAGE } from './rules.ts'
import type { PostLine } from './views.ts'
import { entryListed } from './visibility.ts'

export type FeedOrder = 'active' | 'newest'

interface Row {
  id: string; title: string; body: string; author_id: string; unnamed: boolean; name: string; handle: string; picture_id: string | null
  need: Need | null; new_to_this: boolean; pinned_at: Date | null; reply_count: number; created_at: Date; active_at: Date; language: string
  slug: string; space_name: string
}

type Params = Asking & { spaces: string[]; time: Date; id: string; limit: number }

/**
 * The ids of one page first, from the index alone, then everything else for those twenty: the obvious
 * join reads far more than it shows.
 */
const feed = (order: FeedOrder) => {
  const time = sql.ref(order === 'active' ? 'active_at' : 'created_at')
  return prepare<Params, Row>(`feed-${order}`, (_, p) =>
    sql`with page as materialized (
        select p.id, p.${time} as sorted
        from posts p
        join spaces s on s.community_id = p.community_id and s.id = p.space_id
        where p.community_id = ${p.community} and p.space_id = any(${p.spaces}::uuid[])
          and (p.${time}, p.id) < (${p.time}, ${p.id}::uuid) and p.deleted_at is null and ${entryListed(p, 'p')}
        order by p.${time} desc, p.id desc
        limit ${p.limit})
      select p.id, p.title, left(p.body, 600) as body, p.author_id, p.unnamed, m.name, m.handle, m.picture_id, p.need, p.new_to_this,
        p.pinned_at, p.reply_count, p.created_at, p.active_at, p.language, s.slug, s.name as space_name
      from page
      join posts p on p.community_id = ${p.community} and p.id = page.id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = p.community_id and m.id = p.author_id
      order by page.sorted desc, page.id desc`,
  )
}

const feeds = { active: feed('active'), newest: feed('newest') }

/** Where the next page begins: "<time>_<id>". */
export type FeedCursor = string

export interface FeedPage {
  lines: PostLine[]
  next: FeedCursor | undefined
}

const START = { time: new Date('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

function parseCursor(cursor: string | undefined) {
  const match = /^(\d{1,16})_([0-9a-f-]{36})$/.exec(cursor ?? '')
  return match ? { time: new Date(Number(match[1])), id: match[2]! } : START
}

function line(row: Row): PostLine {
  return {
    id: row.id, title: row.title, excerpt: plainExcerpt(row.body, 160),
    author: row.unnamed ? undefined : { id: row.author_id, name: row.name, handle: row.handle, pictureId: row.picture_id },
    need: row.need, newToThis: row.new_to_this, pinned: row.pinned_at !== null, replyCount: row.reply_count,
    createdAt: row.created_at, activeAt: row.active_at, language: row.language, space: { slug: row.slug, name: row.space_name },
  }
}

/** One page of posts in the given spaces, in the order asked for. */
export async function readFeed(house: House, viewer: Viewer, options: { spaceIds: string[]; order: FeedOrder; cursor?: string | undefined; limit?: number }): Promise<FeedPage> {
  const limit = options.limit ?? POSTS_PER_PAGE
  const rows = await feeds[options.order](house, {
    community: viewer.communityId, member: readerId(viewer), spaces: options.spaceIds, ...parseCursor(options.cursor), limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > shown.length && last
  const time = (row: Row) => (options.order === 'active' ? row.active_at : row.created_at).getTime()
  return { lines: shown.map(line), next: more ? `${time(last)}_${last.id}` : undefined }
}

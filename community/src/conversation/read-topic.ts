import { sql } from 'kysely'
import { type Asking, noBlockWith } from '../bounds/index.ts'
import { type House, prepare, type Viewer } from '../foundation/index.ts'
import { asking, entryColumns, pathOfReply, type ReplyRow, readPost, replyView } from './read-entry.ts'
import { newSince, REPLIES_PER_PAGE } from './rules.ts'
import type { PostView, ReplyView } from './views.ts'
import { entryVisible } from './visibility.ts'

const repliesQuery = prepare<Asking & { post: string; after: Buffer; limit: number }, ReplyRow>(
  'topic-replies',
  (_, p) =>
    sql`select ${entryColumns('r', p)}, r.post_id, r.parent_id, encode(r.path, 'hex') as path,
      case when a.unnamed then null else am.name end as parent_name
    from replies r
    join posts t on t.community_id = r.community_id and t.id = r.post_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    left join replies a on a.community_id = r.community_id and a.id = r.parent_id
    left join members am on am.community_id = r.community_id and am.id = a.author_id and ${noBlockWith(p, sql`a.author_id`)}
    where r.community_id = ${p.community} and r.post_id = ${p.post} and r.path > ${p.after} and ${entryVisible(p, 'r')}
    order by r.path
    limit ${p.limit}`,
)

export interface TopicPage {
  post: PostView
  replies: ReplyView[]
  /** Path this page begins after, in hex; '' at the start of the thread. */
  after: string
  /** Path to continue after, in hex; undefined on the last page. */
  next: string | undefined
  /** Path of the first reply shown, to go back from; undefined where nothing was left out. */
  earlier: string | undefined
}

/** Where a page of a thread begins: paths in hex, or a reply that it should hold. */
export interface TopicPlace {
  after?: string | undefined
  before?: string | undefined
  reply?: string | undefined
}

/** How much of what came before stands above a reply that was asked for. */
const ABOVE = 20

const placeQuery = prepare<{ community: string; post: string; path: Buffer; back: number }, { path: Buffer }>(
  'topic-place',
  (_, p) =>
    sql`select path from replies where community_id = ${p.community} and post_id = ${p.post} and path < ${p.path}
      order by path desc offset ${p.back} limit 1`,
)

/** The path after which a page begins that shows `back` replies before a place. */
async function startBefore(
  house: House,
  viewer: Viewer,
  post: string,
  path: Buffer,
  back: number,
): Promise<string> {
  const [row] = await placeQuery(house, { community: viewer.communityId, post, path, back })
  return row?.path.toString('hex') ?? ''
}

async function pageAfter(
  house: House,
  viewer: Viewer,
  id: string,
  after: string,
): Promise<TopicPage | undefined> {
  const [post, rows] = await Promise.all([
    readPost(house, viewer, id),
    repliesQuery(house, {
      ...asking(viewer),
      post: id,
      after: Buffer.from(after, 'hex'),
      limit: REPLIES_PER_PAGE + 1,
    }),
  ])
  if (!post) return undefined
  const shown = rows.slice(0, REPLIES_PER_PAGE)
  const since = newSince(post.reader.mark, house.clock.now())
  return {
    post,
    replies: shown.map((row) => replyView(row, viewer, since)),
    after,
    next: rows.length > shown.length ? shown.at(-1)!.path : undefined,
    earlier: after && shown[0] ? shown[0].path : undefined,
  }
}

/** A thread in reading order, one page of it. */
export async function readTopic(
  house: House,
  viewer: Viewer,
  id: string,
  place: TopicPlace = {},
): Promise<TopicPage | undefined> {
  if (place.before)
    return pageAfter(
      house,
      viewer,
      id,
      await startBefore(house, viewer, id, Buffer.from(place.before, 'hex'), REPLIES_PER_PAGE),
    )
  const page = await pageAfter(house, viewer, id, place.after ?? '')
  if (!page?.next || !place.reply || page.replies.some((reply) => reply.id === place.reply)) return page
  const path = await pathOfReply(house, viewer, id, place.reply)
  return path ? pageAfter(house, viewer, id, await startBefore(house, viewer, id, path, ABOVE)) : page
}

const firstNewQuery = prepare<Asking & { post: string; since: Date }, { id: string }>(
  'topic-first-new',
  (_, p) =>
    sql`select r.id
    from replies r
    join posts t on t.community_id = r.community_id and t.id = r.post_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where r.community_id = ${p.community} and r.post_id = ${p.post} and greatest(r.created_at, r.released_at) > ${p.since} and r.deleted_at is null
      and r.author_id <> ${p.member}::uuid and ${entryVisible(p, 'r')}
    order by r.path
    limit 1`,
)

/** The first answer, in reading order, that is younger than a moment; undefined where there is none. */
export async function firstNewReply(
  house: House,
  viewer: Viewer,
  postId: string,
  since: Date,
): Promise<string | undefined> {
  const [row] = await firstNewQuery(house, { ...asking(viewer), post: postId, since })
  return row?.id
}

import { sql } from 'kysely'
import { type House, isSteward, prepare, type Viewer } from '../foundation/index.ts'
import { readerId, type SpaceKind, type SpaceVisibility } from '../spaces/index.ts'
import type { Asking } from '../bounds/index.ts'
import { depthOf, type Need, REPLIES_PER_PAGE } from './rules.ts'
import type { AuthorView, EntryView, PostView, ReplyView } from './views.ts'
import { entryVisible } from './visibility.ts'

interface EntryRow {
  id: string
  author_id: string
  unnamed: boolean
  html: string
  language: string
  created_at: Date
  edited_at: Date | null
  deleted_at: Date | null
  hidden_at: Date | null
  muted: boolean
  name: string
  handle: string
  picture_id: string | null
}

interface PostRow extends EntryRow {
  title: string
  need: Need | null
  new_to_this: boolean
  pinned_at: Date | null
  locked_at: Date | null
  reply_count: number
  active_at: Date
  space_id: string
  slug: string
  space_name: string
  kind: SpaceKind
  visibility: SpaceVisibility
  archived_at: Date | null
}

interface ReplyRow extends EntryRow {
  post_id: string
  parent_id: string | null
  path: Buffer
  parent_name: string | null
}

const entryColumns = (alias: 'p' | 'r', asking: Asking) => {
  const e = sql.ref(alias)
  return sql`${e}.id, ${e}.author_id, ${e}.unnamed, ${e}.html, ${e}.language, ${e}.created_at, ${e}.edited_at, ${e}.deleted_at, ${e}.hidden_at,
    (${asking.member}::uuid is not null and exists (
      select from mutes u where u.community_id = ${e}.community_id and u.muter_id = ${asking.member}::uuid and u.muted_id = ${e}.author_id)) as muted,
    m.name, m.handle, m.picture_id`
}

const postQuery = prepare<Asking & { id: string }, PostRow>('topic-post', (_, p) =>
  sql`select ${entryColumns('p', p)}, p.title, p.need, p.new_to_this, p.pinned_at, p.locked_at, p.reply_count, p.active_at,
      s.id as space_id, s.slug, s.name as space_name, s.kind, s.visibility, s.archived_at
    from posts p
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = p.community_id and m.id = p.author_id
    where p.community_id = ${p.community} and p.id = ${p.id} and ${entryVisible(p, 'p')}`,
)

const repliesQuery = prepare<Asking & { post: string; after: Buffer; limit: number }, ReplyRow>('topic-replies', (_, p) =>
  sql`select ${entryColumns('r', p)}, r.post_id, r.parent_id, r.path,
      case when a.unnamed then null else am.name end as parent_name
    from replies r
    join posts t on t.community_id = r.community_id and t.id = r.post_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    left join replies a on a.community_id = r.community_id and a.id = r.parent_id
    left join members am on am.community_id = r.community_id and am.id = a.author_id
    where r.community_id = ${p.community} and r.post_id = ${p.post} and r.path > ${p.after} and ${entryVisible(p, 'r')}
    order by r.path
    limit ${p.limit}`,
)

function author(row: EntryRow): AuthorView | undefined {
  if (row.unnamed) return undefined
  return { id: row.author_id, name: row.name, handle: row.handle, pictureId: row.picture_id }
}

function entry(row: EntryRow, viewer: Viewer, postId: string, isReply: boolean): EntryView {
  const mine = row.author_id === viewer.memberId
  const hidden = row.hidden_at !== null
  const readable = !row.deleted_at && (!hidden || mine || isSteward(viewer))
  return {
    id: row.id, postId, isReply, mine, hidden,
    author: author(row),
    html: readable ? row.html : '',
    language: row.language, createdAt: row.created_at, editedAt: row.edited_at, deleted: row.deleted_at !== null,
    muted: row.muted && !row.unnamed,
  }
}

function postView(row: PostRow, viewer: Viewer): PostView {
  return {
    ...entry(row, viewer, row.id, false),
    title: row.title, need: row.need, newToThis: row.new_to_this, pinned: row.pinned_at !== null, locked: row.locked_at !== null,
    replyCount: row.reply_count, activeAt: row.active_at,
    space: { id: row.space_id, slug: row.slug, name: row.space_name, kind: row.kind, visibility: row.visibility, archived: row.archived_at !== null },
  }
}

const asking = (viewer: Viewer): Asking => ({ community: viewer.communityId, member: readerId(viewer) })

/** A post this viewer may see, or undefined. */
export async function readPost(house: House, viewer: Viewer, id: string): Promise<PostView | undefined> {
  const [row] = await postQuery(house, { ...asking(viewer), id })
  return row && postView(row, viewer)
}

export interface TopicPage {
  post: PostView
  replies: ReplyView[]
  /** Path to continue after, in hex; undefined on the last page. */
  next: string | undefined
}

/** A thread in reading order, one page of it. `after` is a path in hex from a page before. */
export async function readTopic(house: House, viewer: Viewer, id: string, after = ''): Promise<TopicPage | undefined> {
  const [post, rows] = await Promise.all([
    readPost(house, viewer, id),
    repliesQuery(house, { ...asking(viewer), post: id, after: Buffer.from(after, 'hex'), limit: REPLIES_PER_PAGE + 1 }),
  ])
  if (!post) return undefined
  const shown = rows.slice(0, REPLIES_PER_PAGE)
  const replies = shown.map((row) => ({
    ...entry(row, viewer, id, true),
    parentId: row.parent_id, parentName: row.parent_id ? (row.parent_name ?? '') : undefined, depth: depthOf(row.path), isNew: false,
  }))
  return { post, replies, next: rows.length > shown.length ? shown.at(-1)!.path.toString('hex') : undefined }
}

const replyQuery = prepare<Asking & { id: string }, ReplyRow>('one-reply', (_, p) =>
  sql`select ${entryColumns('r', p)}, r.post_id, r.parent_id, r.path, null::text as parent_name
    from replies r
    join posts t on t.community_id = r.community_id and t.id = r.post_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    where r.community_id = ${p.community} and r.id = ${p.id} and ${entryVisible(p, 'r')} and ${entryVisible(p, 't')}`,
)

/** A reply this viewer may see, or undefined. */
export async function readReply(house: House, viewer: Viewer, id: string): Promise<ReplyView | undefined> {
  const [row] = await replyQuery(house, { ...asking(viewer), id })
  return row && { ...entry(row, viewer, row.post_id, true), parentId: row.parent_id, parentName: undefined, depth: depthOf(row.path), isNew: false }
}

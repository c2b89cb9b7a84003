import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, isSteward, prepare, type Viewer } from '../foundation/index.ts'
import { readerId, type SpaceKind, type SpaceVisibility, spaceVisible } from '../spaces/index.ts'
import { depthOf, type Need } from './rules.ts'
import type { EntryItem } from './slots.ts'
import type { AuthorView, EntryView, PostView, ReplyView } from './views.ts'
import { entryVisible, repliesOutOfReach } from './visibility.ts'

export interface EntryRow {
  id: string
  author_id: string
  unnamed: boolean
  html: string
  language: string
  created_at: Date
  edited_at: Date | null
  deleted_at: Date | null
  hidden_at: Date | null
  held_at: Date | null
  released_at: Date | null
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
  moved_at: Date | null
  moved_from: string | null
  read_at: Date | null
  since: Date | null
  followed: boolean | null
  kept: string[]
}

export interface ReplyRow extends EntryRow {
  post_id: string
  parent_id: string | null
  /** In hex: fifty buffers are more work than fifty texts. */
  path: string
  parent_name: string | null
}

/** What every entry is shown with. */
export const entryColumns = (alias: 'p' | 'r', asking: Asking) => {
  const e = sql.ref(alias)
  return sql`${e}.id, ${e}.author_id, ${e}.unnamed, ${e}.html, ${e}.language, ${e}.created_at, ${e}.edited_at, ${e}.deleted_at, ${e}.hidden_at, ${e}.held_at, ${e}.released_at,
    (${asking.member}::uuid is not null and exists (
      select from mutes u where u.community_id = ${e}.community_id and u.muter_id = ${asking.member}::uuid and u.muted_id = ${e}.author_id)) as muted,
    m.name, m.handle, m.picture_id`
}

const postQuery = prepare<Asking & { id: string }, PostRow>(
  'topic-post',
  (_, p) =>
    sql`select ${entryColumns('p', p)}, p.title, p.need, p.new_to_this, p.pinned_at, p.locked_at, p.reply_count - ${repliesOutOfReach(p, 'p')} as reply_count, p.active_at,
      s.id as space_id, s.slug, s.name as space_name, s.kind, s.visibility, s.archived_at, p.moved_at, o.name as moved_from,
      rm.read_at, rm.since, f.wanted as followed,
      array(select k.entry_id from bookmarks k where k.community_id = ${p.community} and k.member_id = ${p.member}::uuid and k.post_id = p.id) as kept
    from posts p
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = p.community_id and m.id = p.author_id
    left join spaces o on o.community_id = p.community_id and o.id = p.moved_from_id and ${spaceVisible(p, 'o')}
    left join read_marks rm on rm.community_id = p.community_id and rm.member_id = ${p.member}::uuid and rm.post_id = p.id
    left join follows f on f.community_id = p.community_id and f.member_id = ${p.member}::uuid and f.target_id = p.id
    where p.community_id = ${p.community} and p.id = ${p.id} and ${entryVisible(p, 'p')}`,
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
    id: row.id,
    postId,
    isReply,
    mine,
    hidden,
    held: row.held_at !== null,
    author: author(row),
    readable,
    html: readable ? row.html : '',
    language: row.language,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    deleted: row.deleted_at !== null,
    muted: row.muted && !row.unnamed,
  }
}

function postView(row: PostRow, viewer: Viewer): PostView {
  const shared = entry(row, viewer, row.id, false)
  return {
    // A title says as much as the words under it.
    title: shared.readable ? row.title : '',
    need: row.need,
    newToThis: row.new_to_this,
    pinned: row.pinned_at !== null,
    locked: row.locked_at !== null,
    replyCount: row.reply_count,
    activeAt: row.active_at,
    space: {
      id: row.space_id,
      slug: row.slug,
      name: row.space_name,
      kind: row.kind,
      visibility: row.visibility,
      archived: row.archived_at !== null,
    },
    movedFrom: row.moved_at ? { name: row.moved_from ?? undefined, at: row.moved_at } : undefined,
    reader: {
      mark: row.read_at && row.since ? { readAt: row.read_at, since: row.since } : undefined,
      followed: row.followed ?? false,
      kept: row.kept,
    },
    // Last: adding to a copy costs V8 a hundred times what copying at the end does.
    ...shared,
  }
}

export const asking = (viewer: Viewer): Asking => ({
  community: viewer.communityId,
  member: readerId(viewer),
})

/** A post this viewer may see, or undefined. */
export async function readPost(house: House, viewer: Viewer, id: string): Promise<PostView | undefined> {
  const [row] = await postQuery(house, { ...asking(viewer), id })
  return row && postView(row, viewer)
}

export function replyView(row: ReplyRow, viewer: Viewer, since: Date | undefined): ReplyView {
  const shared = entry(row, viewer, row.post_id, true)
  // Added to what was just made: a copy with more in it costs V8 three times as much.
  return Object.assign(shared, {
    parentId: row.parent_id,
    parentName: row.parent_id ? (row.parent_name ?? '') : undefined,
    depth: depthOf(row.path),
    isNew:
      since !== undefined && !shared.mine && !shared.deleted && (row.released_at ?? row.created_at) > since,
  })
}

const replyQuery = prepare<Asking & { id: string }, ReplyRow>(
  'one-reply',
  (_, p) =>
    sql`select ${entryColumns('r', p)}, r.post_id, r.parent_id, encode(r.path, 'hex') as path, null::text as parent_name
    from replies r
    join posts t on t.community_id = r.community_id and t.id = r.post_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    where r.community_id = ${p.community} and r.id = ${p.id} and ${entryVisible(p, 'r')} and ${entryVisible(p, 't')}`,
)

/** A reply this viewer may see, or undefined. */
export async function readReply(house: House, viewer: Viewer, id: string): Promise<ReplyView | undefined> {
  const [row] = await replyQuery(house, { ...asking(viewer), id })
  return row && replyView(row, viewer, undefined)
}

/** Where a reply stands in a thread, if this viewer may see it there. */
export async function pathOfReply(
  house: House,
  viewer: Viewer,
  postId: string,
  id: string,
): Promise<Buffer | undefined> {
  const [row] = await replyQuery(house, { ...asking(viewer), id })
  return row?.post_id === postId ? Buffer.from(row.path, 'hex') : undefined
}

/** A post, or a reply to it, with the post it belongs to; undefined where this viewer may not see both. */
export async function readEntry(
  house: House,
  viewer: Viewer,
  postId: string,
  replyId: string | null,
): Promise<EntryItem | undefined> {
  const [post, reply] = await Promise.all([
    readPost(house, viewer, postId),
    replyId ? readReply(house, viewer, replyId) : undefined,
  ])
  if (!post || (replyId && reply?.postId !== postId)) return undefined
  return { post, entry: reply ?? post }
}

import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type DbOrTrx, type House, newId, plainExcerpt, prepare, type Viewer } from '../foundation/index.ts'
import { asking } from './read-entry.ts'
import { POSTS_PER_PAGE } from './rules.ts'
import { entryVisible } from './visibility.ts'

export async function addBookmark(
  db: DbOrTrx,
  bookmark: { communityId: string; memberId: string; postId: string; entryId: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('bookmarks')
    .values({
      community_id: bookmark.communityId,
      member_id: bookmark.memberId,
      entry_id: bookmark.entryId,
      post_id: bookmark.postId,
      id: newId(now.getTime()),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeBookmark(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  entryId: string,
): Promise<void> {
  await db
    .deleteFrom('bookmarks')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('entry_id', '=', entryId)
    .execute()
}

/** Something somebody kept to find again. */
export interface Bookmark {
  id: string
  postId: string
  /** Set where it is an answer. */
  replyId: string | undefined
  title: string
  excerpt: string
  /** Undefined where it stands without a name. */
  authorName: string | undefined
  spaceName: string
  createdAt: Date
  language: string
}

interface Row {
  id: string
  post_id: string
  entry_id: string
  title: string
  body: string
  unnamed: boolean
  name: string
  space_name: string
  created_at: Date
  language: string
}

const page = prepare<Asking & { before: string; limit: number }, Row>(
  'bookmarks',
  (_, p) =>
    sql`select k.id, k.post_id, k.entry_id, p.title, left(coalesce(r.body, p.body), 600) as body, coalesce(r.unnamed, p.unnamed) as unnamed, m.name,
      s.name as space_name, coalesce(r.created_at, p.created_at) as created_at, coalesce(r.language, p.language) as language
    from bookmarks k
    join posts p on p.community_id = k.community_id and p.id = k.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    left join replies r on r.community_id = k.community_id and r.id = k.entry_id
    join members m on m.community_id = k.community_id and m.id = coalesce(r.author_id, p.author_id)
    where k.community_id = ${p.community} and k.member_id = ${p.member}::uuid and k.id < ${p.before}::uuid
      and p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')}
      and (r.id is null or (r.deleted_at is null and r.hidden_at is null and ${entryVisible(p, 'r')}))
    order by k.id desc
    limit ${p.limit}`,
)

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What a member bookmarked, latest first, as far as it can still be read. */
export async function readBookmarks(
  house: House,
  viewer: Viewer,
  before: string | undefined,
): Promise<{ bookmarks: Bookmark[]; next: string | undefined }> {
  const rows = await page(house, { ...asking(viewer), before: before ?? LAST, limit: POSTS_PER_PAGE + 1 })
  const shown = rows.slice(0, POSTS_PER_PAGE)
  const bookmarks = shown.map((row) => ({
    id: row.id,
    postId: row.post_id,
    replyId: row.entry_id === row.post_id ? undefined : row.entry_id,
    title: row.title,
    excerpt: plainExcerpt(row.body, 160),
    authorName: row.unnamed ? undefined : row.name,
    spaceName: row.space_name,
    createdAt: row.created_at,
    language: row.language,
  }))
  return { bookmarks, next: rows.length > shown.length ? shown.at(-1)!.id : undefined }
}

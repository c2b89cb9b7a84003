import { sql } from 'kysely'
import { lowestIdAt, type Tables, type Trx } from '../foundation/index.ts'

type Row<Table extends keyof Tables> = Tables[Table]

/** What is new is held or not; nothing is born released. */
type New<Entry extends { held_at: unknown; released_at: unknown }> = Omit<
  Entry,
  'held_at' | 'released_at'
> & { held_at?: Date | null }

export async function addPost(
  trx: Trx,
  post: New<Omit<Row<'posts'>, 'moved_from_id' | 'moved_at'>>,
): Promise<void> {
  await trx
    .insertInto('posts')
    .values({ ...post, moved_from_id: null, moved_at: null })
    .execute()
}

/** Adds replies to one post and counts them there. */
export async function addReplies(trx: Trx, replies: readonly New<Row<'replies'>>[]): Promise<void> {
  if (replies.length > 0)
    await trx
      .insertInto('replies')
      .values([...replies])
      .execute()
}

/**
 * After a reply: one more answer, and the thread comes up in feeds.
 * @returns false when the post was closed or taken back in the meantime
 */
export async function countReply(trx: Trx, communityId: string, postId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('posts')
    .set({ reply_count: sql`reply_count + 1`, active_at: sql`greatest(active_at, ${now})` })
    .where('community_id', '=', communityId)
    .where('id', '=', postId)
    .where('deleted_at', 'is', null)
    .where('locked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * What somebody wrote since a moment and has not taken back: where `postId` is null their posts in a
 * space, else their replies to that post.
 */
export async function writtenSince(
  trx: Trx,
  own: { communityId: string; authorId: string; spaceId: string; postId: string | null; since: Date },
): Promise<{ id: string; title: string; body: string; parentId: string | null; unnamed: boolean }[]> {
  const lowest = lowestIdAt(own.since.getTime())
  if (own.postId === null)
    return trx
      .selectFrom('posts')
      .select(['id', 'title', 'body', 'unnamed', sql<null>`null`.as('parentId')])
      .where('community_id', '=', own.communityId)
      .where('author_id', '=', own.authorId)
      .where('space_id', '=', own.spaceId)
      .where('id', '>=', lowest)
      .where('deleted_at', 'is', null)
      .execute()
  return trx
    .selectFrom('replies')
    .select(['id', sql<string>`''`.as('title'), 'body', 'unnamed', 'parent_id as parentId'])
    .where('community_id', '=', own.communityId)
    .where('author_id', '=', own.authorId)
    .where('post_id', '=', own.postId)
    .where('id', '>=', lowest)
    .where('deleted_at', 'is', null)
    .execute()
}

/** Where a reply stands, for an answer to it. */
export async function parentOf(trx: Trx, communityId: string, postId: string, replyId: string) {
  return trx
    .selectFrom('replies')
    .select(['path', 'deleted_at'])
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('id', '=', replyId)
    .executeTakeFirst()
}

async function erase(
  trx: Trx,
  communityId: string,
  postId: string,
  replyId: string | null,
  now: Date,
): Promise<boolean> {
  const words = { deleted_at: now, body: '', html: '' }
  const posts = trx
    .updateTable('posts')
    .set({ ...words, title: '' })
    .where('community_id', '=', communityId)
    .where('id', '=', postId)
    .where('deleted_at', 'is', null)
  const replies = trx
    .updateTable('replies')
    .set(words)
    .where('community_id', '=', communityId)
    .where('id', '=', replyId)
    .where('deleted_at', 'is', null)
  const { numUpdatedRows } = await (replyId ? replies.executeTakeFirst() : posts.executeTakeFirst())
  return numUpdatedRows > 0n
}

/** Leaves a tombstone: the words and what they were before are erased. @returns false when it was done before */
export async function takeBack(
  trx: Trx,
  communityId: string,
  postId: string,
  replyId: string | null,
  now: Date,
): Promise<boolean> {
  if (!(await erase(trx, communityId, postId, replyId, now))) return false
  await trx
    .deleteFrom('entry_versions')
    .where('community_id', '=', communityId)
    .where('entry_id', '=', replyId ?? postId)
    .execute()
  if (replyId)
    await trx
      .updateTable('posts')
      .set({ reply_count: sql`greatest(reply_count - 1, 0)` })
      .where('community_id', '=', communityId)
      .where('id', '=', postId)
      // What is held was never counted.
      .where(
        sql<boolean>`not exists (select from replies r where r.community_id = posts.community_id and r.id = ${replyId} and r.held_at is not null)`,
      )
      .execute()
  return true
}

/** Changes how a post stands in its space. */
export async function changeStanding(
  trx: Trx,
  communityId: string,
  postId: string,
  change: Partial<Pick<Row<'posts'>, 'pinned_at' | 'locked_at' | 'space_id' | 'moved_from_id' | 'moved_at'>>,
): Promise<void> {
  await trx
    .updateTable('posts')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', postId)
    .execute()
}

/** Pinned posts of a space. Locks the space's pins, so that two presses at once count. */
export async function countPinned(trx: Trx, communityId: string, spaceId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pin ${communityId} ${spaceId}`}, 0))`.execute(
    trx,
  )
  const row = await trx
    .selectFrom('posts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .where('space_id', '=', spaceId)
    .where('pinned_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

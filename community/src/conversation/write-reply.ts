import { sql } from 'kysely'
import { forbidden, type House, KindlingError, type MemberViewer, newId, notFound, record } from '../foundation/index.ts'
import { mayBeUnnamed } from '../spaces/index.ts'
import { entryPolicy } from './policy.ts'
import { readPost } from './read-topic.ts'
import { replyPath } from './rules.ts'
import { prepareBody, recordMentions } from './write-post.ts'
import type { PostView } from './views.ts'

export interface NewReply {
  body: string
  /** The reply it answers; null answers the post. */
  parentId: string | null
  unnamed: boolean
}

/** The facts the policy asks about a post. */
export function factsOf(post: PostView) {
  return { mine: post.mine, deleted: post.deleted, hidden: post.hidden, locked: post.locked, archived: post.space.archived }
}

/**
 * Answers a post, or a reply to it.
 * @throws KindlingError when the thread is closed, the parent is gone or the text does not fit
 */
export async function writeReply(house: House, viewer: MemberViewer, postId: string, reply: NewReply): Promise<string> {
  const post = await readPost(house, viewer, postId)
  if (!post) throw notFound()
  if (!entryPolicy.reply(viewer, factsOf(post)))
    throw forbidden('thread_closed', post.locked ? 'This thread is closed to new answers. What you wrote is still in the box.' : 'Nothing new is written here.')
  if (reply.unnamed && !mayBeUnnamed(post.space.kind, post.need) && !(post.mine && !post.author))
    throw new KindlingError('name_needed', 'Answers here carry a name.', { status: 422, details: { field: 'unnamed' } })
  const { body, html, mentioned } = await prepareBody(house, viewer.communityId, reply.body)
  const now = house.clock.now()
  const id = newId(now.getTime())
  await house.db.transaction().execute(async (trx) => {
    const parent = reply.parentId
      ? await trx.selectFrom('replies').select(['path', 'deleted_at']).where('community_id', '=', viewer.communityId).where('post_id', '=', postId).where('id', '=', reply.parentId).executeTakeFirst()
      : undefined
    if (reply.parentId && !parent) throw new KindlingError('parent_gone', 'The reply you were answering is no longer here. You can answer the post instead.', { status: 422, details: { field: 'to' } })
    await trx
      .insertInto('replies')
      .values({
        community_id: viewer.communityId, post_id: postId, id, parent_id: reply.parentId, path: replyPath(id, parent?.path), author_id: viewer.memberId,
        unnamed: reply.unnamed, body, html, language: 'en', created_at: now, edited_at: null, deleted_at: null, hidden_at: null,
      })
      .execute()
    await trx
      .updateTable('posts')
      .set({ reply_count: sql`reply_count + 1`, active_at: sql`greatest(active_at, ${now})` })
      .where('community_id', '=', viewer.communityId)
      .where('id', '=', postId)
      .execute()
    await record(trx, { communityId: viewer.communityId, kind: 'reply-written', actorId: viewer.memberId, spaceId: post.space.id, postId, replyId: id }, now)
    await recordMentions(trx, viewer, mentioned, { spaceId: post.space.id, postId, replyId: id }, now)
  })
  return id
}

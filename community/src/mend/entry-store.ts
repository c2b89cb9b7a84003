import type { EntryPlace } from '../conversation/index.ts'
import type { Trx } from '../foundation/index.ts'
import { addCase, type Beginning, holdWords, openCaseOn, type StoredCase } from './store.ts'

/** The kind of cases about posts and replies. */
export const ENTRY = 'entry'

/** Where a post or reply stands, by its id alone. */
export async function placeOfEntry(
  trx: Trx,
  communityId: string,
  id: string,
): Promise<EntryPlace | undefined> {
  const post = await trx
    .selectFrom('posts')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (post) return { communityId, postId: post.id, replyId: null }
  const reply = await trx
    .selectFrom('replies')
    .select('post_id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return reply && { communityId, postId: reply.post_id, replyId: id }
}

/** Who wrote an entry and what it says now, for a case to begin with. Stays inside the transaction. */
export async function beginningOf(
  trx: Trx,
  { communityId, postId, replyId }: EntryPlace,
): Promise<Omit<Beginning, 'communityId' | 'kind' | 'wordsId'> | undefined> {
  const post = await trx
    .selectFrom('posts')
    .select(['author_id', 'body', 'title', 'space_id', 'unnamed'])
    .where('community_id', '=', communityId)
    .where('id', '=', postId)
    .executeTakeFirst()
  if (!post) return undefined
  const begun = (authorId: string, said: string, guarded: boolean) => ({
    ...{ authorId, otherId: null, guarded, spaceId: post.space_id, lines: [] },
    entry: { postId, replyId, said },
  })
  if (!replyId) return begun(post.author_id, `${post.title}\n\n${post.body}`, post.unnamed)
  const reply = await trx
    .selectFrom('replies')
    .select(['author_id', 'body', 'unnamed'])
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('id', '=', replyId)
    .executeTakeFirst()
  return reply && begun(reply.author_id, reply.body, reply.unnamed)
}

/** The open case of an entry, held until the transaction ends; begins one where there is none. */
export async function caseOfEntry(
  trx: Trx,
  place: EntryPlace,
  now: Date,
  id?: string,
): Promise<StoredCase | undefined> {
  const { communityId } = place
  const wordsId = place.replyId ?? place.postId
  await holdWords(trx, communityId, wordsId)
  const open = await openCaseOn(trx, communityId, wordsId)
  if (open) return open
  const begun = await beginningOf(trx, place)
  return begun && addCase(trx, { ...begun, communityId, kind: ENTRY, wordsId }, now, id)
}

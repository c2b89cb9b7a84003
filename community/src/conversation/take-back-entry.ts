import { type House, type MemberViewer, notFound, record, removeFilesOf } from '../foundation/index.ts'
import { entryPolicy, factsOfEntry } from './policy.ts'
import { readEntry } from './read-entry.ts'
import type { EntryItem } from './slots.ts'
import { takeBack } from './store.ts'

/** A post or reply that this member may take back. @throws KindlingError when there is none */
export async function readOwn(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
): Promise<EntryItem> {
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.delete(viewer, factsOfEntry(item.post, item.entry))) throw notFound()
  return item
}

/** Takes a post or reply back: a line stays where it stood, its words and pictures are erased. */
export async function takeBackEntry(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
): Promise<void> {
  const { post } = await readOwn(house, viewer, postId, replyId)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  const files = await house.db.transaction().execute(async (trx) => {
    // A second press finds it done; that is what was wanted.
    if (!(await takeBack(trx, communityId, postId, replyId, now))) return []
    const where = { spaceId: post.space.id, postId, replyId }
    await record(
      trx,
      { communityId, kind: replyId ? 'reply-deleted' : 'post-deleted', actorId: memberId, ...where },
      now,
    )
    return removeFilesOf(trx, communityId, postId, replyId)
  })
  for (const id of files) await house.files.delete(id)
}

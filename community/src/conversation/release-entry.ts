import { record, type Trx } from '../foundation/index.ts'
import { release } from './hold-store.ts'
import { mentionedIn, recordMentions } from './prepare-words.ts'

/** A post, or a reply in it. */
export interface EntryPlace {
  communityId: string
  postId: string
  replyId: string | null
}

/**
 * Brings something held into sight: for everybody else it is written now, so this is when they are told.
 * @returns false when nothing was held: it stands there already, is hidden, or its author took it back
 */
export async function releaseEntry(trx: Trx, place: EntryPlace, now: Date): Promise<boolean> {
  const entry = await release(trx, place, now)
  if (!entry) return false
  const { communityId, postId, replyId } = place
  const where = { spaceId: entry.spaceId, postId, replyId }
  const kind = replyId ? 'reply-written' : 'post-written'
  await record(trx, { communityId, kind, actorId: entry.authorId, ...where }, now)
  const mentioned = await mentionedIn(trx, communityId, entry.body)
  await recordMentions(trx, { communityId, memberId: entry.authorId }, [...mentioned], where, now)
  return true
}

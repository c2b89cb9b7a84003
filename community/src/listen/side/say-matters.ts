import { factsOf, type PostView, readPost } from '../../conversation/index.ts'
import { forbidden, type House, isId, type MemberViewer, notFound } from '../../foundation/index.ts'
import { checkedLine } from '../checked-line.ts'
import { listenErrors } from '../words.ts'
import { eraseMatters, keepMatters } from './matters-store.ts'
import { mattersPolicy } from './policy.ts'

/** A thread in which this member may say what matters to them. @throws KindlingError `thread_closed` */
export async function readThread(house: House, viewer: MemberViewer, postId: string): Promise<PostView> {
  const post = isId(postId) ? await readPost(house, viewer, postId) : undefined
  if (!post) throw notFound()
  if (!mattersPolicy.say(viewer, factsOf(post))) throw forbidden('thread_closed', listenErrors.threadClosed)
  return post
}

const whose = ({ communityId, memberId }: MemberViewer, postId: string) => ({ communityId, postId, memberId })

/**
 * Keeps what matters to a member in a thread, in place of what they said before.
 * @throws KindlingError `thread_closed`, `words_missing`, `words_too_long`
 */
export async function sayMatters(
  house: House,
  viewer: MemberViewer,
  postId: string,
  words: string,
): Promise<void> {
  await readThread(house, viewer, postId)
  await keepMatters(house.db, whose(viewer, postId), checkedLine(words), house.clock.now())
}

/** Takes it away again; where there is none, that was wanted. */
export async function takeAwayMatters(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  if (!isId(postId) || !mattersPolicy.takeAway(viewer)) throw notFound()
  await eraseMatters(house.db, whose(viewer, postId))
}

import { type Beside, endedBeside, heededBeside, standBeside } from '../../attention/index.ts'
import type { PostView } from '../../conversation/index.ts'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { newcomerFacts } from '../../members/index.ts'
import { reminderKind } from './kind.ts'
import { type Answerer, readAnswerers } from './read-answerers.ts'
import { isAsk, isNewHere, REMINDED_MILLISECONDS } from './rules.ts'

/** The reminder of one ask: once. */
const reminderOf = (postId: string): Beside => ({
  kind: reminderKind,
  subjectId: postId,
  standsFor: REMINDED_MILLISECONDS,
})

async function isSettled({ db, clock }: House, { communityId, memberId }: MemberViewer): Promise<boolean> {
  const facts = await newcomerFacts(db, communityId, memberId)
  return facts !== undefined && !isNewHere(facts.joinedAt, clock.now())
}

/**
 * Whom a member might thank, on returning to an ask of their own that was answered; nobody where it was said already or
 * their attention is spent.
 */
export async function whoAnswered(house: House, viewer: MemberViewer, post: PostView): Promise<Answerer[]> {
  const returns = post.mine && isAsk(post.need) && post.reader.mark !== undefined && post.replyCount > 0
  if (!returns || post.deleted || post.hidden || post.held) return []
  const answerers = () => readAnswerers(house, viewer, post.id)
  const isWorthIt = async () => (await isSettled(house, viewer)) && (await answerers()).length > 0
  return (await standBeside(house, viewer, reminderOf(post.id), isWorthIt)) ? answerers() : []
}

/** They thanked somebody: the others stand there still. */
export const thankedOne = (house: House, viewer: MemberViewer, postId: string): Promise<void> =>
  heededBeside(house, viewer, reminderOf(postId))

/** "Not now": it is gone for this ask. */
export const notNow = (house: House, viewer: MemberViewer, postId: string): Promise<void> =>
  endedBeside(house, viewer, reminderOf(postId), 'dismissed')

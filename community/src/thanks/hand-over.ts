import { unreachableFor } from '../bounds/index.ts'
import { KindlingError, type MemberViewer, newId, record, type Trx } from '../foundation/index.ts'
import { choicesOf } from './choices-store.ts'
import { A_DAY_BETWEEN_TWO, firstShowing, type Gift, isHug, type Reach } from './rules.ts'
import { shareConversation } from './shared-conversation.ts'
import { addThanks, type GivenValue, givenJustNow, givenToday } from './store.ts'
import { thanksErrors } from './words.ts'

/** Something that one member gives another, checked already. */
export interface HandingOver {
  gift: Gift
  receiverId: string
  spaceId: string | null
  postId: string | null
  replyId: string | null
  passage: string
  words: string
  value: GivenValue | null
  offerToShow: boolean
  /** The space may show what both agree to. */
  spaceShows: boolean
  /** The words of its author stand without a name. */
  unnamed: boolean
}

async function reachOf(
  trx: Trx,
  viewer: MemberViewer,
  { receiverId, gift, postId }: HandingOver,
  hug: string,
): Promise<Reach> {
  const { communityId, memberId } = viewer
  if ((await unreachableFor(trx, communityId, memberId, [receiverId])).has(receiverId)) return 'stopped'
  if (isHug(gift) && hug === 'none') return 'stopped'
  return (await shareConversation(trx, communityId, { giverId: memberId, receiverId, postId }))
    ? 'reached'
    : 'waits'
}

/**
 * Gives it, within every boundary of its receiver. A boundary that keeps it away is told to nobody: who gave it has it
 * like any other. Pressed twice, it is given once.
 * @throws KindlingError `enough_today`
 */
export async function handOver(
  trx: Trx,
  viewer: MemberViewer,
  giving: HandingOver,
  now: Date,
): Promise<string> {
  const { communityId, memberId } = viewer
  const { receiverId, postId, replyId, words } = giving
  const today = await givenToday(trx, communityId, { giverId: memberId, ...giving }, now)
  const choices = (await choicesOf(trx, communityId, [receiverId])).get(receiverId)!
  const takes = isHug(giving.gift) && !giving.unnamed && choices.hug !== 'none'
  const gift = takes ? (choices.hug as Gift) : giving.gift
  const same = { giverId: memberId, receiverId, gift, postId, replyId, words }
  const before = await givenJustNow(trx, communityId, same, now)
  if (before) return before
  if (today >= A_DAY_BETWEEN_TWO)
    throw new KindlingError('enough_today', thanksErrors.enoughToday, { status: 429 })
  const reach = await reachOf(trx, viewer, giving, choices.hug)
  const id = newId(now.getTime())
  const showing = firstShowing(giving.offerToShow, choices.showing, giving.spaceShows)
  await addThanks(trx, {
    ...same,
    communityId,
    id,
    passage: giving.passage,
    value: giving.value,
    // A shout-out is for others to read: its receiver is asked each time.
    showing: gift === 'shout-out' && showing === 'shown' ? 'offered' : showing,
    reach,
    createdAt: now,
  })
  if (reach === 'reached')
    await record(
      trx,
      {
        communityId,
        kind: gift === 'thanks' ? 'thanks-given' : 'gift-given',
        actorId: memberId,
        memberId: receiverId,
        spaceId: giving.spaceId,
        postId,
        replyId,
        subjectId: id,
      },
      now,
    )
  return id
}

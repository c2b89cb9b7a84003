import { heededBeside } from '../../attention/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  type Trx,
} from '../../foundation/index.ts'
import { whoMayRead } from '../notice-receivers.ts'
import { factsOf } from '../policy.ts'
import { readPost } from '../read-entry.ts'
import type { PostView } from '../views.ts'
import { hintOf } from './kind.ts'
import { pacePolicy } from './policy.ts'
import { ASKED_FOR, agreement, minutesUntil, NOT_AGAIN_FOR, nextAnswer, SLOW_FOR } from './rules.ts'
import {
  addSlowMode,
  answersTo,
  cameToNothing,
  changeSlowMode,
  lastAnswerOf,
  lastAuthors,
  type SlowMode,
  setAnswer,
  slowModeIn,
} from './store.ts'
import { heatErrors as errors } from './words.ts'

async function postSeen(house: House, viewer: MemberViewer, postId: string): Promise<PostView> {
  const post = await readPost(house, viewer, postId)
  if (!post) throw notFound()
  return post
}

const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds)

const already = (): KindlingError => new KindlingError('already_suggested', errors.already, { status: 409 })

/**
 * Asks those in a conversation whether to take it slower: one answer each in half an hour, for a day. A steward need not ask.
 * @throws KindlingError `not_in_it`, `nobody_to_ask`, `already_suggested`
 */
export async function suggestPace(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  const post = await postSeen(house, viewer, postId)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  const authors = await lastAuthors(house.db, communityId, postId)
  const inIt = authors.includes(memberId)
  // Who can no longer read here could never agree.
  const others = authors.filter((id) => id !== memberId)
  const asked = await whoMayRead(house, { communityId, postId, replyId: null }, others)
  const bySteward = pacePolicy.begin(viewer, factsOf(post))
  if (!bySteward && !pacePolicy.suggest(viewer, factsOf(post), { inIt }))
    throw forbidden('not_in_it', errors.notInIt)
  if (!bySteward && asked.length === 0)
    throw new KindlingError('nobody_to_ask', errors.nobodyToAsk, { status: 409 })
  await house.db.transaction().execute(async (trx) => {
    if (!bySteward && (await cameToNothing(trx, communityId, postId, later(now, -NOT_AGAIN_FOR))))
      throw already()
    const mode = {
      communityId,
      id: newId(now.getTime()),
      postId,
      proposedBy: memberId,
      bySteward,
      begun: bySteward,
      now,
      endsAt: later(now, bySteward ? SLOW_FOR : ASKED_FOR),
    }
    if (!(await addSlowMode(trx, mode, bySteward ? [] : asked))) throw already()
  })
  await heededBeside(house, viewer, hintOf(postId))
}

/** Begins it where everybody agreed, ends it with a no. */
async function decide(trx: Trx, viewer: MemberViewer, mode: SlowMode, now: Date): Promise<void> {
  const answers = await answersTo(trx, viewer.communityId, mode.id)
  const agreed = agreement([...answers.values()])
  if (agreed === undefined) return
  const change = agreed ? { begun_at: now, ends_at: later(now, SLOW_FOR) } : { ended_at: now }
  await changeSlowMode(trx, viewer.communityId, mode.id, change)
}

/**
 * Says yes or no to taking it slower. It begins once everybody who is asked said yes, and a single no ends the question; who
 * said it, nobody learns.
 * @throws KindlingError `not_asked`
 */
export async function answerPace(
  house: House,
  viewer: MemberViewer,
  postId: string,
  agreed: boolean,
): Promise<void> {
  const post = await postSeen(house, viewer, postId)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const mode = await slowModeIn(trx, communityId, postId, now)
    const answers = mode && (await answersTo(trx, communityId, mode.id))
    const ofIt = answers?.has(memberId) ?? false
    if (!mode || !pacePolicy.answer(viewer, factsOf(post), { ofIt }))
      throw forbidden('not_asked', errors.notAsked)
    if (mode.begunAt) return
    await setAnswer(trx, { communityId, slowModeId: mode.id, memberId, agreed })
    await decide(trx, viewer, mode, now)
  })
}

/**
 * Back to the usual pace, or the question taken back.
 * @throws KindlingError `not_yours_to_end`
 */
export async function endPace(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  const post = await postSeen(house, viewer, postId)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const mode = await slowModeIn(trx, communityId, postId, now)
    if (!mode) return
    const ofIt = mode.proposedBy === memberId || (await answersTo(trx, communityId, mode.id)).has(memberId)
    if (!pacePolicy.end(viewer, factsOf(post), { ofIt, bySteward: mode.bySteward }))
      throw forbidden('not_yours_to_end', errors.notYours)
    await changeSlowMode(trx, communityId, mode.id, { ended_at: now })
  })
}

/**
 * In the transaction of an answer: refuses it while its thread takes it slower and its author answered already.
 * @throws KindlingError `taking_it_slower`, with the minutes that are left
 */
export async function checkPace(
  trx: Trx,
  { communityId, memberId }: MemberViewer,
  postId: string,
  now: Date,
): Promise<void> {
  const mode = await slowModeIn(trx, communityId, postId, now)
  if (!mode?.begunAt) return
  const since = mode.begunAt
  const next = nextAnswer(await lastAnswerOf(trx, { communityId, memberId, postId, since }))
  if (next && next > now)
    throw new KindlingError('taking_it_slower', errors.tooSoon, {
      status: 429,
      values: { count: minutesUntil(next, now) },
    })
}

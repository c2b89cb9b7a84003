import { ended } from '../../attention/index.ts'
import { blockedBetween } from '../../bounds/index.ts'
import {
  type House,
  type MemberViewer,
  newId,
  notFound,
  record,
  type Trx,
  unfitting,
} from '../../foundation/index.ts'
import { feedbackKind } from './kind.ts'
import { feedbackPolicy } from './policy.ts'
import { type Answer, type AnswerPart, answerParts, checkAnswer, PART_LENGTH } from './rules.ts'
import {
  type Ask,
  addAnswer,
  answerOf,
  askById,
  eraseAnswer,
  type Invitation,
  invitationsOf,
  invite,
  takeInvitation,
} from './store.ts'
import { feedbackErrors as e } from './words.ts'

/** Line ends and spaces as they are kept; the words are the writer's. */
const tidy = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .toWellFormed()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()

const missing: Record<AnswerPart, typeof e.empty> = {
  helped: e.empty,
  seen: e.seenMissing,
  effect: e.effectMissing,
  wish: e.wishMissing,
}

/**
 * An answer as it is kept.
 * @throws KindlingError `part_too_long`, `feedback_empty`, `part_missing`, beside the part
 */
function checked(parts: Answer): Answer {
  const answer = Object.fromEntries(answerParts.map((part) => [part, tidy(parts[part])])) as Record<
    AnswerPart,
    string
  >
  const long = answerParts.find((part) => answer[part].length > PART_LENGTH)
  if (long) throw unfitting(long, 'part_too_long', e.partTooLong, { count: PART_LENGTH })
  const check = checkAnswer(answer)
  if (check === 'empty') throw unfitting('helped', 'feedback_empty', e.empty)
  if (check !== 'fine') throw unfitting(check.missing, 'part_missing', missing[check.missing])
  return answer
}

/** An ask this member may answer. @throws KindlingError `not_found` */
export async function readInvitation(house: House, viewer: MemberViewer, id: string): Promise<Invitation> {
  const [found] = feedbackPolicy.use(viewer) ? await invitationsOf(house, viewer, { id, limit: 1 }) : []
  if (!found) throw notFound()
  return found
}

async function heldAsk(trx: Trx, viewer: MemberViewer, id: string): Promise<Ask> {
  const ask = await askById(trx, viewer.communityId, id, true)
  // Somebody may have set a block since the page was opened.
  if (!ask || (await blockedBetween(trx, viewer.communityId, viewer.memberId, ask.askerId))) throw notFound()
  return ask
}

/**
 * Answers an ask for feedback, with one's name, for who asked alone. Pressed twice, it is answered once.
 * @throws KindlingError `not_found` also where it was closed meanwhile; `part_too_long`, `feedback_empty`, `part_missing`
 */
export async function answerFeedback(
  house: House,
  viewer: MemberViewer,
  id: string,
  parts: Answer,
): Promise<void> {
  if (!feedbackPolicy.use(viewer)) throw notFound()
  const answer = checked(parts)
  const { communityId, memberId: writerId } = viewer
  const now = house.clock.now()
  const isFirst = await house.db.transaction().execute(async (trx) => {
    const ask = await heldAsk(trx, viewer, id)
    if (await answerOf(trx, communityId, { askId: id, writerId })) return false
    const invited = await takeInvitation(trx, communityId, id, writerId)
    if (!feedbackPolicy.answer(viewer, ask, invited, now)) throw notFound()
    await addAnswer(trx, communityId, {
      id: newId(now.getTime()),
      askId: id,
      writerId,
      ...answer,
      createdAt: now,
    })
    const event = { kind: 'feedback-given', actorId: writerId, memberId: ask.askerId, subjectId: id }
    await record(trx, { communityId, ...event }, now)
    return true
  })
  if (isFirst) await ended(house, viewer, feedbackKind, 'heeded')
}

/** "Not now": nobody is told, and nothing stays of having been asked. @throws KindlingError `not_found` */
export async function putOffFeedback(house: House, viewer: MemberViewer, id: string): Promise<void> {
  if (!feedbackPolicy.use(viewer)) throw notFound()
  if (!(await takeInvitation(house.db, viewer.communityId, id, viewer.memberId))) throw notFound()
  await ended(house, viewer, feedbackKind, 'dismissed')
}

/** Takes one's answer back within ten minutes; while the ask is open another can be given. @throws KindlingError `not_found` */
export async function takeAnswerBack(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const { communityId, memberId: writerId } = viewer
  await house.db.transaction().execute(async (trx) => {
    const ask = await heldAsk(trx, viewer, id)
    const answer = await answerOf(trx, communityId, { askId: id, writerId })
    if (!answer || !feedbackPolicy.takeBack(viewer, answer, house.clock.now())) throw notFound()
    await eraseAnswer(trx, communityId, answer)
    if (!ask.closedAt) await invite(trx, communityId, id, writerId)
  })
}

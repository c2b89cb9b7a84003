import {
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  record,
  takeToken,
} from '../../foundation/index.ts'
import { checkedWords } from '../tidy-words.ts'
import { celebrationPolicy } from './policy.ts'
import { type CelebrationView, readCelebration } from './read-celebrations.ts'
import { LINE_LENGTH, LINES_A_DAY } from './rules.ts'
import { eraseLine, lineOf, putLine } from './store.ts'
import { celebrationErrors as e } from './words.ts'

/** One that this member sees. @throws KindlingError `not_found` */
export async function needCelebration(
  house: House,
  viewer: MemberViewer,
  id: string,
): Promise<CelebrationView> {
  const one = celebrationPolicy.read(viewer) ? await readCelebration(house, viewer, id) : undefined
  if (!one) throw notFound()
  return one
}

export const factsOf = ({ opener, standing }: CelebrationView) => ({ openerId: opener.id, standing })

/** @throws KindlingError `not_found`, `celebration_over` */
async function needJoinable(house: House, viewer: MemberViewer, id: string): Promise<CelebrationView> {
  const one = await needCelebration(house, viewer, id)
  if (!one.standing && !one.mine) throw new KindlingError('celebration_over', e.over, { status: 409 })
  if (!celebrationPolicy.join(viewer, factsOf(one))) throw notFound()
  return one
}

async function put(house: House, viewer: MemberViewer, one: CelebrationView, words: string): Promise<void> {
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const taking = { communityId, kind: 'celebration-line', subject: memberId, limit: LINES_A_DAY }
    const taken = await takeToken(trx, { ...taking, seconds: 86_400, now })
    if (!taken.ok) throw new KindlingError('enough_today', e.enoughLines, { status: 429 })
    const line = { celebrationId: one.id, memberId, id: newId(now.getTime()), words, writtenAt: now }
    const { added } = await putLine(trx, communityId, line)
    if (!added) return
    const event = { communityId, kind: 'celebration-joined', actorId: memberId, memberId: one.opener.id }
    await record(trx, { ...event, spaceId: one.space.id, subjectId: one.id }, now)
  })
}

/**
 * Adds a line of one's own, or puts it in place of the one before.
 * @throws KindlingError `not_found`, `celebration_over`, `words_missing`, `words_too_long`, `enough_today`
 */
export async function addLine(house: House, viewer: MemberViewer, id: string, text: string): Promise<void> {
  const one = await needJoinable(house, viewer, id)
  const words = checkedWords(text, { limit: LINE_LENGTH, missing: e.lineMissing, tooLong: e.lineTooLong })
  await put(house, viewer, one, words)
}

/** A cheer, without words. Whoever has said something has cheered already. */
export async function cheer(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const one = await needJoinable(house, viewer, id)
  const before = await lineOf(house.db, viewer.communityId, { celebrationId: id, memberId: viewer.memberId })
  if (!before) await put(house, viewer, one, '')
}

/**
 * Takes one's own line or cheer back, or somebody's away, as who opened it or as a steward.
 * @throws KindlingError `not_found`
 */
export async function takeLineAway(
  house: House,
  viewer: MemberViewer,
  id: string,
  memberId: string,
): Promise<void> {
  const one = await needCelebration(house, viewer, id)
  const isTheirs = celebrationPolicy.takeBack(viewer, { memberId })
  if (!isTheirs && !celebrationPolicy.takeLineAway(viewer, { openerId: one.opener.id })) throw notFound()
  await house.db
    .transaction()
    .execute((trx) => eraseLine(trx, viewer.communityId, { celebrationId: id, memberId }))
}

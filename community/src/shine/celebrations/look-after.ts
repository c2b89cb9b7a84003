import {
  audit,
  type House,
  type Listener,
  type MemberViewer,
  notFound,
  record,
  takeToken,
  tooOften,
} from '../../foundation/index.ts'
import { factsOf, needCelebration } from './join-in.ts'
import { celebrationPolicy } from './policy.ts'
import type { NamedAnswer } from './rules.ts'
import { type SpaceSwitches, switchSpace } from './settings-store.ts'
import {
  addReport,
  answerNamed,
  celebrationById,
  eraseCelebration,
  eraseCelebrationsOf,
  eraseLine,
  isReported,
  lineOf,
  namedIn,
  restFrom,
  settleReports,
} from './store.ts'
import { celebrationWords as w } from './words.ts'

const REPORTS_A_DAY = 20

/** Lets one rest before its time. @throws KindlingError `not_found` */
export async function restNow(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const one = await needCelebration(house, viewer, id)
  if (!celebrationPolicy.rest(viewer, factsOf(one))) throw notFound()
  const now = house.clock.now()
  await house.db.transaction().execute((trx) => restFrom(trx, viewer.communityId, id, now))
}

/** Takes one away, with what was added. @throws KindlingError `not_found` for everybody but its opener and stewards */
export async function takeCelebrationAway(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const one = await needCelebration(house, viewer, id)
  if (!celebrationPolicy.takeAway(viewer, { openerId: one.opener.id })) throw notFound()
  await house.db.transaction().execute((trx) => eraseCelebration(trx, viewer.communityId, id))
}

/**
 * Says yes or no to being named. Nobody is told; a yes is read on the page, a no looks like silence.
 * @throws KindlingError `not_found` for who was not asked, and where it was too long ago
 */
export async function answerToBeNamed(
  house: House,
  viewer: MemberViewer,
  id: string,
  answer: NamedAnswer,
): Promise<void> {
  await needCelebration(house, viewer, id)
  const { communityId, memberId } = viewer
  const mine = { celebrationId: id, memberId }
  await house.db.transaction().execute(async (trx) => {
    const asked = await namedIn(trx, communityId, mine)
    if (!asked || !celebrationPolicy.answer(viewer, asked, house.clock.now())) throw notFound()
    await answerNamed(trx, communityId, mine, answer)
  })
}

/**
 * Asks the stewards to look at a line, or at a celebration as its opener's words. Whoever asks does not see it any more.
 * @throws KindlingError `not_found`, `too_often`
 */
export async function reportWords(
  house: House,
  viewer: MemberViewer,
  id: string,
  writerId: string,
): Promise<void> {
  const one = await needCelebration(house, viewer, id)
  if (!celebrationPolicy.report(viewer, { writerId })) throw notFound()
  const { communityId, memberId: reporterId } = viewer
  const line = { celebrationId: id, memberId: writerId }
  if (writerId !== one.opener.id && !(await lineOf(house.db, communityId, line))) throw notFound()
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const taking = { communityId, kind: 'celebration-report', subject: reporterId, limit: REPORTS_A_DAY }
    const taken = await takeToken(trx, { ...taking, seconds: 86_400, now })
    if (!taken.ok) throw tooOften(taken.retryAfterSeconds)
    if (!(await addReport(trx, communityId, { celebrationId: id, writerId, reporterId, at: now }))) return
    // Without whose words they are, and without who asked.
    await record(trx, { communityId, kind: 'celebration-reported', subjectId: id, memberId: writerId }, now)
  })
}

/**
 * A steward takes reported words away, or says that they may stand.
 * @throws KindlingError `not_found`, also for words nobody asked them to look at, and for their own
 */
export async function lookAtReported(
  house: House,
  viewer: MemberViewer,
  at: { celebrationId: string; writerId: string },
  says: 'erase' | 'fine',
): Promise<void> {
  const { communityId } = viewer
  await house.db.transaction().execute(async (trx) => {
    const one = await celebrationById(trx, communityId, at.celebrationId)
    if (!one || !celebrationPolicy.lookAtReported(viewer, at) || !(await isReported(trx, communityId, at)))
      throw notFound()
    if (says === 'fine') await settleReports(trx, communityId, at)
    else if (one.openerId === at.writerId) await eraseCelebration(trx, communityId, one.id)
    else await eraseLine(trx, communityId, { celebrationId: one.id, memberId: at.writerId })
  })
}

/** Switches celebrations and offers in spaces; each change stands in the log. @throws KindlingError `not_found` */
export async function switchSpaces(
  house: House,
  viewer: MemberViewer,
  changes: ReadonlyMap<string, SpaceSwitches>,
): Promise<void> {
  if (!celebrationPolicy.switch(viewer)) throw notFound()
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    for (const [spaceId, switches] of changes) {
      await switchSpace(trx, communityId, spaceId, switches)
      await audit(trx, { communityId, act: w.auditSwitched, actorId: memberId, spaceId }, now)
    }
  })
}

export const celebrationsLeaving: Listener = {
  name: 'celebrations-leaving',
  kinds: ['member-left'],
  async hear(house, { communityId, memberId }) {
    if (memberId)
      await house.db.transaction().execute((trx) => eraseCelebrationsOf(trx, communityId, memberId))
  },
}

import {
  audit,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  unfitting,
} from '../foundation/index.ts'
import { activeWriters, experimentKind } from './kinds.ts'
import { experimentPolicy } from './policy.ts'
import { ACTIVE_AT_LEAST, HELD_OUT, LASTS_WEEKS, prospectOf, stateOf } from './rules.ts'
import { addExperiment, experimentsOf, lockKind, stopRow } from './store.ts'
import { experimentErrors, experimentWords as w } from './words.ts'

const WEEK = 7 * 86_400_000

const refused = (code: string, says: (typeof experimentErrors)[keyof typeof experimentErrors], values = {}) =>
  new KindlingError(code, says, { status: 422, values, details: { field: 'weeks' } })

/**
 * Begins an experiment, where enough can be learned from it.
 * @returns its id
 * @throws KindlingError `weeks_unknown`, `too_few_active`, `too_little_to_see`, `running_already`
 */
export async function startExperiment(
  house: House,
  viewer: MemberViewer,
  name: string,
  weeks: number,
): Promise<string> {
  const kind = experimentKind(house, name)
  if (!experimentPolicy.run(viewer) || !kind) throw notFound()
  if (!(LASTS_WEEKS as readonly number[]).includes(weeks))
    throw unfitting('weeks', 'weeks_unknown', experimentErrors.weeksUnknown)
  const { communityId, memberId } = viewer
  const [active, reach] = await Promise.all([
    activeWriters(house, communityId),
    kind.reach(house, communityId, weeks),
  ])
  const { whyNot, smallest } = prospectOf(weeks, active, reach)
  if (whyNot === 'too_few_active')
    throw refused(whyNot, experimentErrors.tooFewActive, { count: active, least: ACTIVE_AT_LEAST })
  if (whyNot === 'too_little_to_see')
    throw refused(whyNot, experimentErrors.tooLittleToSee, {
      count: reach,
      points: Math.round(smallest * 100),
    })
  const now = house.clock.now()
  const id = newId(now.getTime())
  await house.db.transaction().execute(async (trx) => {
    await lockKind(trx, communityId, name)
    const before = (await experimentsOf(trx, communityId)).filter((one) => one.kind === name)
    if (before.some((one) => ['running', 'settling'].includes(stateOf(one, now))))
      throw refused('running_already', experimentErrors.runningAlready)
    const endsAt = new Date(now.getTime() + weeks * WEEK)
    const row = { communityId, id, kind: name, startedBy: memberId, startedAt: now, endsAt }
    await addExperiment(trx, { ...row, heldOut: HELD_OUT, reach })
    await audit(trx, { communityId, act: w.auditStarted, actorId: memberId, subjectId: id }, now)
  })
  return id
}

/** Ends an experiment before its time. Nothing is ever shown of it: whoever may end it when they like could choose the result. */
export async function stopExperiment(house: House, viewer: MemberViewer, id: string): Promise<void> {
  if (!experimentPolicy.run(viewer)) throw notFound()
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    if (!(await stopRow(trx, communityId, id, now))) throw notFound()
    await audit(trx, { communityId, act: w.auditStopped, actorId: memberId, subjectId: id }, now)
  })
}

import { releaseEntry } from '../conversation/index.ts'
import { audit, type House, KindlingError, type MemberViewer, notFound } from '../foundation/index.ts'
import { decideWithin } from './decide-case.ts'
import { caseOfEntry } from './entry-store.ts'
import { casePolicy } from './policy.ts'
import { readHeld } from './read-held.ts'
import { mendErrors, mendWords as w } from './words.ts'

function mayLook(viewer: MemberViewer): void {
  if (!casePolicy.lookAtHeld(viewer)) throw notFound()
}

function waitsNoLonger(): KindlingError {
  return new KindlingError('waits_no_longer', mendErrors.waitsNoLonger, { status: 409 })
}

/**
 * Lets something held through: it stands where it was written, and who would have been told is told now.
 * @throws KindlingError `waits_no_longer`
 */
export async function letThrough(house: House, viewer: MemberViewer, entryId: string): Promise<void> {
  mayLook(viewer)
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const held = await readHeld(house, viewer, entryId, trx)
    if (!held || !(await releaseEntry(trx, held.place, now))) throw waitsNoLonger()
    const { communityId, memberId } = viewer
    const about = { spaceId: held.spaceId, subjectId: held.id }
    await audit(trx, { communityId, act: w.auditLetThrough, actorId: memberId, ...about }, now)
  })
}

/**
 * Hides something held, with a case like any other: its author reads why, and may change it or ask again.
 * @returns the case
 * @throws KindlingError `waits_no_longer`, and what `decideCase` refuses
 */
export async function hideHeld(
  house: House,
  viewer: MemberViewer,
  entryId: string,
  reason: string,
): Promise<string> {
  mayLook(viewer)
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    const held = await readHeld(house, viewer, entryId, trx)
    const opened = held && (await caseOfEntry(trx, held.place, now))
    if (!opened) throw waitsNoLonger()
    const deciding = {
      caseId: opened.id,
      seen: opened.version,
      what: 'hide',
      reason,
      toReporter: '',
    } as const
    await decideWithin(house, trx, viewer, deciding)
    return opened.id
  })
}

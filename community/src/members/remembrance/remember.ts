import {
  audit,
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  notFound,
  type Phrase,
  record,
  type Trx,
  unfitting,
} from '../../foundation/index.ts'
import { keepAnAdministrator } from '../roles/change-role.ts'
import { membersById } from '../store.ts'
import { remembrancePolicy } from './policy.ts'
import {
  addProposal,
  confirmProposal,
  forgetRemembered,
  remembranceOf,
  removeRemembrance,
  turnStatus,
} from './store.ts'
import { remembranceErrors as e, remembranceWords as w } from './words.ts'

export const REASON_LENGTH = 280

const gone = () => new KindlingError('remembrance_changed', e.gone, { status: 409 })

interface Step {
  kind: string
  act: Phrase
}

/** What was done, in the log and for whoever listens. */
async function note(trx: Trx, viewer: MemberViewer, memberId: string, step: Step, now: Date): Promise<void> {
  const { communityId, memberId: actorId } = viewer
  await audit(trx, { communityId, act: step.act, actorId, memberId }, now)
  await record(trx, { communityId, kind: step.kind, actorId, memberId }, now)
}

function checkReason(text: string): string {
  const reason = text.replaceAll('\u0000', '').toWellFormed().trim()
  if (!reason) throw unfitting('reason', 'reason_missing', e.reasonMissing)
  if (reason.length > REASON_LENGTH)
    throw unfitting('reason', 'reason_too_long', e.reasonTooLong, { count: REASON_LENGTH })
  return reason
}

/**
 * Asks a second steward whether somebody is to be remembered. Nothing changes until they confirm.
 * @throws KindlingError `not_found`, `reason_missing`, `reason_too_long`, `remembrance_changed` where it was asked already
 */
export async function proposeRemembrance(
  house: House,
  viewer: MemberViewer,
  memberId: string,
  why: string,
): Promise<void> {
  const { communityId, memberId: proposedBy } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const member = (await membersById(trx, communityId, [memberId])).get(memberId)
    if (!member || !remembrancePolicy.propose(viewer, member)) throw notFound()
    const reason = checkReason(why)
    if (!(await addProposal(trx, communityId, { memberId, proposedBy, reason, proposedAt: now })))
      throw gone()
    await note(trx, viewer, memberId, { kind: 'remembrance-proposed', act: w.auditProposed }, now)
  })
}

/**
 * The second steward: from now on they are remembered.
 * @throws KindlingError `not_found`, `second_steward_needed`, `last_administrator`, `remembrance_changed`
 */
export async function confirmRemembrance(
  house: House,
  viewer: MemberViewer,
  memberId: string,
): Promise<void> {
  const { communityId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const one = remembrancePolicy.read(viewer) && (await remembranceOf(trx, communityId, memberId))
    if (!one || one.confirmedAt) throw notFound()
    if (!remembrancePolicy.confirm(viewer, one)) throw forbidden('second_steward_needed', e.secondOne)
    await keepAnAdministrator(trx, communityId, memberId)
    const isFirst = await confirmProposal(trx, communityId, memberId, viewer.memberId, now)
    if (!isFirst || !(await turnStatus(trx, communityId, memberId, 'active', 'remembered'))) throw gone()
    await note(trx, viewer, memberId, { kind: 'member-remembered', act: w.auditConfirmed }, now)
  })
  forgetRemembered(house, communityId)
}

/** Takes back what waits for a second steward. @throws KindlingError `not_found` */
export async function withdrawRemembrance(
  house: House,
  viewer: MemberViewer,
  memberId: string,
): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const one = remembrancePolicy.withdraw(viewer) && (await remembranceOf(trx, viewer.communityId, memberId))
    if (!one || one.confirmedAt) throw notFound()
    await removeRemembrance(trx, viewer.communityId, memberId)
    await note(trx, viewer, memberId, { kind: 'remembrance-withdrawn', act: w.auditWithdrawn }, now)
  })
}

/** Everything is as it was before. @throws KindlingError `not_found` for everybody but administrators */
export async function undoRemembrance(house: House, viewer: MemberViewer, memberId: string): Promise<void> {
  const { communityId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const one = await remembranceOf(trx, communityId, memberId)
    if (!remembrancePolicy.undo(viewer) || !one?.confirmedAt) throw notFound()
    await removeRemembrance(trx, communityId, memberId)
    if (!(await turnStatus(trx, communityId, memberId, 'remembered', 'active'))) throw gone()
    await note(trx, viewer, memberId, { kind: 'remembrance-undone', act: w.auditUndone }, now)
  })
  forgetRemembered(house, communityId)
}

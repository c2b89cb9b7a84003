import { forbidden, type House, type MemberViewer } from '../foundation/index.ts'
import { experimentPolicy } from './policy.ts'
import { addLeaver, forgetMember, removeLeaver } from './store.ts'
import { experimentErrors } from './words.ts'

/**
 * A member leaves all experiments, running and to come, and what was counted of them is forgotten; or comes back.
 * @throws KindlingError for who is not let in yet
 */
export async function leaveExperiments(house: House, viewer: MemberViewer, left: boolean): Promise<void> {
  if (!experimentPolicy.leave(viewer)) throw forbidden('not_yours', experimentErrors.notYours)
  if (!left) return removeLeaver(house.db, viewer)
  await house.db.transaction().execute(async (trx) => {
    await addLeaver(trx, viewer, house.clock.now())
    await forgetMember(trx, viewer)
  })
}

/** Somebody left the community: nothing that was counted of them stays. */
export async function forgetLeaver(
  house: House,
  who: { communityId: string; memberId: string },
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await forgetMember(trx, who)
    await removeLeaver(trx, who)
  })
}

import {
  audit,
  type Community,
  changeCommunity,
  forbidden,
  type House,
  type MemberViewer,
  type SignUp,
  unfitting,
} from '../../foundation/index.ts'
import { checkGuidelines, checkPlace, type PlaceFacts } from '../place-rules.ts'
import { adminPolicy } from '../policy.ts'
import { adminErrors, adminWords as w } from '../words.ts'

export const signUps = ['open', 'approval', 'invitation'] as const satisfies readonly SignUp[]
const OLDEST = 21

export interface Settings extends PlaceFacts {
  guidelines: string
  signUp: SignUp
  minimumAge: number
}

/**
 * Changes what holds for the whole place.
 * @throws KindlingError as `checkPlace` and `checkGuidelines`, `minimum_age_wrong`
 */
export async function changeSettings(
  house: House,
  community: Community,
  viewer: MemberViewer,
  typed: Settings,
): Promise<void> {
  if (!adminPolicy.changeSettings(viewer)) throw forbidden('not_yours', adminErrors.notYours)
  const place = checkPlace(typed)
  const guidelines = checkGuidelines(typed.guidelines)
  if (!Number.isInteger(typed.minimumAge) || typed.minimumAge < 0 || typed.minimumAge > OLDEST)
    throw unfitting('minimumAge', 'minimum_age_wrong', adminErrors.minimumAgeWrong, { count: OLDEST })
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await changeCommunity(trx, community.id, {
      ...place,
      guidelines,
      signUp: typed.signUp,
      minimumAge: typed.minimumAge,
    })
    await audit(trx, { communityId: community.id, act: w.auditSettings, actorId: viewer.memberId }, now)
  })
  house.communities.forget()
}

/** Lets visitors in. Pressing twice opens once. */
export async function openDoors(
  house: House,
  community: Community,
  viewer: MemberViewer,
  signUp: SignUp,
): Promise<void> {
  if (!adminPolicy.openDoors(viewer)) throw forbidden('not_yours', adminErrors.doorsNotYours)
  if (!community.guidelines) throw forbidden('guidelines_missing', adminErrors.guidelinesFirst)
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await changeCommunity(trx, community.id, { signUp, ...(community.openedAt ? {} : { openedAt: now }) })
    if (!community.openedAt)
      await audit(trx, { communityId: community.id, act: w.auditOpened, actorId: viewer.memberId }, now)
  })
  house.communities.forget()
}

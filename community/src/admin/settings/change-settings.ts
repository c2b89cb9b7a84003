import {
  audit,
  type Community,
  changeCommunity,
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  type SignUp,
} from '../../foundation/index.ts'
import { checkGuidelines, checkPlace, type PlaceFacts } from '../place-rules.ts'
import { adminPolicy } from '../policy.ts'
import { adminWords as w } from '../words.ts'

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
  if (!adminPolicy.changeSettings(viewer))
    throw forbidden('not_yours', 'Only an administrator changes the settings.')
  const place = checkPlace(typed)
  const guidelines = checkGuidelines(typed.guidelines)
  if (!Number.isInteger(typed.minimumAge) || typed.minimumAge < 0 || typed.minimumAge > OLDEST)
    throw new KindlingError('minimum_age_wrong', `Write a whole number of years, from 0 to ${OLDEST}.`, {
      status: 422,
      details: { field: 'minimumAge' },
    })
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
  if (!adminPolicy.openDoors(viewer)) throw forbidden('not_yours', 'Only an administrator opens the doors.')
  if (!community.guidelines)
    throw forbidden('guidelines_missing', 'Write how you talk here first: it is what newcomers agree to.')
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await changeCommunity(trx, community.id, { signUp, ...(community.openedAt ? {} : { openedAt: now }) })
    if (!community.openedAt)
      await audit(trx, { communityId: community.id, act: w.auditOpened, actorId: viewer.memberId }, now)
  })
  house.communities.forget()
}

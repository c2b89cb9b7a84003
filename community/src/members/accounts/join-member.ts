import { type AppContext, KindlingError } from '../../foundation/index.ts'
import { joinCommunity } from '../join-community.ts'
import { remembranceErrors } from '../remembrance/words.ts'
import type { Desk } from './desk.ts'
import { joinWords as w } from './words.ts'

export interface Newcomer {
  accountId: string
  name: string
  under18: boolean
  invitation?: string
}

/** How one may come in: freely, after a steward looked, by the invitation at hand, or not at all. */
export type Entrance = 'open' | 'approval' | 'invited' | 'closed' | 'gone'

export async function entranceFor(
  c: AppContext,
  desk: Desk,
  invitation: string | undefined,
): Promise<Entrance> {
  const { house, community } = c.var
  const invited = invitation && (await desk.useInvitation(house.db, community, invitation))
  if (invited) return 'invited'
  if (community.signUp !== 'invitation') return community.signUp
  return invitation ? 'gone' : 'closed'
}

async function standing(c: AppContext, accountId: string) {
  const { house, community } = c.var
  return house.db
    .selectFrom('members')
    .select('status')
    .where('community_id', '=', community.id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/**
 * Makes an account a member here, once: pressing twice does it once.
 * @throws KindlingError `left_before`, `remembered`, `invitation_gone`
 */
export async function joinMember(c: AppContext, desk: Desk, newcomer: Newcomer): Promise<void> {
  const { house, community } = c.var
  const before = await standing(c, newcomer.accountId)
  if (before?.status === 'left')
    throw new KindlingError('left_before', w.leftBefore, {
      status: 409,
      values: { community: community.name },
    })
  if (before?.status === 'remembered')
    throw new KindlingError('remembered', remembranceErrors.cannotSignIn, {
      status: 409,
      values: { community: community.name },
    })
  if (before) return
  const { accountId, name, under18, invitation } = newcomer
  try {
    await house.db.transaction().execute(async (trx) => {
      const invited = invitation ? await desk.useInvitation(trx, community, invitation) : undefined
      if (!invited && community.signUp === 'invitation')
        throw new KindlingError('invitation_gone', w.invitationGone, { status: 403 })
      const joining = {
        accountId,
        name,
        under18,
        timeZone: null,
        role: invited?.role,
        invited: invited !== undefined,
      }
      const { id } = await joinCommunity(house, community, joining, trx)
      if (invited)
        await desk.useInvitation(trx, community, invitation!, { memberId: id, now: house.clock.now() })
    })
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
  }
}

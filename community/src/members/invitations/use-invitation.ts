import { type DbOrTrx, KindlingError, type Trx } from '../../foundation/index.ts'
import { whyClosed } from './rules.ts'
import { countUse, type Invitation, invitationByToken } from './store.ts'

const closed = {
  used: 'This invitation has been used. If it was meant for you, ask whoever sent it for another.',
  expired: 'This invitation has lapsed. Ask whoever sent it for another.',
  revoked: 'This invitation was taken back. Ask whoever sent it.',
} as const

function unknown(): KindlingError {
  return new KindlingError(
    'invitation_unknown',
    'We do not know this invitation. Open the link in your letter once more, whole.',
    { status: 422, details: { field: 'invitation' } },
  )
}

/**
 * What a token opens, for the page that greets whoever follows the link.
 * @throws KindlingError `invitation_unknown`, `invitation_used`, `invitation_expired`, `invitation_revoked`
 */
export async function readInvitation(
  db: DbOrTrx,
  communityId: string,
  token: string,
  now: Date,
  lock = false,
): Promise<Invitation> {
  const invitation = token ? await invitationByToken(db, communityId, token, lock) : undefined
  if (!invitation) throw unknown()
  const why = whyClosed(invitation, now)
  if (why)
    throw new KindlingError(`invitation_${why}`, closed[why], {
      status: 422,
      details: { field: 'invitation' },
    })
  return invitation
}

export interface UsingInvitation {
  communityId: string
  token: string
  /** Who comes in by it: the id given to the new member. */
  memberId: string
  now: Date
}

/**
 * Uses an invitation inside the transaction that makes the member, so that a link for one lets in one.
 * Call `joinCommunity` with `invited: true` and the role it returns.
 * @throws KindlingError as `readInvitation`
 */
export async function useInvitation(
  trx: Trx,
  using: UsingInvitation,
): Promise<{ role: 'member' | 'administrator'; invitedBy: string }> {
  const invitation = await readInvitation(trx, using.communityId, using.token, using.now, true)
  await countUse(trx, using.communityId, invitation.id, using.memberId, using.now)
  return { role: invitation.role, invitedBy: invitation.createdBy }
}

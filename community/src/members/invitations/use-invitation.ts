import { type Community, type DbOrTrx, KindlingError, type Trx } from '../../foundation/index.ts'
import { whyClosed } from './rules.ts'
import { countUse, invitationByToken } from './store.ts'
import { invitationErrors } from './words.ts'

const closed = {
  used: invitationErrors.used,
  expired: invitationErrors.expired,
  revoked: invitationErrors.revoked,
  unknown: invitationErrors.unknown,
} as const

/**
 * Looks an invitation up; with `taking`, inside the transaction that makes the member, it is used up by
 * them, so that a link for one lets in one.
 * @returns what whoever comes in by it becomes; undefined when it does not open the door
 * @throws KindlingError `invitation_used`, `invitation_expired`, `invitation_revoked`, only when taking
 */
export async function useInvitation(
  db: DbOrTrx,
  community: Pick<Community, 'id'>,
  token: string,
  taking?: { memberId: string; now?: Date },
): Promise<{ role: 'member' | 'administrator'; invitedBy: string } | undefined> {
  const invitation = await invitationByToken(db, community.id, token, taking !== undefined)
  const now = taking?.now ?? new Date()
  const why = invitation ? whyClosed(invitation, now) : 'unknown'
  if (taking && why)
    throw new KindlingError(`invitation_${why}`, closed[why], {
      status: 403,
      details: { field: 'invitation' },
    })
  if (why || !invitation) return undefined
  if (taking) await countUse(db as Trx, community.id, invitation.id, taking.memberId, now)
  return { role: invitation.role, invitedBy: invitation.createdBy }
}

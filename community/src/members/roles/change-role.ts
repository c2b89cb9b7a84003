import {
  audit,
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  notFound,
  record,
  type Trx,
  unfitting,
} from '../../foundation/index.ts'
import { memberPolicy } from '../policy.ts'
import type { MemberRole } from '../tables.ts'
import { REASON_LENGTH } from './rules.ts'
import { lockRoles, otherAdministrators, setRole } from './store.ts'
import { roleErrors, roleWords as w } from './words.ts'

/**
 * Keeps a place from losing its last administrator: asked before a role is taken, a member leaves or an
 * account goes. Holds everybody else who asks until the transaction ends.
 * @throws KindlingError `last_administrator`
 */
export async function keepAnAdministrator(trx: Trx, communityId: string, memberId: string): Promise<void> {
  await lockRoles(trx, communityId)
  const member = await trx
    .selectFrom('members')
    .select(['role', 'status'])
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (member?.role !== 'administrator' || member.status !== 'active') return
  if ((await otherAdministrators(trx, communityId, memberId)) > 0) return
  throw new KindlingError('last_administrator', roleErrors.lastAdministrator, {
    status: 409,
    details: { field: 'role' },
  })
}

function checkReason(reason: string, name: string): string {
  const text = reason.replaceAll('\u0000', '').toWellFormed().trim()
  if (!text) throw unfitting('reason', 'reason_missing', roleErrors.reasonMissing, { name })
  if (text.length > REASON_LENGTH)
    throw unfitting('reason', 'reason_too_long', roleErrors.reasonTooLong, { count: REASON_LENGTH })
  return text
}

async function lockMember(trx: Trx, communityId: string, memberId: string) {
  const member = await trx
    .selectFrom('members')
    .select(['id', 'name', 'role', 'status'])
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst()
  if (member?.status !== 'active') throw notFound()
  return member
}

export interface ChangingRole {
  memberId: string
  to: MemberRole
  /** Read by whoever it concerns. */
  reason: string
}

/**
 * Gives or takes a role, with a reason.
 * @throws KindlingError `reason_missing`, `reason_too_long`, `same_role`, `not_yours_to_give`, `last_administrator`
 */
export async function changeRole(
  house: House,
  viewer: MemberViewer,
  changing: ChangingRole,
): Promise<{ name: string; from: MemberRole }> {
  const { communityId } = viewer
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    await lockRoles(trx, communityId)
    const member = await lockMember(trx, communityId, changing.memberId)
    if (member.role === changing.to)
      throw new KindlingError('same_role', roleErrors.sameRole, {
        values: { name: member.name },
        status: 409,
        details: { field: 'role' },
      })
    if (!memberPolicy.changeRole(viewer, member.role, changing.to))
      throw forbidden('not_yours_to_give', roleErrors.notYoursToGive)
    const reason = checkReason(changing.reason, member.name)
    if (changing.to !== 'administrator') await keepAnAdministrator(trx, communityId, member.id)
    const id = await setRole(
      trx,
      { communityId, memberId: member.id, from: member.role, to: changing.to, reason, by: viewer.memberId },
      now,
    )
    await audit(
      trx,
      { communityId, act: w.auditChanged, actorId: viewer.memberId, memberId: member.id, subjectId: id },
      now,
    )
    await record(
      trx,
      { communityId, kind: 'role-changed', actorId: viewer.memberId, memberId: member.id, subjectId: id },
      now,
    )
    return { name: member.name, from: member.role }
  })
}

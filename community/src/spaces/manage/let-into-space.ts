import {
  forbidden,
  type House,
  isId,
  type MemberViewer,
  notFound,
  unfitting,
} from '../../foundation/index.ts'
import { addSpaceMembers } from '../store.ts'
import { change, managedSpace } from './change-space.ts'
import { removeSpaceMember } from './store.ts'
import { manageErrors, manageWords as w } from './words.ts'

/**
 * Lets a member into a space.
 * @param whom their handle, with or without "@", or their whole name
 * @throws KindlingError `member_unknown`
 */
export async function letIntoSpace(
  house: House,
  viewer: MemberViewer,
  id: string,
  whom: string,
): Promise<void> {
  await managedSpace(house, viewer, id)
  const name = whom.trim().replace(/^@/, '')
  const found = await house.db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', viewer.communityId)
    .where('status', '=', 'active')
    .where((eb) =>
      eb.or([
        eb('handle', '=', name.toLowerCase()),
        eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase()),
      ]),
    )
    .limit(2)
    .execute()
  if (found.length > 1) throw unfitting('whom', 'member_unclear', manageErrors.memberUnclear)
  const member = found[0]
  if (!member) throw unfitting('whom', 'member_unknown', manageErrors.memberUnknown)
  await change(
    house,
    viewer,
    id,
    w.auditLetIn,
    async (trx, now) => {
      await addSpaceMembers(trx, viewer.communityId, id, [member.id], now)
      return id
    },
    member.id,
  )
}

/** Takes a member out of a space. */
export async function takeOutOfSpace(
  house: House,
  viewer: MemberViewer,
  id: string,
  memberId: string,
): Promise<void> {
  if (!isId(memberId)) throw notFound()
  await change(
    house,
    viewer,
    id,
    w.auditTakenOut,
    async (trx) => {
      if (!(await removeSpaceMember(trx, viewer.communityId, id, memberId)))
        throw forbidden('not_inside', manageErrors.notInside)
      return id
    },
    memberId,
  )
}

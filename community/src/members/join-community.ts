import {
  type Community,
  type House,
  KindlingError,
  newId,
  record,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { NAME_LENGTH, tidyName } from './rules.ts'
import { addMember } from './store.ts'
import type { MemberRole } from './tables.ts'
import { memberErrors } from './words.ts'

export interface Joining {
  accountId: string
  name: string
  under18: boolean
  timeZone: string | null
  /** Given by an invitation or by set-up; others join as members. */
  role?: MemberRole
  /** Let in at once although the place asks for approval or an invitation. */
  invited?: boolean
}

/** Whether a place takes somebody in at once, lets them wait, or asks for an invitation first. */
function welcome(community: Community, joining: Joining): 'active' | 'waiting' {
  if (joining.invited || (joining.role ?? 'member') !== 'member') return 'active'
  if (community.signUp === 'invitation')
    throw new KindlingError('invitation_needed', memberErrors.invitationNeeded, { status: 403 })
  return community.signUp === 'approval' ? 'waiting' : 'active'
}

/**
 * Makes an account a member of a community, active at once or waiting for a steward.
 * @throws KindlingError `name_missing`, `name_too_long`, `invitation_needed`
 */
export async function joinCommunity(house: House, community: Community, joining: Joining, trx?: Trx) {
  const name = tidyName(joining.name)
  if (!name) throw unfitting('name', 'name_missing', memberErrors.nameMissing)
  if (name.length > NAME_LENGTH)
    throw unfitting('name', 'name_too_long', memberErrors.nameTooLong, { count: NAME_LENGTH })
  const status = welcome(community, joining)
  const now = house.clock.now()
  const id = newId(now.getTime())
  const run = async (inside: Trx) => {
    const { handle } = await addMember(inside, {
      communityId: community.id,
      id,
      accountId: joining.accountId,
      name,
      role: joining.role ?? 'member',
      status,
      under18: joining.under18,
      timeZone: joining.timeZone,
      joinedAt: now,
      guidelinesAgreedAt: now,
    })
    const kind = status === 'waiting' ? 'member-waiting' : 'member-joined'
    await record(inside, { communityId: community.id, kind, actorId: id, memberId: id }, now)
    return { id, handle, waiting: status === 'waiting' }
  }
  return trx ? run(trx) : house.db.transaction().execute(run)
}

import { askAttention, ended, spoke } from '../../attention/index.ts'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { listenKind } from '../kind.ts'
import { addInvitation, endInvitation, invitationOf } from './invitation-store.ts'
import { stillInvited } from './rules.ts'

/** Whether this member may be invited here to say what they hear: once in a thread, and only where it heats up. */
export async function mayInvite(
  house: House,
  viewer: MemberViewer,
  postId: string,
  isHeating: boolean,
): Promise<boolean> {
  if (!isHeating) return false
  const before = await invitationOf(house.db, viewer, postId)
  if (before) return stillInvited(before, house.clock.now())
  return (await askAttention(house, viewer, listenKind)) === 'speak'
}

/** They were invited. Two pages at once count once. */
export async function invited(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  if (await addInvitation(house.db, viewer, postId, house.clock.now())) await spoke(house, viewer, listenKind)
}

/** They said no, or took it up; told once. */
export async function answeredInvitation(
  house: House,
  viewer: MemberViewer,
  postId: string,
  outcome: 'heeded' | 'dismissed',
): Promise<void> {
  if (await endInvitation(house.db, viewer, postId)) await ended(house, viewer, listenKind, outcome)
}

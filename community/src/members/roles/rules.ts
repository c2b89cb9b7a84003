import type { MemberRole } from '../tables.ts'

/** From the fewest abilities to the most; each holds those before it. */
export const memberRoles = [
  'member',
  'host',
  'steward',
  'administrator',
] as const satisfies readonly MemberRole[]

export const REASON_LENGTH = 280

const rank = (role: MemberRole) => memberRoles.indexOf(role)

/** Whether a role brings more than another. */
export function isMore(role: MemberRole, than: MemberRole): boolean {
  return rank(role) > rank(than)
}

/** What somebody with one role may hand on: administrators everything, stewards hosting. */
export function mayGive(giver: MemberRole | 'visitor', from: MemberRole, to: MemberRole): boolean {
  if (giver === 'administrator') return true
  return giver === 'steward' && !isMore(from, 'host') && !isMore(to, 'host')
}

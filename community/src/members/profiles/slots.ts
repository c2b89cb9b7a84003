import { defineSlot } from '../../foundation/index.ts'
import type { MemberView } from '../store.ts'

/** Under what somebody says about themselves: what they wrote here, as the viewer may see it. Keyed by member id. */
export const profileBelow = defineSlot<MemberView>('members.profile-below')

/** What one may do about a member: write, follow, mute, block. Keyed by member id. */
export const profileActs = defineSlot<MemberView>('members.profile-acts')

/**
 * Whether a boundary stands between the viewer and a member. A fill that renders anything makes the
 * member not found, on their page and in the search. Keyed by member id.
 */
export const profileHidden = defineSlot<MemberView>('members.profile-hidden')

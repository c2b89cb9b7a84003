import { isAdministrator, isMember, isSteward, type Viewer } from '../foundation/index.ts'
import { mayGive } from './roles/rules.ts'
import type { MemberRole, MemberStatus } from './tables.ts'

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** What a viewer may do with a member. Blocks make a member not found before any of this is asked. */
export const memberPolicy = {
  /** Look for members by name, and open somebody's page. */
  find: (viewer: Viewer) => inside(viewer),
  read: (viewer: Viewer, member: { id: string; status: MemberStatus }) =>
    inside(viewer) &&
    (member.status === 'active' ||
      member.status === 'remembered' ||
      isSteward(viewer) ||
      viewer.memberId === member.id),
  describe: (viewer: Viewer, member: { id: string }) => inside(viewer) && viewer.memberId === member.id,
  /** Say yes or not now to somebody who waits. */
  letIn: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
  /** See who looks after the place, and everybody else, in order to give roles. */
  seeRoles: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
  changeRole: (viewer: Viewer, from: MemberRole, to: MemberRole) =>
    inside(viewer) && from !== to && mayGive(viewer.role, from, to),
} as const

/** What a viewer may do with invitations. */
export const invitationPolicy = {
  send: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
  /** Invite a second administrator. */
  sendForRole: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
  revoke: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
} as const

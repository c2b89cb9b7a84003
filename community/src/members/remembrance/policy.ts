import { isAdministrator, isMember, isSteward, type Viewer } from '../../foundation/index.ts'
import type { MemberStatus } from '../tables.ts'

const steward = (viewer: Viewer) => isMember(viewer) && !viewer.waiting && isSteward(viewer)

export interface ProposalFacts {
  memberId: string
  proposedBy: string
}

/** Who may turn a page to remembrance: never one alone, and nobody their own. */
export const remembrancePolicy = {
  read: steward,
  propose: (viewer: Viewer, member: { id: string; status: MemberStatus }) =>
    steward(viewer) && member.status === 'active' && viewer.memberId !== member.id,
  /** A second steward. */
  confirm: (viewer: Viewer, { memberId, proposedBy }: ProposalFacts) =>
    steward(viewer) && viewer.memberId !== proposedBy && viewer.memberId !== memberId,
  /** What waits is taken back by any steward, also by whom it is about. */
  withdraw: steward,
  undo: (viewer: Viewer) => steward(viewer) && isAdministrator(viewer),
} as const

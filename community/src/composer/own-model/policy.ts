import { isAdministrator, isMember, type MemberViewer, type Viewer } from '../../foundation/index.ts'

/** Who may do what with a community's own language model. */
export const ownModelPolicy = {
  /** Connect, change, try and remove it. */
  manage: (viewer: Viewer): viewer is MemberViewer =>
    isMember(viewer) && !viewer.waiting && isAdministrator(viewer),
  /** Send it a draft of their own. Nobody under 18: their words stay here. */
  ask: (viewer: Viewer): viewer is MemberViewer => isMember(viewer) && !viewer.waiting && !viewer.under18,
} as const

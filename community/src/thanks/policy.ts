import type { Viewer } from '../foundation/index.ts'

/** What a viewer may do with a thanks. Its words are for giver and receiver until both agree to show it. */
export const thanksPolicy = {
  read: (viewer: Viewer, thanks: { giverId: string; receiverId: string; showing: string }) =>
    thanks.showing === 'shown' ||
    (viewer.memberId !== undefined &&
      (viewer.memberId === thanks.giverId || viewer.memberId === thanks.receiverId)),
  takeBack: (viewer: Viewer, thanks: { giverId: string }) => viewer.memberId === thanks.giverId,
  decideShowing: (viewer: Viewer, thanks: { receiverId: string }) => viewer.memberId === thanks.receiverId,
} as const

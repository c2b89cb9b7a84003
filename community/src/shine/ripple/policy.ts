import { isMember, type Viewer } from '../../foundation/index.ts'

/** The ripple has no address but one's own: whoever opens it reads what was told to them, whatever their role. */
export const ripplePolicy = {
  read: (viewer: Viewer) => isMember(viewer) && !viewer.waiting,
} as const

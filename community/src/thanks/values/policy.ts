import { isAdministrator, isMember, type Viewer } from '../../foundation/index.ts'

/** What matters here is for everybody who lives here to read, and for administrators to write down. */
export const valuePolicy = {
  read: (viewer: Viewer) => isMember(viewer) && !viewer.waiting,
  change: (viewer: Viewer) => isMember(viewer) && !viewer.waiting && isAdministrator(viewer),
} as const

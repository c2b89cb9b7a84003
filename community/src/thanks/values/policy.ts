import { isAdministrator, isMember, type Viewer } from '../../foundation/index.ts'

/** What matters here everybody who lives here may read; administrators write it down. */
export const valuePolicy = {
  change: (viewer: Viewer) => isMember(viewer) && !viewer.waiting && isAdministrator(viewer),
} as const

import { isAdministrator, isMember, type Viewer } from '../../foundation/index.ts'

/** Who looks after the scores that programs ask for. Who may ask is a setting, checked in `service.ts`. */
export const perspectivePolicy = {
  manage: (viewer: Viewer) => isMember(viewer) && !viewer.waiting && isAdministrator(viewer),
} as const

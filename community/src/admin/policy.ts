import { isAdministrator, isMember, isSteward, type Viewer } from '../foundation/index.ts'

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** Who may look after what in administration. Spaces, people and invitations have policies of their own. */
export const adminPolicy = {
  /** The first page, and what waits there. */
  enter: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
  changeSettings: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
  openDoors: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
  /** Letters hold addresses and links that sign in. */
  readLetters: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
  readAudit: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
  /** The test letter, the recovery sheet, and who could step in. */
  keepSafe: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
} as const

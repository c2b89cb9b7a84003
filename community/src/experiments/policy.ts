import { isAdministrator, isMember, type Viewer } from '../foundation/index.ts'

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** Kinds of spaces in which nothing is ever tried on anybody. */
const NEVER_IN: readonly string[] = ['support', 'family']

/** Who may do what with experiments, and on whom something may be tried. */
export const experimentPolicy = {
  /** What runs here is told to whoever reads the guidelines. */
  read: () => true,
  /** Leave all of them, or come back. */
  leave: (viewer: Viewer) => inside(viewer),
  /** Begin and stop them. */
  run: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
  /** Whether something may be tried on a member, in a space of a kind. Whether they left is known to the store. */
  tryOn: (viewer: Viewer, { spaceKind }: { spaceKind: string }) =>
    inside(viewer) && !viewer.under18 && !NEVER_IN.includes(spaceKind),
} as const

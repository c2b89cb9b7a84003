import { isSteward, type Viewer } from '../../foundation/index.ts'

/** Who may do what with the order of a space they can see. */
export const orderPolicy = {
  /** Read how a space is ordered: whoever reads the space. */
  read: (_: Viewer) => true,
  /** Try a kind order on today's list, switch it on, change it, switch it off. */
  choose: (viewer: Viewer) => isSteward(viewer) && !viewer.waiting,
} as const

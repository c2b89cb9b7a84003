import { isMember, isSteward, type Viewer } from '../../foundation/index.ts'

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** Who may do what with kind acts. That somebody did one is theirs alone; no role reads it. */
export const kindActPolicy = {
  read: inside,
  add: inside,
  /** "I did this", also with one's own idea. */
  doIt: inside,
  /** Tell it, change it, take it back: who did it. */
  tell: (viewer: Viewer, done: { memberId: string }) => inside(viewer) && viewer.memberId === done.memberId,
  /** Take an idea away: whose it is, and stewards. */
  takeAway: (viewer: Viewer, act: { authorId: string }) =>
    inside(viewer) && (viewer.memberId === act.authorId || isSteward(viewer)),
  /** Bring a story to the stewards: whoever reads it but who told it. */
  report: (viewer: Viewer, told: { memberId: string }) => inside(viewer) && viewer.memberId !== told.memberId,
  /** Take a story of somebody else away. */
  takeStoryAway: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
} as const

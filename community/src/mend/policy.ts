import { isAdministrator, isMember, isSteward, type Viewer } from '../foundation/index.ts'

/** What the rules ask about a case. */
export interface CaseFacts {
  /** In a space that only its members read. */
  closedSpace: boolean
  /** The viewer was let into that space. */
  viewerInside: boolean
  viewerIsAuthor: boolean
  viewerReported: boolean
  /** It was said to the viewer, or about them. */
  viewerIsOther: boolean
  /** The viewer has blocked who wrote or who reported it. */
  viewerBlocks: boolean
}

const looksAfter = (viewer: Viewer) => isMember(viewer) && !viewer.waiting && isSteward(viewer)
const inReach = (viewer: Viewer, facts: CaseFacts) =>
  looksAfter(viewer) && (!facts.closedSpace || facts.viewerInside || isAdministrator(viewer))

/**
 * Who may do what with a case. It names who reported, so its author never reads it, whatever their role;
 * and nobody decides about themselves, about what was said to them, on their own report, or about somebody they have
 * blocked. Whom it was said to reads it only where they reported it. The
 * query piece `caseInReach` says the same in SQL.
 */
export const casePolicy = {
  today: (viewer: Viewer) => looksAfter(viewer),
  /** Look at what is held; which of it is said by `heldInReach`. */
  lookAtHeld: (viewer: Viewer) => looksAfter(viewer),
  read: (viewer: Viewer, facts: CaseFacts) =>
    inReach(viewer, facts) &&
    !facts.viewerIsAuthor &&
    !facts.viewerBlocks &&
    (!facts.viewerIsOther || facts.viewerReported),
  decide: (viewer: Viewer, facts: CaseFacts) => casePolicy.read(viewer, facts) && !facts.viewerReported,
  note: (viewer: Viewer, facts: CaseFacts) => casePolicy.decide(viewer, facts),
  /** Say that something hidden stays hidden: not who hid it, where there is somebody else to look. */
  keep: (viewer: Viewer, facts: CaseFacts, appeal: { viewerHidIt: boolean; others: number }) =>
    casePolicy.decide(viewer, facts) && (!appeal.viewerHidIt || appeal.others === 0),
  /** Read why it was hidden, and ask for another look. */
  askAgain: (viewer: Viewer, facts: CaseFacts) => isMember(viewer) && !viewer.waiting && facts.viewerIsAuthor,
} as const

/** What one may do with reports of one's own. Sending one is asked of the policy of whoever the words belong to. */
export const reportPolicy = {
  readOwn: (viewer: Viewer, report: { reporterId: string }) =>
    isMember(viewer) && viewer.memberId === report.reporterId,
  /** Note for oneself what bothered one, read it and erase it: everybody inside, each their own. */
  note: (viewer: Viewer) => isMember(viewer) && !viewer.waiting,
} as const

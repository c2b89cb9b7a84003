import { isAdministrator, isMember, isSteward, type Viewer } from '../../foundation/index.ts'
import { mayStillAnswer, type NamedAnswer } from './rules.ts'

/** What the rules ask about one. That its space is seen and no block stands between is asked before: then it is not there. */
export interface CelebrationFacts {
  openerId: string
  standing: boolean
}

export interface NamedFacts {
  memberId: string
  answer: NamedAnswer | null
  askedAt: Date
}

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** Who may do what with celebrations. They are for members: a kindness among those who live here is no page for search engines. */
export const celebrationPolicy = {
  read: inside,
  /** Any member, where the space is open for it. */
  open: (viewer: Viewer, space: { open: boolean; archived: boolean }) =>
    inside(viewer) && space.open && !space.archived,
  /** A line or a cheer, while it stands. Whoever opened it has said theirs. */
  join: (viewer: Viewer, one: CelebrationFacts) =>
    inside(viewer) && one.standing && viewer.memberId !== one.openerId,
  /** Take back what one added oneself, also when it is over. */
  takeBack: (viewer: Viewer, line: { memberId: string }) =>
    inside(viewer) && viewer.memberId === line.memberId,
  /** Take away what somebody else added: who opened it, and stewards. */
  takeLineAway: (viewer: Viewer, one: { openerId: string }) =>
    inside(viewer) && (viewer.memberId === one.openerId || isSteward(viewer)),
  /** Say yes or no to being named; a yes is taken back at any time. */
  answer: (viewer: Viewer, asked: NamedFacts, now: Date) =>
    inside(viewer) && viewer.memberId === asked.memberId && mayStillAnswer(asked, now),
  /** Let it rest before its time. */
  rest: (viewer: Viewer, one: CelebrationFacts) =>
    inside(viewer) && one.standing && (viewer.memberId === one.openerId || isSteward(viewer)),
  /** Take all of it away. */
  takeAway: (viewer: Viewer, one: { openerId: string }) =>
    inside(viewer) && (viewer.memberId === one.openerId || isSteward(viewer)),
  /** Ask the stewards to look, at what somebody else wrote. */
  report: (viewer: Viewer, words: { writerId: string }) =>
    inside(viewer) && viewer.memberId !== words.writerId,
  office: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
  /** Nobody decides about words of their own. */
  lookAtReported: (viewer: Viewer, words: { writerId: string }) =>
    inside(viewer) && isSteward(viewer) && viewer.memberId !== words.writerId,
  /** Switch them on or off in a space. */
  switch: (viewer: Viewer) => inside(viewer) && isAdministrator(viewer),
} as const

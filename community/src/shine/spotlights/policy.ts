import { isMember, isSteward, type Viewer } from '../../foundation/index.ts'
import { type Answer, mayStillAnswer } from './rules.ts'

/** Somebody one may want to write about. That no block stands between is asked before: then they are not there. */
export interface PersonFacts {
  id: string
  /** Active, with an account. */
  here: boolean
  under18: boolean
  /** Wants nothing written about them. */
  closed: boolean
}

export interface AskedFacts {
  memberId: string
  answer: Answer | null
  askedAt: Date
}

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting
const isTheirs = (viewer: Viewer, memberId: string) => inside(viewer) && viewer.memberId === memberId

/**
 * Who may do what with spotlights. Words are for the one they are about; no role reads them before they are shown, hosts
 * included. A steward reads a sentence only when it was reported.
 */
export const spotlightPolicy = {
  /** What is lit now. For members: a kindness among those who live here is no page for search engines. */
  read: inside,
  /** Under 18, who is closed and who left look the same: there is nowhere to write. */
  write: (viewer: Viewer, about: PersonFacts) =>
    inside(viewer) && viewer.memberId !== about.id && about.here && !about.under18 && !about.closed,
  takeBack: (viewer: Viewer, words: { writerId: string; delivered: boolean }) =>
    isTheirs(viewer, words.writerId) && !words.delivered,
  /** Read what was written, hide a sentence, let it be seen. */
  keep: (viewer: Viewer, words: { aboutId: string; delivered: boolean; takenOut: boolean }) =>
    isTheirs(viewer, words.aboutId) && words.delivered && !words.takenOut,
  /** Bring a sentence to the stewards: whom it is about, and who reads it while it is lit. */
  report: (
    viewer: Viewer,
    words: { writerId: string; aboutId: string; delivered: boolean; takenOut: boolean; lit: boolean },
  ) =>
    inside(viewer) &&
    viewer.memberId !== words.writerId &&
    (words.lit || spotlightPolicy.keep(viewer, words)),
  readAsked: (viewer: Viewer, asked: { memberId: string }) => isTheirs(viewer, asked.memberId),
  answer: (viewer: Viewer, asked: AskedFacts, now: Date) =>
    isTheirs(viewer, asked.memberId) && mayStillAnswer(asked, now),
  /** Take down what is shown of oneself, at any time. */
  end: (viewer: Viewer, asked: AskedFacts) => isTheirs(viewer, asked.memberId) && asked.answer === 'yes',
  /** Say yes to a month that has no host: another person each month. */
  becomeHost: (
    viewer: Viewer,
    { hostId, hostBefore }: { hostId?: string | undefined; hostBefore?: string | undefined },
  ) => inside(viewer) && !viewer.under18 && hostId === undefined && viewer.memberId !== hostBefore,
  /** Draw three, ask one, hand it back. */
  host: (viewer: Viewer, { hostId }: { hostId?: string | undefined }) =>
    inside(viewer) && hostId !== undefined && viewer.memberId === hostId,
  appoint: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
} as const

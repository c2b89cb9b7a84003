import { isMember, type Viewer } from '../../foundation/index.ts'
import { kindDefaults, type Space } from '../../spaces/index.ts'
import { isOpen, mayTakeBack } from './rules.ts'

/** What the rules ask about an ask for feedback. */
export interface AskFacts {
  askerId: string
  until: Date
  closedAt: Date | null
}

/** What the rules ask about somebody who may be asked. */
export interface PersonFacts {
  id: string
  /** Active, with an account: somebody who can read it. */
  here: boolean
  under18: boolean
}

/**
 * Who may do what with feedback. It is for who asked for it alone: no role reads an answer, and nobody learns who was
 * silent. Like messages it is closed for members under 18, on both sides.
 */
export const feedbackPolicy = {
  use: (viewer: Viewer) => isMember(viewer) && !viewer.waiting && !viewer.under18,
  askPerson: (viewer: Viewer, person: PersonFacts) =>
    feedbackPolicy.use(viewer) && person.id !== viewer.memberId && person.here && !person.under18,
  /** The people of a space for invited people: a team one belongs to, not a place for support. */
  askSpace: (viewer: Viewer, space: Pick<Space, 'kind' | 'visibility'>) =>
    feedbackPolicy.use(viewer) && space.visibility === 'invited' && kindDefaults[space.kind].thanksShown,
  /** Read the answers, close it, delete it: whatever its receiver does with it. */
  receive: (viewer: Viewer, ask: Pick<AskFacts, 'askerId'>) =>
    feedbackPolicy.use(viewer) && ask.askerId === viewer.memberId,
  /** @param invited whether they were asked and did not say "not now" */
  answer: (viewer: Viewer, ask: AskFacts, invited: boolean, now: Date) =>
    feedbackPolicy.use(viewer) && ask.askerId !== viewer.memberId && invited && isOpen(ask, now),
  /** Bring an answer to the stewards: who asked for it. */
  report: (viewer: Viewer, answer: { askerId: string; writerId: string }) =>
    feedbackPolicy.receive(viewer, answer) && answer.writerId !== viewer.memberId,
  takeBack: (viewer: Viewer, answer: { writerId: string; createdAt: Date }, now: Date) =>
    feedbackPolicy.use(viewer) && answer.writerId === viewer.memberId && mayTakeBack(answer.createdAt, now),
} as const

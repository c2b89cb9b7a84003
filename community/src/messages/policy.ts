import { isMember, type Viewer } from '../foundation/index.ts'
import { type ConversationState, mayTakeBack, type Takes } from './rules.ts'

/** What the rules ask about a conversation. That no block stands between the two is asked before: then it is not there. */
export interface ConversationFacts {
  /** The two it is between. */
  between: readonly string[]
  state: ConversationState
  askedBy: string | null
  /** The other one is still here. */
  otherHere: boolean
}

/** Somebody a viewer may want to write to. */
export interface ReceiverFacts {
  id: string
  /** Active, with an account: somebody who can read it. */
  here: boolean
  under18: boolean
  takes: Takes
}

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting
const isBetween = (viewer: Viewer, { between }: ConversationFacts) =>
  isMember(viewer) && between.includes(viewer.memberId)

/**
 * Who may do what with direct messages. Only the two people of a conversation see anything of it: no role opens one, and
 * stewards and administrators are nobody special here.
 */
export const messagePolicy = {
  /** Direct messages are closed for members under 18. */
  use: (viewer: Viewer) => inside(viewer) && !viewer.under18,
  ask: (viewer: Viewer, receiver: ReceiverFacts) =>
    messagePolicy.use(viewer) &&
    receiver.id !== viewer.memberId &&
    receiver.here &&
    !receiver.under18 &&
    receiver.takes === 'requests',
  read: (viewer: Viewer, conversation: ConversationFacts) =>
    messagePolicy.use(viewer) && isBetween(viewer, conversation) && conversation.state !== 'withdrawn',
  /** Who asked waits for an answer; an answer of the other opens it for both. */
  write: (viewer: Viewer, conversation: ConversationFacts) =>
    messagePolicy.read(viewer, conversation) &&
    conversation.otherHere &&
    (conversation.state === 'open' || conversation.askedBy !== viewer.memberId),
  /** Say yes or "not now". */
  answer: (viewer: Viewer, conversation: ConversationFacts) =>
    messagePolicy.read(viewer, conversation) &&
    conversation.state === 'asked' &&
    conversation.askedBy !== viewer.memberId,
  withdraw: (viewer: Viewer, conversation: ConversationFacts) =>
    messagePolicy.read(viewer, conversation) &&
    conversation.state === 'asked' &&
    conversation.askedBy === viewer.memberId,
  takeBack: (
    viewer: Viewer,
    conversation: ConversationFacts,
    message: { authorId: string; createdAt: Date },
    now: Date,
  ) =>
    messagePolicy.read(viewer, conversation) &&
    message.authorId === viewer.memberId &&
    mayTakeBack(message.createdAt, now),
  /** Bring words of the other to the stewards, also where the other has left. */
  report: (viewer: Viewer, conversation: ConversationFacts, message: { authorId: string }) =>
    messagePolicy.read(viewer, conversation) && message.authorId !== viewer.memberId,
  /** Leave "I am here if you want to write" under somebody's words. */
  leaveOpening: (viewer: Viewer, entry: { authorId: string }) =>
    messagePolicy.use(viewer) && entry.authorId !== viewer.memberId,
  /** See it, use it, put it away: whom it is for. */
  readOpening: (viewer: Viewer, opening: { authorId: string }) =>
    messagePolicy.use(viewer) && opening.authorId === viewer.memberId,
  takeBackOpening: (viewer: Viewer, opening: { memberId: string }) =>
    inside(viewer) && opening.memberId === viewer.memberId,
} as const

import { isSteward, type Viewer } from '../../foundation/index.ts'
import { type EntryFacts, entryPolicy } from '../policy.ts'

/** What the rules ask about somebody and the pace of a thread. */
export interface PaceFacts {
  /** They wrote one of its last messages. */
  inIt: boolean
  /** They suggested it or are asked about it. */
  ofIt: boolean
  bySteward: boolean
}

/** What a viewer may do about the pace of a thread they can see. */
export const pacePolicy = {
  suggest: (viewer: Viewer, post: EntryFacts, { inIt }: Pick<PaceFacts, 'inIt'>) =>
    entryPolicy.reply(viewer, post) && inIt,
  /** Without asking anybody. */
  begin: (viewer: Viewer, post: EntryFacts) => entryPolicy.reply(viewer, post) && isSteward(viewer),
  answer: (viewer: Viewer, post: EntryFacts, { ofIt }: Pick<PaceFacts, 'ofIt'>) =>
    entryPolicy.reply(viewer, post) && ofIt,
  /** What was agreed ends with anybody who agreed; what a steward asked for, with a steward. */
  end: (viewer: Viewer, post: EntryFacts, { ofIt, bySteward }: Omit<PaceFacts, 'inIt'>) =>
    entryPolicy.reply(viewer, post) && (isSteward(viewer) || (ofIt && !bySteward)),
} as const

import { type EntryItem, entryPolicy, factsOf, factsOfEntry } from '../../conversation/index.ts'
import { isMember, isSteward, type Viewer } from '../../foundation/index.ts'

/** What the rules ask about a line that somebody said. */
export interface HearingFacts {
  listenerId: string
  /** Who wrote the entry it is about. */
  authorId: string
}

const writes = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/**
 * What a viewer may do with "What I hear is ...". Seeing is decided by `hearingVisible`. The line is about its author: they
 * decide whether it fits and whether it stays. Stewards may take it away, never answer it.
 */
export const hearingPolicy = {
  /** About somebody else's words, where one may answer them. */
  say: (viewer: Viewer, { post, entry }: EntryItem) =>
    entryPolicy.quote(viewer, factsOf(post), factsOfEntry(post, entry)) && !entry.mine,
  /** Say whether it fits: new words under a thread, so only where one may answer. */
  answer: (viewer: Viewer, { post }: EntryItem, hearing: HearingFacts) =>
    entryPolicy.reply(viewer, factsOf(post)) && viewer.memberId === hearing.authorId,
  takeBack: (viewer: Viewer, hearing: HearingFacts) =>
    writes(viewer) && viewer.memberId === hearing.listenerId,
  remove: (viewer: Viewer, hearing: HearingFacts) =>
    writes(viewer) &&
    viewer.memberId !== hearing.listenerId &&
    (viewer.memberId === hearing.authorId || isSteward(viewer)),
  /** Bring it to the stewards: anybody who sees it but who said it. */
  report: (viewer: Viewer, hearing: Pick<HearingFacts, 'listenerId'>) =>
    writes(viewer) && viewer.memberId !== hearing.listenerId,
} as const

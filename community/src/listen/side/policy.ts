import { type EntryFacts, type EntryItem, entryPolicy, factsOfEntry } from '../../conversation/index.ts'
import { isMember, type Viewer } from '../../foundation/index.ts'

/**
 * Who may see a thread from the side of who wrote something in it: members, where it carries a name and they can read it. That
 * both have written there, and what stands between the two, is asked when it is read.
 */
export const sidePolicy = {
  see: (viewer: Viewer, { post, entry }: EntryItem) => {
    const facts = factsOfEntry(post, entry)
    return entryPolicy.keep(viewer, facts) && !entry.mine && !facts.hidden && !facts.held && !!entry.author
  },
} as const

/** What one may do with one's own "What matters to me in this". */
export const mattersPolicy = {
  say: (viewer: Viewer, post: EntryFacts) => entryPolicy.reply(viewer, post),
  /** At any time: it is theirs. */
  takeAway: (viewer: Viewer) => isMember(viewer) && !viewer.waiting,
} as const

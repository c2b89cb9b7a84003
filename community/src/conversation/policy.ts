import { isMember, isSteward, type Viewer } from '../foundation/index.ts'

/** What the rules ask about an entry. `mine` is true for its author, named or not. */
export interface EntryFacts {
  mine: boolean
  deleted: boolean
  hidden: boolean
  locked: boolean
  archived: boolean
}

const writes = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/**
 * What a viewer may do with a post or reply they can see. Seeing is decided by `postVisible`.
 * Stewards look after places, not over words: nobody edits what another wrote.
 */
export const entryPolicy = {
  reply: (viewer: Viewer, post: EntryFacts) => writes(viewer) && !post.deleted && !post.hidden && !post.locked && !post.archived,
  edit: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && entry.mine && !entry.deleted && !entry.archived,
  delete: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && entry.mine && !entry.deleted,
  /** Read the words of something hidden: its author and stewards. */
  readHidden: (viewer: Viewer, entry: EntryFacts) => entry.mine || isSteward(viewer),
  hide: (viewer: Viewer, entry: EntryFacts) => isSteward(viewer) && !entry.deleted,
  lock: (viewer: Viewer) => isSteward(viewer),
  pin: (viewer: Viewer) => isSteward(viewer),
  move: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && (isSteward(viewer) || (entry.mine && !entry.deleted)),
  report: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && !entry.mine && !entry.deleted,
  thank: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && !entry.mine && !entry.deleted && !entry.hidden,
} as const

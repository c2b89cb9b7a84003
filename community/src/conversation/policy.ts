import { isMember, isSteward, type Viewer } from '../foundation/index.ts'
import { mayBeUnnamed } from '../spaces/index.ts'
import type { EntryView, PostView } from './views.ts'

/** What the rules ask about an entry. `mine` is true for its author, named or not. */
export interface EntryFacts {
  mine: boolean
  deleted: boolean
  hidden: boolean
  held: boolean
  locked: boolean
  archived: boolean
}

/** The facts the policy asks about a post. */
export function factsOf(post: PostView): EntryFacts {
  return {
    mine: post.mine,
    deleted: post.deleted,
    hidden: post.hidden,
    held: post.held,
    locked: post.locked,
    archived: post.space.archived,
  }
}

/** The same about a post or a reply to it: a reply is locked and archived with its thread. */
export function factsOfEntry(post: PostView, entry: EntryView): EntryFacts {
  const { mine, deleted, hidden, held } = entry
  return { mine, deleted, hidden, held, locked: post.locked, archived: post.space.archived }
}

const writes = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/**
 * What a viewer may do with a post or reply they can see. Seeing is decided by `entryVisible`.
 * Stewards look after places, not over words: nobody edits what another wrote.
 */
export const entryPolicy = {
  reply: (viewer: Viewer, post: EntryFacts) =>
    writes(viewer) && !post.deleted && !post.hidden && !post.held && !post.locked && !post.archived,
  /** Who asked without a name answers without one, where the space still allows it. */
  replyUnnamed: (viewer: Viewer, post: PostView) =>
    entryPolicy.reply(viewer, factsOf(post)) &&
    post.mine &&
    !post.author &&
    mayBeUnnamed(post.space.kind, post.need),
  quote: (viewer: Viewer, post: EntryFacts, entry: EntryFacts) =>
    entryPolicy.reply(viewer, post) && !entry.deleted && !entry.hidden && !entry.held,
  edit: (viewer: Viewer, entry: EntryFacts) =>
    writes(viewer) && entry.mine && !entry.deleted && !entry.archived,
  delete: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && entry.mine && !entry.deleted,
  /** Read the words of something hidden: its author and stewards. */
  readHidden: (viewer: Viewer, entry: EntryFacts) => entry.mine || isSteward(viewer),
  /** Read what it said before it was edited: who may read what it says now. */
  readHistory: (viewer: Viewer, entry: EntryFacts) =>
    !entry.deleted && (!entry.hidden || entryPolicy.readHidden(viewer, entry)),
  hide: (viewer: Viewer, entry: EntryFacts) => isSteward(viewer) && !entry.deleted,
  lock: (viewer: Viewer, post: EntryFacts) => isSteward(viewer) && !post.deleted,
  pin: (viewer: Viewer, post: EntryFacts) => isSteward(viewer) && !post.deleted && !post.hidden && !post.held,
  move: (viewer: Viewer, post: EntryFacts) =>
    writes(viewer) &&
    !post.deleted &&
    !post.held &&
    (isSteward(viewer) || (post.mine && !post.locked && !post.archived)),
  /** Bookmarks and following are between a member and the page. */
  keep: (viewer: Viewer, entry: EntryFacts) => writes(viewer) && !entry.deleted,
  /** What is held is with the stewards already. */
  report: (viewer: Viewer, entry: EntryFacts) =>
    writes(viewer) && !entry.mine && !entry.deleted && !entry.held,
  thank: (viewer: Viewer, entry: EntryFacts) =>
    writes(viewer) && !entry.mine && !entry.deleted && !entry.hidden && !entry.held,
} as const

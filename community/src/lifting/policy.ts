import { type EntryItem, entryPolicy, factsOfEntry } from '../conversation/index.ts'
import { isMember, type Viewer } from '../foundation/index.ts'
import type { Mark } from './rules.ts'

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** What a viewer may do with marks. Seeing is decided by `entryVisible`; whose mark it was is shown to nobody. */
export const liftingPolicy = {
  /** Never for one's own words. Whoever began the thread says what helped them; everybody else what was kind. */
  mark: (viewer: Viewer, mark: Mark, { post, entry }: EntryItem) =>
    entry.isReply &&
    entryPolicy.thank(viewer, factsOfEntry(post, entry)) &&
    (mark === 'kind' ? !post.mine : post.mine && !post.deleted),
  /** One's own mark; also where the thread has changed since. */
  takeBack: (viewer: Viewer, mark: { markerId: string }) =>
    inside(viewer) && viewer.memberId === mark.markerId,
  /** Say whether letters may quote it. Nobody under 18 is quoted or asked. */
  quote: (viewer: Viewer, entry: { mine: boolean; deleted: boolean }) =>
    inside(viewer) && !viewer.under18 && entry.mine && !entry.deleted,
  /** The corner of what helped and nobody has remarked on. */
  readUnsaid: (viewer: Viewer) => inside(viewer),
} as const

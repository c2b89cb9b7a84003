import { isMember, isSteward, type Viewer } from '../../foundation/index.ts'
import { type PostingBy, spacePolicy } from '../../spaces/index.ts'
import type { OccasionState } from './rules.ts'

/** What the rules ask about a ritual whose space a viewer sees. */
export interface RitualFacts {
  keeperId: string
  resting: boolean
  space: { postingBy: PostingBy; archivedAt: Date | null }
}

/** And about the one that is on or comes. */
export interface OccasionFacts {
  state: OccasionState
  hostId: string | null
}

const inside = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** Who may do what with rituals. Whoever sees a space sees its rituals; that is decided by `spaceVisible`. */
export const ritualPolicy = {
  setUp: (viewer: Viewer) => inside(viewer) && isSteward(viewer),
  /** Change it, rest it, wake it, hand it on: stewards, and whoever looks after it. */
  lookAfter: (viewer: Viewer, ritual: Pick<RitualFacts, 'keeperId'>) =>
    inside(viewer) && (isSteward(viewer) || viewer.memberId === ritual.keeperId),
  /** Say that one would host it now and then. */
  offer: (viewer: Viewer, ritual: RitualFacts) => spacePolicy.post(viewer, ritual.space) && !ritual.resting,
  /** Say yes to the one that comes, with its first entry: who is asked, or anybody while nobody is. */
  host: (viewer: Viewer, ritual: RitualFacts, occasion: OccasionFacts) =>
    ritualPolicy.offer(viewer, ritual) &&
    occasion.state === 'waiting' &&
    (occasion.hostId === null || occasion.hostId === viewer.memberId),
  /** Say "not this time": who is asked. */
  decline: (viewer: Viewer, occasion: OccasionFacts) =>
    inside(viewer) && occasion.state === 'waiting' && occasion.hostId === viewer.memberId,
  /** Agree that an entry is shown when it is gathered: who wrote it. */
  agree: (viewer: Viewer, entry: { authorId: string }) =>
    inside(viewer) && viewer.memberId === entry.authorId,
} as const

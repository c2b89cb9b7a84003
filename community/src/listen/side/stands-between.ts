import { blockedBetween, hasMuted } from '../../bounds/index.ts'
import type { House, MemberViewer } from '../../foundation/index.ts'

/** Whether something stands between a viewer and somebody else. What it is, is not said to either. */
export type StandsBetween = (house: House, viewer: MemberViewer, otherId: string) => Promise<boolean>

declare module '../../foundation/feature.ts' {
  interface Feature {
    /** Knows of what may stand between two people; brought by floors that do. */
    standsBetween?: StandsBetween
  }
}

/** Whether one of the two keeps a distance to the other, or anything else in the house stands between them. */
export async function standsBetween(house: House, viewer: MemberViewer, otherId: string): Promise<boolean> {
  const { communityId, memberId } = viewer
  const known = await Promise.all([
    blockedBetween(house.db, communityId, memberId, otherId),
    hasMuted(house.db, { communityId, ownerId: memberId, otherId }),
    hasMuted(house.db, { communityId, ownerId: otherId, otherId: memberId }),
    ...house.features.map((feature) => feature.standsBetween?.(house, viewer, otherId) ?? false),
  ])
  return known.includes(true)
}

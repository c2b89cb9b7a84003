import { isMember, type Viewer } from '../foundation/index.ts'

/**
 * What a viewer may do to keep somebody at a distance. Nobody's role protects them from being blocked, and
 * nobody's role lets them see whom another has blocked.
 */
export const boundsPolicy = {
  set: (viewer: Viewer, other: { id: string }) =>
    isMember(viewer) && !viewer.waiting && viewer.memberId !== other.id,
  lift: (viewer: Viewer, bound: { ownerId: string }) => isMember(viewer) && viewer.memberId === bound.ownerId,
  readList: (viewer: Viewer, list: { ownerId: string }) =>
    isMember(viewer) && viewer.memberId === list.ownerId,
} as const

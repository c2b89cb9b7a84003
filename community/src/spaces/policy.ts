import type { Role } from '../foundation/index.ts'
import { isAdministrator, isMember, type Viewer } from '../foundation/index.ts'
import type { PostingBy } from './rules.ts'
import type { Space } from './store.ts'

const RANK: Record<Role, number> = { visitor: 0, member: 1, host: 2, steward: 3, administrator: 4 }
const NEEDED: Record<PostingBy, Role> = { members: 'member', hosts: 'host', stewards: 'steward' }

/** What a viewer may do with a space they can see. Seeing is decided by `spaceVisible`. */
export const spacePolicy = {
  /** Begin a post here. */
  post(viewer: Viewer, space: Pick<Space, 'postingBy' | 'archivedAt'>): boolean {
    return (
      isMember(viewer) &&
      !viewer.waiting &&
      !space.archivedAt &&
      RANK[viewer.role] >= RANK[NEEDED[space.postingBy]]
    )
  },
  /** Answer a post here. */
  reply(viewer: Viewer, space: Pick<Space, 'archivedAt'>): boolean {
    return isMember(viewer) && !viewer.waiting && !space.archivedAt
  },
  /** Create, change, archive spaces, and let people into invited ones. */
  manage(viewer: Viewer): boolean {
    return isAdministrator(viewer)
  },
} as const

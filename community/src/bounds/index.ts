import type { Feature } from '../foundation/index.ts'
import { boundsApi } from './api.ts'
import { boundsMigrations } from './migrations.ts'
import { boundsPolicy } from './policy.ts'
import { profileFills } from './profile-fills.tsx'
import { boundsRoutes } from './routes.ts'
import { boundsWords as w } from './words.ts'

export { memberIfReachable } from './member-if-reachable.ts'
export { BlockLink, type BoundsTarget, MuteAction } from './parts.tsx'
export { boundsPolicy } from './policy.ts'
export { profileDistance } from './profile-fills.tsx'
export {
  type BesideLine,
  type FoundWords,
  hiddenWords,
  type OtherWay,
  type Reportable,
  ReportMore,
  ReportWays,
  reportableOf,
  type Standing,
  shownPlain,
  type TakenLine,
  type TakenWords,
} from './reportable.tsx'
export type { BoundsAct } from './rules.ts'
export { type Distance, readDistance, setBounds } from './set-bounds.ts'
export { addBlock, addMute, apartFrom, type Bound, hasMuted } from './store.ts'
export {
  type Asking,
  apartFromAsker,
  blockedBetween,
  noBlockWith,
  notMuted,
  unreachableFor,
} from './visibility.ts'

export const boundsFeature: Feature = {
  name: 'bounds',
  migrations: boundsMigrations,
  routes: boundsRoutes,
  api: boundsApi,
  slots: profileFills,
  settings: [
    {
      order: 40,
      href: '/settings/boundaries',
      label: w.title,
      about: w.about,
      shown: (viewer) => boundsPolicy.readList(viewer, { ownerId: viewer.memberId }),
    },
  ],
}

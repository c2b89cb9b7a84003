import type { Feature } from '../foundation/index.ts'
import { liftingApi } from './api.ts'
import { liftedInDigest } from './digest.ts'
import { liftingFills } from './fills.tsx'
import { marksForgotten } from './forget.ts'
import { liftingMigrations } from './migrations.ts'
import { helpedNotice } from './notice-kinds.ts'
import { liftingRoutes } from './routes.ts'
import { liftingWords as w } from './words.ts'

export { markReply } from './mark-reply.ts'
export { liftingPolicy } from './policy.ts'
export type { Mark } from './rules.ts'
export { addMark } from './store.ts'
export { readWorthAWord, type WorthAWord } from './worth/read-worth.ts'

export const liftingFeature: Feature = {
  name: 'lifting',
  migrations: liftingMigrations,
  routes: liftingRoutes,
  api: liftingApi,
  slots: liftingFills,
  noticeKinds: [helpedNotice],
  digest: [liftedInDigest],
  listeners: [marksForgotten],
  settings: [{ order: 36, href: '/settings/lifting', label: w.settingsTitle, about: w.settingsAbout }],
}

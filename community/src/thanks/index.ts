import type { Feature } from '../foundation/index.ts'
import { thanksApi } from './api.ts'
import { thanksFills } from './fills.tsx'
import { liveThanks } from './live-thanks.ts'
import { thanksMigrations } from './migrations.ts'
import { reminderKind } from './missed/kind.ts'
import { whoAnsweredFill } from './missed/who-answered.tsx'
import { thanksNotices } from './notice-kinds.ts'
import { reportableThanks } from './reportable.ts'
import { thanksRoutes } from './routes.ts'
import { thanksWords as w } from './words.ts'

export { giveThanks } from './give-thanks.ts'
export { decideShowing } from './receive-thanks.ts'
export { type Gift, gifts } from './rules.ts'
export { addThanks } from './store.ts'
export { takeBackThanks } from './take-back-thanks.ts'

export const thanksFeature: Feature = {
  name: 'thanks',
  migrations: thanksMigrations,
  routes: thanksRoutes,
  api: thanksApi,
  slots: [...thanksFills, whoAnsweredFill],
  attentionKinds: [reminderKind],
  live: [liveThanks],
  noticeKinds: thanksNotices,
  reportables: [reportableThanks],
  settings: [{ order: 34, href: '/settings/thanks', label: w.settingsTitle, about: w.settingsAbout }],
}

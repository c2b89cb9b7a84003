import type { App, Feature } from '../foundation/index.ts'
import './feedback/tables.ts'
import { feedbackApi } from './feedback/api.ts'
import { feedbackFills } from './feedback/fills.tsx'
import { feedbackLeaving } from './feedback/keep-feedback.ts'
import { feedbackKind } from './feedback/kind.ts'
import { feedbackMigrations } from './feedback/migrations.ts'
import { feedbackNotices } from './feedback/notice-kinds.ts'
import { reportableAnswer } from './feedback/reportable.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { showMirror } from './mirror/page.tsx'
import { MIRROR_PAGE } from './mirror/pages-at.ts'
import { onOwnProfile } from './on-profile.tsx'

export { answerFeedback } from './feedback/answer-feedback.ts'
export { askFeedback } from './feedback/ask-feedback.ts'
export { importFeedback } from './feedback/import-feedback.ts'

/** Feedback has an API for who asked. A mirror has none: it is looked into. */
function routes(app: App): void {
  feedbackRoutes(app)
  app.get(MIRROR_PAGE, (c) => showMirror(c))
}

export const teamFeature: Feature = {
  name: 'team',
  migrations: feedbackMigrations,
  routes,
  api: feedbackApi,
  slots: [...feedbackFills, onOwnProfile],
  listeners: [feedbackLeaving],
  noticeKinds: feedbackNotices,
  reportables: [reportableAnswer],
  attentionKinds: [feedbackKind],
}

import type { Feature } from '../foundation/index.ts'
import './feedback/tables.ts'
import { feedbackApi } from './feedback/api.ts'
import { feedbackFills } from './feedback/fills.tsx'
import { feedbackLeaving } from './feedback/keep-feedback.ts'
import { feedbackKind } from './feedback/kind.ts'
import { feedbackMigrations } from './feedback/migrations.ts'
import { feedbackNotices } from './feedback/notice-kinds.ts'
import { feedbackRoutes } from './feedback/routes.ts'

export { answerFeedback } from './feedback/answer-feedback.ts'
export { askFeedback } from './feedback/ask-feedback.ts'

export const teamFeature: Feature = {
  name: 'team',
  migrations: feedbackMigrations,
  routes: feedbackRoutes,
  api: feedbackApi,
  slots: feedbackFills,
  listeners: [feedbackLeaving],
  noticeKinds: feedbackNotices,
  attentionKinds: [feedbackKind],
}

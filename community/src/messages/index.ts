import type { Feature } from '../foundation/index.ts'
import { messageApi } from './api.ts'
import { messageFills } from './fills.tsx'
import { liveConversation } from './live-conversation.ts'
import { messageMigrations } from './migrations.ts'
import { messageNotices } from './notice-kinds.ts'
import { messagePolicy } from './policy.ts'
import { reportableMessage } from './reportable.ts'
import { messageRoutes } from './routes.ts'
import { afterQuietJob, leavingListener } from './tell-after-quiet.ts'
import { messageWords as w } from './words.ts'

export { answer, answerRequest } from './answer.ts'
export { importConversation } from './import-conversation.ts'
export { leaveOpening } from './leave-opening.ts'
export { messagePolicy } from './policy.ts'
export { besideRequests } from './slots.ts'
export { talkWithEachOther } from './talk-between.ts'
export { writeTo } from './write-to.ts'

export const messagesFeature: Feature = {
  name: 'messages',
  migrations: messageMigrations,
  routes: messageRoutes,
  api: messageApi,
  noticeKinds: messageNotices,
  reportables: [reportableMessage],
  live: [liveConversation],
  listeners: [leavingListener],
  jobs: [afterQuietJob],
  slots: messageFills,
  settings: [
    { order: 35, href: '/settings/messages', label: w.title, about: w.about, shown: messagePolicy.use },
  ],
  navigation: [
    {
      order: 35,
      item: ({ viewer, t }) =>
        messagePolicy.use(viewer) ? { href: '/messages', label: t(w.title) } : undefined,
    },
  ],
}

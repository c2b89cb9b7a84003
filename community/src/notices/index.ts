import type { MiddlewareHandler } from 'hono'
import {
  type App,
  type AppEnv,
  type Feature,
  type House,
  isMember,
  type Job,
  type LiveTopic,
  type MemberViewer,
  type NavigationItem,
} from '../foundation/index.ts'
import { noticeApi } from './api.ts'
import { showEndLetters, takeEndLetters } from './end-letters.tsx'
import { noticesListener } from './hear-events.ts'
import { noticeMigrations } from './migrations.ts'
import { remembranceNotice, welcomeNotice } from './own-kinds.ts'
import { showNotices } from './pages.tsx'
import { KEEP_NOTICES } from './rules.ts'
import { dailiesJob } from './send-dailies.ts'
import { digestsJob } from './send-digests.ts'
import { letterWork } from './send-letter.ts'
import { noticeSettingsApi } from './settings-api.ts'
import { showNoticeSettings, takeNoticeSettings } from './settings-page.tsx'
import { hasNews, markSeen, pruneNotices } from './store.ts'
import { noticeWords as w } from './words.ts'

export { tellOfPast } from './hear-events.ts'
export {
  type Channel,
  channels,
  type DigestLead,
  type DigestLine,
  type DigestPart,
  type LeadLine,
  type Notice,
  type NoticeKind,
  type NoticeSight,
} from './kinds.ts'
export { markSeen } from './store.ts'

/** Somebody opens what notices told them of: the mark has done its work. Costs nothing when nothing is new. */
export async function seeNoticesOf(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  if (viewer.hasNews)
    await markSeen(house.db, viewer.communityId, viewer.memberId, { postId }, house.clock.now())
}

/** The same for what is no post. */
export async function seeNoticesAbout(house: House, viewer: MemberViewer, subjectId: string): Promise<void> {
  if (viewer.hasNews)
    await markSeen(house.db, viewer.communityId, viewer.memberId, { subjectId }, house.clock.now())
}

function routes(app: App): void {
  app.get('/notices', (c) => showNotices(c))
  app.get('/settings/notices', (c) => showNoticeSettings(c))
  app.post('/settings/notices', (c) => takeNoticeSettings(c))
  app.get('/letters/end/:member/:what/:signature', (c) => showEndLetters(c))
  app.post('/letters/end/:member/:what/:signature', (c) => takeEndLetters(c))
}

/** Pages only: what programs and pictures ask for shows no masthead. */
const WITHOUT_MASTHEAD = /^\/(api|files|live|healthz|readyz|metrics)(\/|$)/

const lookForNews: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { viewer, house } = c.var
  if (isMember(viewer) && !viewer.waiting && c.req.method === 'GET' && !WITHOUT_MASTHEAD.test(c.req.path))
    c.set('viewer', { ...viewer, hasNews: await hasNews(house, viewer.communityId, viewer.memberId) })
  await next()
}

const navigation: NavigationItem = {
  order: 40,
  item: ({ viewer, t, path }) => {
    if (!isMember(viewer) || viewer.waiting) return undefined
    const shown = viewer.hasNews === true && !path.startsWith('/notices')
    return { href: '/notices', label: t(w.title), mark: { said: t(w.someNew), shown, topic: 'notices' } }
  },
}

/** Tells open pages that something reached their reader; what it is, the page of notices says. */
const live: LiveTopic = {
  name: 'notices',
  kinds: ['notice-given'],
  mayListen: async (_house, _viewer, key) => key === '',
  concerns: (event, viewer) => event.memberId === viewer.memberId,
  tell: async (house, viewer) =>
    (await hasNews(house, viewer.communityId, viewer.memberId)) ? { news: true } : undefined,
}

const pruneJob: Job = {
  name: 'prune-notices',
  schedule: '47 3 * * *',
  async run(house) {
    const before = new Date(house.clock.now().getTime() - KEEP_NOTICES)
    for (const { id } of await house.communities.all()) await pruneNotices(house.db, id, before)
  },
}

export const noticesFeature: Feature = {
  name: 'notices',
  migrations: noticeMigrations,
  routes,
  api(api) {
    noticeApi(api)
    noticeSettingsApi(api)
  },
  eachRequest: lookForNews,
  navigation: [navigation],
  settings: [{ order: 30, href: '/settings/notices', label: w.settingsTitle, about: w.settingsAbout }],
  listeners: [noticesListener],
  jobs: [dailiesJob, digestsJob, pruneJob],
  works: [letterWork],
  live: [live],
  noticeKinds: [welcomeNotice, remembranceNotice],
}

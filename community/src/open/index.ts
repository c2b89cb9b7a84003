import type { App, Feature } from '../foundation/index.ts'
import { openApi } from './api.ts'
import { showFeed } from './feed.ts'
import { openMigrations } from './migrations.ts'
import { showTokens, takeBack, takeNewToken } from './pages.tsx'
import { TOKENS_PAGE } from './parts.tsx'
import {
  perspectiveBareRoutes,
  perspectiveMigrations,
  perspectiveOffice,
  perspectivePageRoutes,
  pruneSuggestionsJob,
} from './perspective-here/index.ts'
import { readBearer } from './read-bearer.ts'
import { openWords as w } from './words.ts'

export { type MakingToken, makeToken, takeTokenBack } from './make-token.ts'
export { readToken } from './read-bearer.ts'

function routes(app: App): void {
  app.get('/settings/tokens', (c) => showTokens(c))
  app.post('/settings/tokens', (c) => takeNewToken(c))
  app.post('/settings/tokens/:id/take-back', (c) => takeBack(c))
  app.get('/spaces/:slug/feed.xml', (c) => showFeed(c))
  perspectivePageRoutes(app)
}

export const openFeature: Feature = {
  name: 'open',
  migrations: [...openMigrations, ...perspectiveMigrations],
  routes,
  bareRoutes: perspectiveBareRoutes,
  api: openApi,
  apiEntry: readBearer,
  jobs: [pruneSuggestionsJob],
  office: [perspectiveOffice],
  settings: [{ order: 60, href: TOKENS_PAGE, label: w.title, about: w.about }],
}

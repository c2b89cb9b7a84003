import { type App, type Feature, fill } from '../foundation/index.ts'
import { profileActs } from '../members/index.ts'
import { openApi } from './api.ts'
import { showFeed } from './feed.ts'
import { openMigrations } from './migrations.ts'
import { showTokens, takeBack, takeNewToken } from './pages.tsx'
import { TokensLink } from './parts.tsx'
import { readBearer } from './read-bearer.ts'

export { type MakingToken, makeToken, takeTokenBack } from './make-token.ts'
export { readToken } from './read-bearer.ts'

function routes(app: App): void {
  app.get('/settings/tokens', (c) => showTokens(c))
  app.post('/settings/tokens', (c) => takeNewToken(c))
  app.post('/settings/tokens/:id/take-back', (c) => takeBack(c))
  app.get('/spaces/:slug/feed.xml', (c) => showFeed(c))
}

const tokensLink = fill(profileActs, {
  load: async () => new Map<string, never>(),
  render: (_, member, page) => TokensLink({ page, mine: member.id === page.viewer.memberId }),
})

export const openFeature: Feature = {
  name: 'open',
  migrations: openMigrations,
  routes,
  api: openApi,
  apiEntry: readBearer,
  slots: [tokensLink],
}

import { type App, type Feature, isMember } from '../foundation/index.ts'
import { favicon, robots } from './favicon.ts'
import { showFront } from './front-page.tsx'
import { showGuidelines, showHelp } from './plain-pages.tsx'
import { showModelCard, showTry, takeTry } from './try/pages.tsx'
import { siteWords as w } from './words.ts'

function routes(app: App): void {
  app.get('/', (c) => showFront(c))
  app.get('/guidelines', (c) => showGuidelines(c))
  app.get('/help', (c) => showHelp(c))
  app.get('/try', (c) => showTry(c))
  app.post('/try', (c) => takeTry(c))
  app.get('/try/model-card', (c) => showModelCard(c))
  app.get('/favicon.ico', (c) =>
    c.body(favicon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  )
  app.get('/robots.txt', (c) => c.text(robots))
}

export const siteFeature: Feature = {
  name: 'site',
  routes,
  navigation: [
    {
      order: 90,
      item: (page) =>
        isMember(page.viewer)
          ? { href: `/members/${page.viewer.handle}`, label: page.viewer.name }
          : { href: '/sign-in', label: page.t(w.signIn) },
    },
  ],
}

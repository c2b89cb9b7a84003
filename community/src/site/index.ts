import { type App, type Feature, isMember } from '../foundation/index.ts'
import { showFront } from './front-page.tsx'
import { showGuidelines, showHelp } from './plain-pages.tsx'
import { siteWords as w } from './words.ts'

function routes(app: App): void {
  app.get('/', (c) => showFront(c))
  app.get('/guidelines', (c) => showGuidelines(c))
  app.get('/help', (c) => showHelp(c))
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

import type { App, Feature } from '../foundation/index.ts'
import { showAudit } from './pages/audit-page.tsx'
import { showOffice } from './pages/home-page.tsx'
import { showLetters } from './pages/letters-page.tsx'
import { adminPolicy } from './policy.ts'
import { safetyRoutes } from './safety/routes.ts'
import { gate } from './set-up/gate.tsx'
import { setUpMigrations } from './set-up/migrations.ts'
import { setUpRoutes } from './set-up/routes.ts'
import { showDoors, showSettings, takeDoors, takeSettings } from './settings/pages.tsx'
import { adminWords as w } from './words.ts'

export { adminPolicy } from './policy.ts'
export { makeSetUpLink, preparePlace } from './set-up/open-link.ts'
export { newRecoveryCode, tidyRecoveryCode } from './set-up/rules.ts'
export { importSafety } from './set-up/store.ts'
export { type FirstAdministrator, makeAdministrator, namePlace, writeWords } from './set-up/take-steps.ts'

function routes(app: App): void {
  setUpRoutes(app)
  safetyRoutes(app)
  app.get('/admin', (c) => showOffice(c))
  app.get('/admin/settings', (c) => showSettings(c))
  app.post('/admin/settings', (c) => takeSettings(c))
  app.get('/admin/doors', (c) => showDoors(c))
  app.post('/admin/doors', (c) => takeDoors(c))
  app.get('/admin/letters', (c) => showLetters(c))
  app.get('/admin/audit', (c) => showAudit(c))
}

export const adminFeature: Feature = {
  name: 'admin',
  migrations: setUpMigrations,
  routes,
  eachRequest: gate,
  navigation: [
    {
      order: 80,
      item: (page) => (adminPolicy.enter(page.viewer) ? { href: '/admin', label: page.t(w.nav) } : undefined),
    },
  ],
}

import type { App, SettingsItem } from '../../foundation/index.ts'
import { REMEMBRANCE_PAGE, showRemembrance, showRemembrances, takeProposal, takeStep } from './pages.tsx'
import { remembrancePolicy } from './policy.ts'
import './tables.ts'
import { remembranceWords as w } from './words.ts'

/** Addresses of remembrance, for stewards. */
export function remembranceRoutes(app: App): void {
  app.get(REMEMBRANCE_PAGE, (c) => showRemembrances(c))
  app.get(`${REMEMBRANCE_PAGE}/:id`, (c) => showRemembrance(c))
  app.post(`${REMEMBRANCE_PAGE}/:id`, (c) => takeProposal(c))
  for (const step of ['confirm', 'withdraw', 'undo'] as const)
    app.post(`${REMEMBRANCE_PAGE}/:id/${step}`, (c) => takeStep(c, step))
}

export const remembranceOffice: SettingsItem = {
  order: 90,
  href: REMEMBRANCE_PAGE,
  label: w.title,
  about: w.about,
  shown: remembrancePolicy.read,
}

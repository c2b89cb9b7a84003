import { type App, clientAddress, type Job, type SettingsItem } from '../../foundation/index.ts'
import { addPerspectiveRoutes } from '../perspective/index.ts'
import {
  downloadSuggestions,
  showPerspective,
  takeForget,
  takeKey,
  takeNewKey,
  takePerspective,
} from './pages.tsx'
import { PERSPECTIVE_PAGE } from './parts.tsx'
import { perspectivePolicy } from './policy.ts'
import { serviceHere } from './service.ts'
import { pruneSuggestions } from './store.ts'
import { perspectiveWords as w } from './words.ts'

export { perspectiveMigrations } from './migrations.ts'

/** The Perspective routes as a part of a community's server. */
export function perspectiveBareRoutes(app: App): void {
  addPerspectiveRoutes(app, { service: serviceHere, address: clientAddress })
}

/** What administrators arrange about them. */
export function perspectivePageRoutes(app: App): void {
  app.get(PERSPECTIVE_PAGE, (c) => showPerspective(c))
  app.post(PERSPECTIVE_PAGE, (c) => takePerspective(c))
  app.post(`${PERSPECTIVE_PAGE}/keys`, (c) => takeNewKey(c))
  app.post(`${PERSPECTIVE_PAGE}/keys/:id/take-back`, (c) => takeKey(c))
  app.get(`${PERSPECTIVE_PAGE}/suggestions.jsonl`, (c) => downloadSuggestions(c))
  app.post(`${PERSPECTIVE_PAGE}/suggestions/delete`, (c) => takeForget(c))
}

export const perspectiveOffice: SettingsItem = {
  order: 60,
  href: PERSPECTIVE_PAGE,
  label: w.title,
  about: w.about,
  shown: perspectivePolicy.manage,
}

export const pruneSuggestionsJob: Job = {
  name: 'prune-suggested-scores',
  schedule: '35 3 * * *',
  run: pruneSuggestions,
}

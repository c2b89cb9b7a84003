import type { App, Feature } from '../../foundation/index.ts'
import { kindActApi } from './api.ts'
import { kindActsLeaving } from './do-act.ts'
import {
  showNew,
  showStory,
  takeAway,
  takeDid,
  takeNew,
  takeStory,
  takeStoryAway,
  takeUndo,
} from './form-pages.tsx'
import { kindActMigrations } from './migrations.ts'
import { ACTS_PAGE, showAct, showActs, showDone } from './pages.tsx'
import { actOfToday } from './parts.tsx'
import { reportableStory } from './reportable.ts'

export { addIdea } from './add-idea.ts'
export { didAct, tellStory } from './do-act.ts'
export { type ImportedAct, importAct } from './import-act.ts'
export { kindActPolicy } from './policy.ts'

/** Addresses of kind acts. What is fixed stands before what is an id. */
function routes(app: App): void {
  app.get(ACTS_PAGE, (c) => showActs(c))
  app.get('/kind-acts/new', (c) => showNew(c))
  app.post('/kind-acts/new', (c) => takeNew(c))
  app.get('/kind-acts/done', (c) => showDone(c))
  app.get('/kind-acts/:id', (c) => showAct(c, c.req.param('id')))
  app.post('/kind-acts/:id/did', (c) => takeDid(c, c.req.param('id')))
  app.post('/kind-acts/:id/undo', (c) => takeUndo(c, c.req.param('id')))
  app.get('/kind-acts/:id/story', (c) => showStory(c, c.req.param('id')))
  app.post('/kind-acts/:id/story', (c) => takeStory(c, c.req.param('id')))
  app.post('/kind-acts/:id/story/take-back', (c) => takeStoryAway(c, c.req.param('id')))
  app.post('/kind-acts/:id/take-away', (c) => takeAway(c, c.req.param('id')))
}

export const kindActsPart = {
  migrations: kindActMigrations,
  routes,
  api: kindActApi,
  slots: [actOfToday],
  listeners: [kindActsLeaving],
  reportables: [reportableStory],
} satisfies Partial<Feature>

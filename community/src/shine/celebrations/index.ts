import type { App, Feature } from '../../foundation/index.ts'
import { celebrationApi } from './api.ts'
import { celebrationLead } from './digest-lead.ts'
import { showNew, takeNew } from './form-page.tsx'
import { celebrationsLeaving } from './look-after.ts'
import { celebrationMigrations } from './migrations.ts'
import { celebrationNotices } from './notice-kinds.ts'
import { milestoneKind } from './offers/kind.ts'
import { offerBand, takeOffer } from './offers/parts.tsx'
import { showOffice, takeLook, takeOffice } from './office-page.tsx'
import { takeAway, takeCheer, takeLine, takeLineBack, takeNamed, takeReport, takeRest } from './one-routes.ts'
import { showList, showOne } from './pages.tsx'
import { OFFICE_PAGE } from './pages-at.ts'
import { inSpace } from './parts.tsx'
import { celebrationPolicy } from './policy.ts'
import './tables.ts'
import { celebrationWords as w } from './words.ts'

export { type ImportedCelebration, importCelebration } from './import-celebration.ts'
export { addLine, cheer } from './join-in.ts'
export { answerToBeNamed, reportWords } from './look-after.ts'
export { openCelebration, type TypedCelebration } from './open-celebration.ts'
export { type CelebrationFacts, celebrationPolicy } from './policy.ts'

/** Addresses of celebrations. What is fixed stands before what is an id. */
function routes(app: App): void {
  app.get('/spaces/:slug/celebrations', (c) => showList(c, c.req.param('slug')))
  app.get('/celebrations/new', (c) => showNew(c))
  app.post('/celebrations/new', (c) => takeNew(c))
  app.post('/celebrations/offer', (c) => takeOffer(c))
  app.get('/celebrations/:id', (c) => showOne(c, c.req.param('id')))
  app.post('/celebrations/:id/lines', (c) => takeLine(c, c.req.param('id')))
  app.post('/celebrations/:id/lines/take-away', (c) => takeLineBack(c, c.req.param('id')))
  app.post('/celebrations/:id/cheer', (c) => takeCheer(c, c.req.param('id')))
  app.post('/celebrations/:id/named', (c) => takeNamed(c, c.req.param('id')))
  app.post('/celebrations/:id/report', (c) => takeReport(c, c.req.param('id')))
  app.post('/celebrations/:id/rest', (c) => takeRest(c, c.req.param('id')))
  app.post('/celebrations/:id/take-away', (c) => takeAway(c, c.req.param('id')))
  app.get(OFFICE_PAGE, (c) => showOffice(c))
  app.post(OFFICE_PAGE, (c) => takeOffice(c))
  app.post(`${OFFICE_PAGE}/words/:id`, (c) => takeLook(c, c.req.param('id')))
}

export const celebrationsPart = {
  migrations: celebrationMigrations,
  routes,
  api: celebrationApi,
  slots: [inSpace, offerBand],
  noticeKinds: celebrationNotices,
  attentionKinds: [milestoneKind],
  digestLeads: [celebrationLead],
  listeners: [celebrationsLeaving],
  office: [
    {
      order: 66,
      href: OFFICE_PAGE,
      label: w.office,
      about: w.officeAbout,
      shown: celebrationPolicy.office,
    },
  ],
} satisfies Partial<Feature>

import type { App, Feature } from '../../foundation/index.ts'
import { showAbout, takeAbout, takeWordsBack } from './about-page.tsx'
import { spotlightApi } from './api.ts'
import { deliverWordsJob, leavingListener } from './deliver-words.ts'
import { spotlightLead } from './digest-lead.ts'
import {
  isOfficeThere,
  showHost,
  showOffice,
  takeAppoint,
  takeAsk,
  takeDraw,
  takeHandBack,
  takeYes,
} from './host-pages.tsx'
import { showKept, showPreview, takeAnswer, takeChoices, takeEnd, takeStep } from './kept-pages.tsx'
import { spotlightMigrations } from './migrations.ts'
import { spotlightNotices } from './notice-kinds.ts'
import { showSpotlight } from './pages.tsx'
import { HOST_PAGE, KEPT_PAGE, OFFICE_PAGE, SPOTLIGHT_PAGE } from './pages-at.ts'
import { inBand, inMore, onProfile } from './parts.tsx'
import { spotlightPolicy } from './policy.ts'
import { isKeptThere } from './read-spotlight.ts'
import { reportableSentence } from './reportable.ts'
import { spotlightWords as w } from './words.ts'

export { answerSpotlight, endSpotlight, stepWords } from './answer.ts'
export { appointHost, askOne, becomeHost, drawThree } from './host-month.ts'
export { type ImportedSpotlights, importSpotlights } from './import-spotlight.ts'
export { spotlightPolicy } from './policy.ts'
export { writeAbout } from './write-about.ts'

/** Addresses of spotlights. What is fixed stands before what is an id. */
function routes(app: App): void {
  app.get(SPOTLIGHT_PAGE, (c) => showSpotlight(c))
  app.get(KEPT_PAGE, (c) => showKept(c))
  app.post(`${KEPT_PAGE}/choices`, (c) => takeChoices(c))
  app.get(HOST_PAGE, (c) => showHost(c))
  app.post(`${HOST_PAGE}/yes`, (c) => takeYes(c))
  app.post(`${HOST_PAGE}/hand-back`, (c) => takeHandBack(c))
  app.post(`${HOST_PAGE}/draw`, (c) => takeDraw(c))
  app.post(`${HOST_PAGE}/ask`, (c) => takeAsk(c))
  app.get('/spotlight/about/:handle', (c) => showAbout(c, c.req.param('handle')))
  app.post('/spotlight/about/:handle', (c) => takeAbout(c, c.req.param('handle')))
  app.post('/spotlight/words/:id/take-back', (c) => takeWordsBack(c, c.req.param('id')))
  for (const step of ['hide', 'show'] as const)
    app.post(`/spotlight/words/:id/${step}`, (c) => takeStep(c, c.req.param('id'), step))
  app.get('/spotlight/:id/preview', (c) => showPreview(c, c.req.param('id')))
  app.post('/spotlight/:id/answer', (c) => takeAnswer(c, c.req.param('id')))
  app.post('/spotlight/:id/end', (c) => takeEnd(c, c.req.param('id')))
  app.get(OFFICE_PAGE, (c) => showOffice(c))
  app.post(OFFICE_PAGE, (c) => takeAppoint(c))
}

export const spotlightsPart = {
  migrations: spotlightMigrations,
  routes,
  api: spotlightApi,
  slots: [onProfile, inMore, inBand],
  noticeKinds: spotlightNotices,
  digestLeads: [spotlightLead],
  listeners: [leavingListener],
  reportables: [reportableSentence],
  jobs: [deliverWordsJob],
  settings: [
    {
      order: 45,
      href: KEPT_PAGE,
      label: w.keptTitle,
      about: w.keptLead,
      shown: spotlightPolicy.read,
      there: isKeptThere,
    },
  ],
  office: [
    {
      order: 65,
      href: OFFICE_PAGE,
      label: w.office,
      about: w.officeAbout,
      shown: spotlightPolicy.appoint,
      there: isOfficeThere,
    },
  ],
} satisfies Partial<Feature>

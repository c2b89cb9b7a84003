import { type App, type AppContext, isId, notFound } from '../foundation/index.ts'
import { showBothers, takeNote } from './bothers-page.tsx'
import { showCase } from './case-page.tsx'
import { showHeld, takeHideHeld, takeLetThrough } from './held-page.tsx'
import { showLookAgain, takeLookAgain } from './look-again-page.tsx'
import { OWN_NOTES_PAGE, showOwnNotes, takeEraseNote } from './own-notes-page.tsx'
import { showOwnReports } from './own-reports-page.tsx'
import { showReport, takeReport } from './report-page.tsx'
import { showStep, takeStep } from './step-page.tsx'
import { subjectFrom } from './subject-address.ts'
import { showToday } from './today-page.tsx'

function idOf(c: AppContext): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  return id
}

/** Addresses of reporting, of the stewards' day, and of what was hidden. */
export function mendRoutes(app: App): void {
  app.get('/report', (c) => showReport(c, subjectFrom(c.req.query())))
  app.post('/report', (c) => takeReport(c))
  app.get('/bothers', (c) => showBothers(c, subjectFrom(c.req.query())))
  app.post('/bothers', (c) => takeNote(c))
  app.get(OWN_NOTES_PAGE, (c) => showOwnNotes(c))
  app.post(`${OWN_NOTES_PAGE}/:id/erase`, (c) => takeEraseNote(c, idOf(c)))
  app.get('/reports', (c) => showOwnReports(c))
  app.get('/today', (c) => showToday(c))
  app.get('/held/:id', (c) => showHeld(c, idOf(c)))
  app.post('/held/:id/hide', (c) => takeHideHeld(c, idOf(c)))
  app.post('/held/:id/let-through', (c) => takeLetThrough(c, idOf(c)))
  app.get('/reports/:id', (c) => showCase(c, idOf(c)))
  app.get('/reports/:id/:step', (c) => showStep(c, idOf(c), c.req.param('step')))
  app.post('/reports/:id/:step', (c) => takeStep(c, idOf(c), c.req.param('step')))
  app.get('/look-again/:id', (c) => showLookAgain(c, idOf(c)))
  app.post('/look-again/:id', (c) => takeLookAgain(c, idOf(c)))
}

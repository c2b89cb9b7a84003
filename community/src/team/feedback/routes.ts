import type { App } from '../../foundation/index.ts'
import { showAnswer, takeAnswer, takeNotNow, takeTakeBack } from './answer-page.tsx'
import { exportFeedback, showKept, takeClose, takeDelete, takeDeleteAnswer } from './kept-page.tsx'
import { showFeedback } from './list-page.tsx'
import { showNew, takeNew } from './new-page.tsx'

/** Addresses of feedback. What is fixed stands before what is an id. */
export function feedbackRoutes(app: App): void {
  app.get('/feedback', (c) => showFeedback(c))
  app.get('/feedback/new', (c) => showNew(c))
  app.post('/feedback/new', (c) => takeNew(c))
  app.get('/feedback/export.json', (c) => exportFeedback(c))
  app.get('/feedback/asked/:id', (c) => showAnswer(c, c.req.param('id')))
  app.post('/feedback/asked/:id', (c) => takeAnswer(c, c.req.param('id')))
  app.post('/feedback/asked/:id/not-now', (c) => takeNotNow(c, c.req.param('id')))
  app.post('/feedback/asked/:id/take-back', (c) => takeTakeBack(c, c.req.param('id')))
  app.get('/feedback/:id', (c) => showKept(c, c.req.param('id')))
  app.post('/feedback/:id/close', (c) => takeClose(c, c.req.param('id')))
  app.post('/feedback/:id/delete', (c) => takeDelete(c, c.req.param('id')))
  app.post('/feedback/:id/answers/:answer/delete', (c) =>
    takeDeleteAnswer(c, c.req.param('id'), c.req.param('answer')),
  )
}

import type { App } from '../../foundation/index.ts'
import { takeKit } from './kit-page.tsx'
import { showRecover, takeRecover } from './recover-page.tsx'
import { showSafety } from './safety-page.tsx'
import { takeDigits, takeLetter, takeSecond } from './take-steps.ts'

/** Addresses of what keeps a place reachable. */
export function safetyRoutes(app: App): void {
  app.get('/admin/safety', (c) => showSafety(c))
  app.post('/admin/safety/letter', (c) => takeLetter(c))
  app.post('/admin/safety/letter/digits', (c) => takeDigits(c))
  app.post('/admin/safety/second', (c) => takeSecond(c))
  app.post('/admin/safety/kit', (c) => takeKit(c))
  app.get('/recover', (c) => showRecover(c))
  app.post('/recover', (c) => takeRecover(c))
}

import type { App } from '../../foundation/index.ts'
import { showLink, takeOver } from './link-pages.tsx'
import { showPlace, takePlace } from './place-page.tsx'
import { showWords, takeWords } from './words-page.tsx'
import { showYou, takeYou } from './you-page.tsx'

/** Addresses of set-up, for the browser that opened the printed link. */
export function setUpRoutes(app: App): void {
  app.get('/set-up', (c) => showLink(c))
  app.post('/set-up/take-over', (c) => takeOver(c))
  app.get('/set-up/place', (c) => showPlace(c))
  app.post('/set-up/place', (c) => takePlace(c))
  app.get('/set-up/words', (c) => showWords(c))
  app.post('/set-up/words', (c) => takeWords(c))
  app.get('/set-up/you', (c) => showYou(c))
  app.post('/set-up/you', (c) => takeYou(c))
}

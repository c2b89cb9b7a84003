import type { App } from '../../foundation/index.ts'
import type { Desk } from './desk.ts'
import { showArrived, showSignOut } from './pages/arrived-page.tsx'
import { openJoin, takeJoin } from './pages/join.ts'
import { openLeave, showLeft, takeLeave } from './pages/leave.tsx'
import { openConfirm, openLink, openReset, takeConfirm, takeLink, takeReset } from './pages/letter-links.ts'
import { showPasswordGone } from './pages/letter-pages.tsx'
import { oidcRoutes } from './pages/oidc-routes.ts'
import { passkeyRoutes } from './pages/passkey-routes.ts'
import {
  dropPasskey,
  dropSession,
  openSettings,
  SETTINGS,
  sendAgain,
  takeAddress,
  takePassword,
  takeSignOut,
} from './pages/settings.ts'
import { openSecondStep, openSignIn, takeSecondStep, takeSignIn } from './pages/sign-in.ts'
import { takeFirstCode, takeTwoStep } from './pages/two-step.tsx'

/** Addresses of joining, signing in, and changing how one signs in. */
export function accountRoutes(app: App, desk: Desk): void {
  app.get('/join', (c) => openJoin(c, desk))
  app.post('/join', (c) => takeJoin(c, desk))
  app.get('/arrived', (c) => showArrived(c, desk))

  app.get('/sign-in', (c) => openSignIn(c))
  app.post('/sign-in', (c) => takeSignIn(c, desk))
  app.get('/sign-in/second', (c) => openSecondStep(c))
  app.post('/sign-in/second', (c) => takeSecondStep(c, desk))
  app.get('/sign-in/link', (c) => openLink(c, desk))
  app.post('/sign-in/link', (c) => takeLink(c, desk))
  app.get('/sign-in/confirm', (c) => openConfirm(c, desk))
  app.post('/sign-in/confirm', (c) => takeConfirm(c, desk))
  app.get('/sign-in/confirmed', (c) => showPasswordGone(c))
  app.get('/sign-in/reset', (c) => openReset(c, desk))
  app.post('/sign-in/reset', (c) => takeReset(c, desk))
  app.get('/sign-out', (c) => showSignOut(c))
  app.post('/sign-out', (c) => takeSignOut(c, desk))

  app.get(SETTINGS, (c) => openSettings(c, desk))
  app.post(`${SETTINGS}/email`, (c) => takeAddress(c, desk))
  app.post(`${SETTINGS}/email/again`, (c) => sendAgain(c, desk))
  app.post(`${SETTINGS}/password`, (c) => takePassword(c, desk))
  app.post(`${SETTINGS}/passkeys/:id/remove`, (c) => dropPasskey(c, desk))
  app.post(`${SETTINGS}/second-step`, (c) => takeTwoStep(c, desk))
  app.post(`${SETTINGS}/second-step/code`, (c) => takeFirstCode(c, desk))
  app.post(`${SETTINGS}/sessions/:id/end`, (c) => dropSession(c, desk))
  app.get(`${SETTINGS}/leave`, (c) => openLeave(c, desk))
  app.post(`${SETTINGS}/leave`, (c) => takeLeave(c, desk))
  app.get('/goodbye', (c) => showLeft(c))

  passkeyRoutes(app, desk)
  oidcRoutes(app, desk)
}

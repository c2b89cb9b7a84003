import {
  type AppContext,
  isId,
  KindlingError,
  notFound,
  readTyped,
  SignInNeeded,
} from '../../../foundation/index.ts'
import { allowLetter, refuseMoreChanges } from '../allow.ts'
import { type Desk, setCookies, visitWith, withoutSecrets } from '../desk.ts'
import { emailField, passwordSentence } from '../input.ts'
import { settingsWords as w } from '../settings-words.ts'
import { fieldWords as f } from '../words.ts'
import { showSettings } from './settings-page.tsx'
import type { SettingsState } from './settings-parts.tsx'

export const SETTINGS = '/settings/sign-in'

export interface Person {
  accountId: string
  sessionId: string
}

/** Somebody signed in, member here or not yet. */
export function requirePerson(c: AppContext): Person {
  const { accountId, sessionId } = c.var.viewer
  if (!accountId || !sessionId) throw new SignInNeeded()
  return { accountId, sessionId }
}

/** Changing how one signs in needs a sign-in within the hour. */
export async function requireFresh(c: AppContext, desk: Desk): Promise<Person> {
  const person = requirePerson(c)
  if (await desk.accounts.isFresh(person.sessionId)) return person
  throw new KindlingError('sign_in_again', w.stale, { status: 403 })
}

const said = {
  email: w.emailSent,
  password: w.passwordSaved,
  'two-step': w.twoStepDone,
  ended: w.twoStepEnded,
  saved: w.saved,
} as const

/** GET /settings/sign-in, and where refused forms come back to */
export async function openSettings(
  c: AppContext,
  desk: Desk,
  back: Pick<SettingsState, 'typed' | 'errors' | 'status'> = {},
): Promise<Response> {
  const { accountId, sessionId } = requirePerson(c)
  const { accounts } = desk
  const [account, passkeys, sessions, fresh] = await Promise.all([
    accounts.byId(accountId),
    accounts.listPasskeys(accountId),
    accounts.listSessions(accountId),
    accounts.isFresh(sessionId),
  ])
  if (!account) throw new SignInNeeded()
  const done = said[c.req.query('done') as keyof typeof said]
  return showSettings(c, { account, passkeys, sessions, fresh, said: done && c.var.t(done), ...back })
}

/** POST …/email */
export async function takeAddress(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId } = await requireFresh(c, desk)
  const { typed } = await readTyped(c)
  const email = emailField(c.var.t).safeParse(typed.email)
  if (!email.success)
    return openSettings(c, desk, { typed, errors: { email: c.var.t(f.emailWrong) }, status: 422 })
  const wait = await allowLetter(c, email.data)
  if (wait) return openSettings(c, desk, { typed, errors: { email: wait }, status: 429 })
  await desk.accounts.changeAddress(visitWith(c, desk), accountId, email.data)
  return c.redirect(`${SETTINGS}?done=email`, 303)
}

/** POST …/email/again */
export async function sendAgain(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId } = requirePerson(c)
  const account = await desk.accounts.byId(accountId)
  const email = account?.unconfirmedEmail
  if (!email) return c.redirect(SETTINGS, 303)
  const wait = await allowLetter(c, email)
  if (wait) return openSettings(c, desk, { errors: { '': wait }, status: 429 })
  await desk.accounts.changeAddress(visitWith(c, desk), accountId, email)
  return c.redirect(`${SETTINGS}?done=email`, 303)
}

/** POST …/password */
export async function takePassword(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId } = await requireFresh(c, desk)
  await refuseMoreChanges(c, accountId)
  const { typed } = await readTyped(c)
  const account = await desk.accounts.byId(accountId)
  const about = [c.var.viewer.name, account?.email, account?.unconfirmedEmail, c.var.community.name]
  const wrong = passwordSentence(c.var.t, typed.password ?? '', about)
  if (wrong)
    return openSettings(c, desk, { typed: withoutSecrets(typed), errors: { password: wrong }, status: 422 })
  await desk.accounts.changePassword(visitWith(c, desk), accountId, typed.password!)
  return c.redirect(`${SETTINGS}?done=password`, 303)
}

/** POST …/passkeys/:id/remove */
export async function dropPasskey(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId } = await requireFresh(c, desk)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  await desk.accounts.removePasskey(accountId, id)
  return c.redirect(`${SETTINGS}?done=saved#passkeys`, 303)
}

/** POST …/sessions/:id/end; "others" ends all but this one. Needs no fresh sign-in: closing a door is always allowed. */
export async function dropSession(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId, sessionId } = requirePerson(c)
  const id = c.req.param('id') ?? ''
  if (id === 'others') await desk.accounts.endOtherSessions(accountId, sessionId)
  else if (isId(id)) await desk.accounts.endSession(accountId, id)
  else throw notFound()
  return c.redirect(`${SETTINGS}?done=saved#sessions`, 303)
}

/** POST /sign-out */
export async function takeSignOut(c: AppContext, desk: Desk): Promise<Response> {
  await desk.accounts.signOut(visitWith(c, desk).sessionToken)
  setCookies(c, [desk.accounts.forgetCookie()])
  return c.redirect('/', 303)
}

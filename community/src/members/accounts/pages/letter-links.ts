import { type AppContext, readTyped } from '../../../foundation/index.ts'
import { allowLetter, refuseMoreCodes } from '../allow.ts'
import { type Desk, setCookies, visitWith } from '../desk.ts'
import { emailField, passwordSentence } from '../input.ts'
import { joinMember } from '../join-member.ts'
import { localPath, withThen } from '../local-path.ts'
import { fieldWords as f } from '../words.ts'
import {
  showAskReset,
  showChoosePassword,
  showConfirm,
  showConfirmed,
  showOpenLink,
  showSent,
  showUsedLink,
} from './letter-pages.tsx'
import { onwards } from './sign-in.ts'

/** GET /sign-in/link: without a token, where asking for a link leads; with one, where the link leads. */
export async function openLink(c: AppContext, desk: Desk): Promise<Response> {
  const token = c.req.query('token')
  if (!token) return showSent(c, 'link')
  const ticket = await desk.accounts.lookAtLink('sign-in', token)
  return ticket ? showOpenLink(c, token, ticket.joining !== undefined) : showUsedLink(c, '/sign-in')
}

/** POST /sign-in/link */
export async function takeLink(c: AppContext, desk: Desk): Promise<Response> {
  await refuseMoreCodes(c)
  const { typed } = await readTyped(c)
  const opened = await desk.accounts.signInWithLink(visitWith(c, desk), typed.token ?? '')
  if (!opened) return showUsedLink(c, '/sign-in')
  setCookies(c, opened.cookies)
  const then = localPath(opened.next)
  if (opened.secondStep) return c.redirect(withThen('/sign-in/second', then), 303)
  const { joining, accountId } = opened
  const joins = joining?.communityId === c.var.community.id
  if (joins) await joinMember(c, desk, { accountId, ...joining })
  const next = joins ? withThen('/arrived', then) : onwards(then)
  return c.redirect(opened.passwordGone ? withThen('/sign-in/confirmed', next) : next, 303)
}

/** GET /sign-in/confirm */
export async function openConfirm(c: AppContext, desk: Desk): Promise<Response> {
  const token = c.req.query('token') ?? ''
  const ticket = await desk.accounts.lookAtLink('confirm', token)
  return ticket ? showConfirm(c, token, ticket.email) : showUsedLink(c, '/settings/sign-in')
}

/** POST /sign-in/confirm */
export async function takeConfirm(c: AppContext, desk: Desk): Promise<Response> {
  await refuseMoreCodes(c)
  const { typed } = await readTyped(c)
  const done = await desk.accounts.openConfirmation(visitWith(c, desk), typed.token ?? '')
  return done ? showConfirmed(c) : showUsedLink(c, '/settings/sign-in')
}

/** GET /sign-in/reset */
export async function openReset(c: AppContext, desk: Desk): Promise<Response> {
  const token = c.req.query('token')
  if (!token) return c.req.query('sent') === 'yes' ? showSent(c, 'reset') : showAskReset(c)
  const ticket = await desk.accounts.lookAtLink('reset', token)
  return ticket ? showChoosePassword(c, token, ticket.email) : showUsedLink(c, '/sign-in/reset')
}

async function askReset(c: AppContext, desk: Desk, typed: Record<string, string>): Promise<Response> {
  const email = emailField(c.var.t).safeParse(typed.email)
  if (!email.success) return showAskReset(c, typed, { email: c.var.t(f.emailWrong) }, 422)
  const wait = await allowLetter(c, email.data)
  if (wait) return showAskReset(c, typed, { '': wait }, 429)
  await desk.accounts.sendResetLink(visitWith(c, desk), email.data)
  return c.redirect('/sign-in/reset?sent=yes', 303)
}

/** POST /sign-in/reset: an address asks for the letter, a token brings the new password. */
export async function takeReset(c: AppContext, desk: Desk): Promise<Response> {
  const { typed } = await readTyped(c)
  const { token, password = '' } = typed
  if (!token) return askReset(c, desk, typed)
  await refuseMoreCodes(c)
  const ticket = await desk.accounts.lookAtLink('reset', token)
  if (!ticket) return showUsedLink(c, '/sign-in/reset')
  const wrong = passwordSentence(c.var.t, password, [ticket.email, c.var.community.name])
  if (wrong) return showChoosePassword(c, token, ticket.email, { password: wrong })
  const done = await desk.accounts.resetPassword(visitWith(c, desk), token, password)
  if (!done) return showUsedLink(c, '/sign-in/reset')
  setCookies(c, done.cookies)
  return c.redirect(done.secondStep ? '/sign-in/second' : onwards('/'), 303)
}

import { type AppContext, type FieldErrors, isMember, readTyped } from '../../../foundation/index.ts'
import { allowCode, allowLetter, allowSignIn } from '../allow.ts'
import { type Desk, setCookies, visitWith, withoutSecrets } from '../desk.ts'
import { emailField } from '../input.ts'
import { localPath, withThen } from '../local-path.ts'
import { oidcProblem } from '../oidc.ts'
import { fieldWords as f, signWords as w } from '../words.ts'
import { type SignInState, showSecondStep, showSignIn } from './sign-in-page.tsx'

function oidcErrors(c: AppContext): FieldErrors | undefined {
  const problem = oidcProblem(c.req.query('error'))
  const name = c.var.house.config.oidc?.name
  if (!problem || !name) return undefined
  const sentence = { unreachable: w.oidcUnreachable, 'not-linked': w.oidcNotLinked, refused: w.oidcRefused }[
    problem
  ]
  return { '': c.var.t(sentence, { name }) }
}

/** GET /sign-in */
export function openSignIn(c: AppContext): Response {
  const then = localPath(c.req.query('then'))
  const again = c.req.query('again') === 'yes' && c.var.viewer.accountId !== undefined
  if (isMember(c.var.viewer) && !again) return c.redirect(then, 303)
  if (c.var.viewer.accountId && !again) return c.redirect(withThen('/join', then), 303)
  return showSignIn(c, { next: then, again, errors: oidcErrors(c) })
}

/** Where to after signing in: /auth/arrive sees whether this account is a member here. */
export const onwards = (then: string) => withThen('/auth/arrive', then)

async function sendLink(c: AppContext, desk: Desk, state: SignInState, email: string): Promise<Response> {
  const wait = await allowLetter(c, email)
  if (wait) return showSignIn(c, { ...state, errors: { '': wait }, status: 429 })
  await desk.accounts.sendSignInLink(visitWith(c, desk), email, state.next)
  return c.redirect('/sign-in/link', 303)
}

/** POST /sign-in */
export async function takeSignIn(c: AppContext, desk: Desk): Promise<Response> {
  const { typed } = await readTyped(c)
  const { t } = c.var
  const state: SignInState = {
    next: localPath(typed.then),
    again: typed.again === 'yes' && c.var.viewer.accountId !== undefined,
    typed: withoutSecrets(typed),
  }
  const email = emailField(t).safeParse(typed.email)
  if (!email.success) return showSignIn(c, { ...state, errors: { email: t(f.emailWrong) }, status: 422 })
  if (typed.way === 'link') return sendLink(c, desk, state, email.data)
  if (!typed.password)
    return showSignIn(c, { ...state, errors: { password: t(f.passwordMissing) }, status: 422 })
  const wait = await allowSignIn(c, email.data)
  if (wait) return showSignIn(c, { ...state, errors: { '': wait }, status: 429 })
  const visit = visitWith(c, desk)
  const found =
    typed.password.length <= 1000
      ? await desk.accounts.signInWithPassword(visit, email.data, typed.password)
      : undefined
  if (!found) return showSignIn(c, { ...state, errors: { '': t(w.wrong) }, status: 422 })
  setCookies(c, found.cookies)
  return c.redirect(found.secondStep ? withThen('/sign-in/second', state.next) : onwards(state.next), 303)
}

/** GET and POST /sign-in/second */
export function openSecondStep(c: AppContext): Response {
  return showSecondStep(c, localPath(c.req.query('then')))
}

export async function takeSecondStep(c: AppContext, desk: Desk): Promise<Response> {
  const { typed } = await readTyped(c)
  const { t } = c.var
  const then = localPath(typed.then)
  const wait = await allowCode(c)
  if (wait) return showSecondStep(c, then, { code: wait }, 429)
  const result = await desk.accounts.takeSecondStep(visitWith(c, desk), typed.code ?? '')
  if ('cookies' in result) {
    setCookies(c, result.cookies)
    return c.redirect(onwards(then), 303)
  }
  if (result.problem === 'wrong-code') return showSecondStep(c, then, { code: t(w.codeWrong) }, 422)
  if (result.problem === 'too-many') return showSecondStep(c, then, { code: t(w.codeTooMany) }, 429)
  return showSignIn(c, { next: then, errors: { '': t(w.startAgain) }, status: 422 })
}

/** GET /auth/arrive: signed in, and on to where one wanted; first through the door for who is new here. */
export function arrive(c: AppContext): Response {
  const then = localPath(c.req.query('then'))
  if (isMember(c.var.viewer)) return c.redirect(then, 303)
  return c.redirect(withThen(c.var.viewer.accountId ? '/join' : '/sign-in', then), 303)
}

import { z } from 'zod'
import {
  type AppContext,
  type FieldErrors,
  isMember,
  KindlingError,
  readTyped,
  type Typed,
} from '../../../foundation/index.ts'
import { allowLetter, allowSignUp } from '../allow.ts'
import { type Desk, setCookies, visitWith, withoutSecrets } from '../desk.ts'
import { emailField, nameField, passwordSentence } from '../input.ts'
import { entranceFor, joinMember } from '../join-member.ts'
import { localPath, withThen } from '../local-path.ts'
import { joinWords as w } from '../words.ts'
import { type JoinState, showJoin } from './join-page.tsx'

/** GET /join */
export async function openJoin(c: AppContext, desk: Desk): Promise<Response> {
  const then = localPath(c.req.query('then'))
  if (isMember(c.var.viewer)) return c.redirect(then, 303)
  const invitation = c.req.query('invitation')?.slice(0, 200)
  return showJoin(c, {
    entrance: await entranceFor(c, desk, invitation),
    next: then,
    invitation,
    finishing: await finishing(c, desk),
  })
}

async function finishing(c: AppContext, desk: Desk): Promise<JoinState['finishing']> {
  const { accountId } = c.var.viewer
  return accountId ? { name: (await desk.accounts.byId(accountId))?.name ?? '' } : undefined
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  typed: Typed,
): { value?: z.output<Schema>; errors: FieldErrors } {
  const result = schema.safeParse(typed)
  const errors: FieldErrors = {}
  for (const issue of result.error?.issues ?? []) errors[String(issue.path[0] ?? '')] ??= issue.message
  return { value: result.data, errors }
}

function agreement(c: AppContext) {
  const { t } = c.var
  return {
    name: nameField(t),
    agree: z.literal('yes', { message: t(w.agreeMissing) }),
    adult: z.string().optional(),
  }
}

const isUnder18 = (c: AppContext, adult: string | undefined) =>
  c.var.community.minimumAge < 18 && adult !== 'yes'

/** For who is signed in: only the name and the yes. */
async function finishJoin(c: AppContext, desk: Desk, accountId: string, state: JoinState): Promise<Response> {
  const { value, errors } = checked(z.object(agreement(c)), state.typed!)
  if (!value) return showJoin(c, { ...state, errors, status: 422 })
  await joinMember(c, desk, {
    accountId,
    name: value.name,
    under18: isUnder18(c, value.adult),
    invitation: state.invitation,
  })
  return c.redirect(withThen('/arrived', state.next), 303)
}

async function joinByPassword(
  c: AppContext,
  desk: Desk,
  state: JoinState,
  who: { name: string; email: string; under18: boolean },
  password: string,
): Promise<Response> {
  const wait = await allowSignUp(c, who.email)
  if (wait) return showJoin(c, { ...state, errors: { '': wait }, status: 429 })
  const visit = visitWith(c, desk)
  const { accountId, cookies, secondStep } = await desk.accounts.signUpWithPassword(visit, {
    email: who.email,
    password,
  })
  setCookies(c, cookies)
  if (secondStep) return c.redirect(withThen('/sign-in/second', state.next), 303)
  await joinMember(c, desk, { accountId, name: who.name, under18: who.under18, invitation: state.invitation })
  return c.redirect(withThen('/arrived', state.next), 303)
}

async function joinByLink(
  c: AppContext,
  desk: Desk,
  state: JoinState,
  who: { name: string; email: string; under18: boolean },
): Promise<Response> {
  const wait = (await allowSignUp(c, who.email)) ?? (await allowLetter(c, who.email))
  if (wait) return showJoin(c, { ...state, errors: { '': wait }, status: 429 })
  const { email, name, under18 } = who
  const joining = { communityId: c.var.community.id, name, under18, invitation: state.invitation }
  await desk.accounts.signUpWithLink(visitWith(c, desk), email, joining, state.next)
  return c.redirect('/sign-in/link', 303)
}

/** POST /join */
export async function takeJoin(c: AppContext, desk: Desk): Promise<Response> {
  const { typed: all } = await readTyped(c)
  const typed = withoutSecrets(all)
  const then = localPath(all.then)
  if (isMember(c.var.viewer)) return c.redirect(then, 303)
  const invitation = all.invitation?.slice(0, 200) || undefined
  const entrance = await entranceFor(c, desk, invitation)
  const state: JoinState = { entrance, next: then, invitation, typed, finishing: await finishing(c, desk) }
  if (entrance === 'closed' || entrance === 'gone')
    throw new KindlingError('invitation_needed', entrance === 'gone' ? w.invitationGone : w.invitationOnly, {
      status: 403,
      values: { community: c.var.community.name },
    })
  const { accountId } = c.var.viewer
  if (accountId) return finishJoin(c, desk, accountId, state)

  const { value, errors } = checked(z.object({ ...agreement(c), email: emailField(c.var.t) }), typed)
  // Return in the password field presses the first button of the form; what was typed says what was meant.
  const password = all.password ?? ''
  const byPassword = all.way === 'password' || password !== ''
  const about = [typed.name, typed.email, c.var.community.name]
  const wrong = byPassword ? (passwordSentence(c.var.t, password, about) ?? undefined) : undefined
  if (wrong) errors.password = wrong
  if (!value || wrong) return showJoin(c, { ...state, errors, status: 422 })
  const who = { name: value.name, email: value.email, under18: isUnder18(c, value.adult) }
  return byPassword ? joinByPassword(c, desk, state, who, password) : joinByLink(c, desk, state, who)
}

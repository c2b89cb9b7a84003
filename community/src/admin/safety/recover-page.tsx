import { z } from 'zod'
import {
  type AppContext,
  clientAddress,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  show,
  type Typed,
  takeToken,
  waitSentence,
} from '../../foundation/index.ts'
import {
  accountsOf,
  emailField,
  nameField,
  passwordSentence,
  setCookies,
  visitOf,
} from '../../members/index.ts'
import { setUpWords } from '../set-up/words.ts'
import { recover } from './recovery-kit.ts'
import { safetyWords as w } from './words.ts'

/** For whoever holds the printed sheet. */
export function showRecover(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
  status?: 422 | 429,
): Response {
  const page = pageContext(c)
  const { t } = page
  const { password: _, ...kept } = typed
  return show(
    c,
    <Layout page={page} title={t(w.recoverTitle)} unlisted>
      <Head>{t(w.recoverTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/recover">
        <div class="main">
          <p class="lead">{t(w.recoverLead)}</p>
          <Field
            name="code"
            label={t(w.recoverCode)}
            hint={t(w.recoverCodeHint)}
            typed={kept}
            errors={errors}
            maxlength={60}
            autocomplete="off"
            required
          />
          <Field
            name="name"
            label={t(setUpWords.yourName)}
            hint={t(setUpWords.yourNameHint)}
            typed={kept}
            errors={errors}
            maxlength={60}
            autocomplete="nickname"
            required
          />
          <Field
            name="email"
            type="email"
            label={t(setUpWords.email)}
            hint={t(setUpWords.emailHint)}
            typed={kept}
            errors={errors}
            autocomplete="username"
            required
          />
          <Field
            name="password"
            type="password"
            label={t(setUpWords.password)}
            hint={t(setUpWords.passwordHint)}
            errors={errors}
            autocomplete="new-password"
            required
          />
          <p class="house">{t(w.recoverTold, { place: page.community.name })}</p>
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.recoverDo)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
    errors ? (status ?? 422) : 200,
  )
}

/** A code of 98 bits is not guessed; the limit keeps a program from trying all day. */
async function wait(c: AppContext): Promise<string | undefined> {
  const { house, community, t } = c.var
  const limit = {
    communityId: community.id,
    kind: 'recover',
    subject: clientAddress(c),
    limit: 10,
    seconds: 3600,
    now: house.clock.now(),
  }
  const taken = await takeToken(house.db, limit)
  return taken.ok ? undefined : waitSentence(t, taken.retryAfterSeconds)
}

/** Takes the code. */
export async function takeRecover(c: AppContext): Promise<Response> {
  const { house, community, t } = c.var
  const form = z.object({
    code: z.string().default(''),
    name: nameField(t),
    email: emailField(t),
    password: z.string().default(''),
  })
  const result = await readForm(c, form)
  if (!result.ok) return showRecover(c, result.typed, result.errors)
  const { value, typed } = result
  const weak = passwordSentence(t, value.password, [value.name, value.email, community.name])
  if (weak) return showRecover(c, typed, { password: weak })
  const later = await wait(c)
  if (later) return showRecover(c, typed, { '': later }, 429)
  try {
    const accounts = accountsOf(house)
    const { accountId } = await recover({ house, community, t, create: accounts.create }, value)
    const { cookies } = await accounts.letIn(visitOf(c, undefined), accountId)
    setCookies(c, cookies)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showRecover(c, typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/admin', 303)
}

import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import {
  accountsOf,
  emailField,
  nameField,
  passwordSentence,
  setCookies,
  visitOf,
} from '../../members/index.ts'
import { sendTestLetter } from '../safety/test-letter.ts'
import { mySetUp } from './session.ts'
import { StepSide } from './step-side.tsx'
import { makeAdministrator } from './take-steps.ts'
import { setUpWords as w } from './words.ts'

/** Page 3: who will look after it. */
export async function showYou(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const setUp = await mySetUp(c)
  const page = pageContext(c)
  const { community, t } = page
  if (!setUp.kind || !community.guidelines)
    return c.redirect(setUp.kind ? '/set-up/words' : '/set-up/place', 303)
  const { password: _, ...kept } = typed
  const all = errors && !errors.password ? { ...errors, password: t(w.passwordAgain) } : errors
  return show(
    c,
    <Layout page={page} title={t(w.youTitle)} unlisted>
      <Head side={<StepSide page={page} number={3} />}>{t(w.youTitle)}</Head>
      <ErrorSummary page={page} errors={all} />
      <form class="row bare" method="post" action="/set-up/you">
        <div class="main">
          <p class="lead">{t(w.youLead, { place: community.name })}</p>
          <Field
            name="name"
            label={t(w.yourName)}
            hint={t(w.yourNameHint)}
            typed={kept}
            errors={all}
            maxlength={60}
            autocomplete="nickname"
            required
          />
          <Field
            name="email"
            type="email"
            label={t(w.email)}
            hint={t(w.emailHint)}
            typed={kept}
            errors={all}
            autocomplete="username"
            required
          />
          <Field
            name="password"
            type="password"
            label={t(w.password)}
            hint={t(w.passwordHint)}
            errors={all}
            autocomplete="new-password"
            required
          />
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.make)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Takes page 3: makes the administrator, signs them in, and sends the test letter. */
export async function takeYou(c: AppContext): Promise<Response> {
  await mySetUp(c)
  const { house, community, t } = c.var
  const form = z.object({ name: nameField(t), email: emailField(t), password: z.string().default('') })
  const result = await readForm(c, form)
  if (!result.ok) return showYou(c, result.typed, result.errors)
  const { name, email, password } = result.value
  const weak = passwordSentence(t, password, [name, email, community.name])
  if (weak) return showYou(c, result.typed, { password: weak })
  const accounts = accountsOf(house)
  const { accountId } = await makeAdministrator(house, community, accounts.create, { name, email, password })
  const { cookies } = await accounts.letIn(visitOf(c, undefined), accountId)
  setCookies(c, cookies)
  try {
    await sendTestLetter({ house, community, t }, email)
  } catch (error) {
    // The next page says what is wrong with the mail; the account is there all the same.
    if (!(error instanceof KindlingError)) throw error
  }
  return c.redirect('/admin/safety?new=1', 303)
}

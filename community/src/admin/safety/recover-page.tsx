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
import { accountsOf, passwordSentence } from '../../members/index.ts'
import { letIn, PersonFields, personForm } from '../set-up/person-fields.tsx'
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
            typed={typed}
            errors={errors}
            maxlength={60}
            autocomplete="off"
            required
          />
          <PersonFields page={page} typed={typed} errors={errors} />
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
  const form = personForm(t).extend({ code: z.string().default('') })
  const result = await readForm(c, form)
  if (!result.ok) return showRecover(c, result.typed, result.errors)
  const { value, typed } = result
  const weak = passwordSentence(t, value.password, [value.name, value.email, community.name])
  if (weak) return showRecover(c, typed, { password: weak })
  const later = await wait(c)
  if (later) return showRecover(c, typed, { '': later }, 429)
  try {
    const { create } = accountsOf(house)
    const { accountId } = await recover({ house, community, t, create }, value)
    await letIn(c, accountId)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showRecover(c, typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/admin', 303)
}

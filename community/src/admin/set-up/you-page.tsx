import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { accountsOf, passwordSentence } from '../../members/index.ts'
import { sendTestLetter } from '../safety/test-letter.ts'
import { letIn, PersonFields, personForm } from './person-fields.tsx'
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
  const all = errors && !errors.password ? { ...errors, password: t(w.passwordAgain) } : errors
  return show(
    c,
    <Layout page={page} title={t(w.youTitle)} unlisted>
      <Head side={<StepSide page={page} number={3} />}>{t(w.youTitle)}</Head>
      <ErrorSummary page={page} errors={all} />
      <form class="row bare" method="post" action="/set-up/you">
        <div class="main">
          <p class="lead">{t(w.youLead, { place: community.name })}</p>
          <PersonFields page={page} typed={typed} errors={all} />
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
  const result = await readForm(c, personForm(t))
  if (!result.ok) return showYou(c, result.typed, result.errors)
  const { name, email, password } = result.value
  const weak = passwordSentence(t, password, [name, email, community.name])
  if (weak) return showYou(c, result.typed, { password: weak })
  const { create } = accountsOf(house)
  const { accountId } = await makeAdministrator(house, community, create, { name, email, password })
  await letIn(c, accountId)
  try {
    await sendTestLetter({ house, community, t }, email)
  } catch (error) {
    // The next page says what is wrong with the mail; the account is there all the same.
    if (!(error instanceof KindlingError)) throw error
  }
  return c.redirect('/admin/safety?new=1', 303)
}

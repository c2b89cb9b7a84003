import { z } from 'zod'
import {
  type AppContext,
  Choices,
  Head,
  Layout,
  notFound,
  pageContext,
  readForm,
  requireMember,
  show,
} from '../foundation/index.ts'
import { SettingsLink } from '../members/index.ts'
import { chooseQuoting, chosenQuoting } from './quote-consent.ts'
import { quotings } from './rules.ts'
import { liftingWords as w } from './words.ts'

const SETTINGS = '/settings/lifting'
const labels = { always: w.quotingAlways, ask: w.quotingAsk, never: w.quotingNever }

/** GET /settings/lifting: whether letters may quote a lifted answer of one's own. */
export async function showQuoting(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const chosen = await chosenQuoting(c.var.house, viewer)
  return show(
    c,
    <Layout page={page} title={page.t(w.settingsTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.settingsTitle)}</Head>
      <form class="row bare" method="post" action={SETTINGS}>
        <div class="main">
          {c.req.query('saved') && (
            <p class="house" role="status">
              {page.t(w.saved)}
            </p>
          )}
          {viewer.under18 ? (
            <p>{page.t(w.quotingUnder18)}</p>
          ) : (
            <>
              <Choices
                name="quoting"
                legend={page.t(w.quotingQuestion)}
                hint={page.t(w.quotingHint)}
                chosen={chosen}
                choices={quotings.map((value) => ({ value, label: page.t(labels[value]) }))}
              />
              <p class="bar">
                <button class="b go" type="submit">
                  {page.t(w.save)}
                </button>
              </p>
            </>
          )}
        </div>
      </form>
    </Layout>,
  )
}

const form = z.object({ quoting: z.enum(quotings) })

export async function takeQuoting(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok) throw notFound()
  await chooseQuoting(c.var.house, viewer, result.value.quoting)
  return c.redirect(`${SETTINGS}?saved=1`, 303)
}

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
import { choicesOf, setChoices } from './choices-store.ts'
import { hugForms } from './rules.ts'
import { thanksWords as w } from './words.ts'

const showings = ['always', 'ask', 'never'] as const
const showingWords = {
  always: { label: w.showAlways },
  ask: { label: w.showAsk },
  never: { label: w.showNever, hint: w.showNeverHint },
}
const hugWords = {
  hug: { label: w.aHug },
  'with-you': { label: w.formWithYou },
  candle: { label: w.aCandle },
  none: { label: w.formNone, hint: w.formNoneHint },
}

/** Whether what one is given may be shown, and what a hug is for oneself. */
export async function showChoices(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const choices = (await choicesOf(c.var.house.db, viewer.communityId, [viewer.memberId])).get(
    viewer.memberId,
  )!
  const choice = (value: string, { label, hint }: { label: typeof w.aHug; hint?: typeof w.aHug }) => ({
    value,
    label: page.t(label),
    ...(hint ? { hint: page.t(hint) } : {}),
  })
  return show(
    c,
    <Layout page={page} title={page.t(w.settingsTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.settingsTitle)}</Head>
      <form class="row bare" method="post" action="/settings/thanks">
        <div class="main">
          {c.req.query('saved') && (
            <p class="house" role="status">
              {page.t(w.saved)}
            </p>
          )}
          <Choices
            name="showing"
            legend={page.t(w.showQuestion)}
            hint={page.t(w.showHint)}
            chosen={choices.showing}
            choices={showings.map((value) => choice(value, showingWords[value]))}
          />
          <Choices
            name="hug"
            legend={page.t(w.hugQuestion)}
            hint={page.t(w.hugHint)}
            chosen={choices.hug}
            choices={hugForms.map((value) => choice(value, hugWords[value]))}
          />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.save)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
  )
}

const form = z.object({ showing: z.enum(showings), hug: z.enum(hugForms) })

export async function takeChoices(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok) throw notFound()
  await setChoices(c.var.house.db, viewer.communityId, viewer.memberId, result.value)
  return c.redirect('/settings/thanks?saved=1', 303)
}

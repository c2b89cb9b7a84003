import { z } from 'zod'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  type PageContext,
  pageContext,
  readForm,
  show,
  Tick,
  type Typed,
} from '../foundation/index.ts'
import { SettingsLink } from '../members/index.ts'
import { chooseSettings } from './choose-settings.ts'
import { forUsers } from './parts.tsx'
import { clockOf } from './rules.ts'
import { settingsOf } from './settings-store.ts'
import { messageWords as w } from './words.ts'

/** What somebody sees who has no quiet hours yet: a night. */
const USUALLY = { from: 22 * 60, until: 7 * 60 }

interface Filled {
  typed?: Typed
  errors?: FieldErrors
}

function Quiet({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const zone = (page.viewer.timeZone ?? page.community.timeZone).split('/').pop()!.replaceAll('_', ' ')
  const given = { typed, ...(errors ? { errors } : {}) }
  return (
    <>
      <Tick
        name="quiet"
        checked={typed.quiet === 'yes'}
        {...(errors ? { errors } : {})}
        label={
          <>
            {page.t(w.quiet)}
            <span class="hint block">{page.t(w.quietHint)}</span>
          </>
        }
      />
      <div class="pair times">
        <Field name="from" type="time" label={page.t(w.quietFrom)} {...given} />
        <Field name="until" type="time" label={page.t(w.quietUntil)} {...given} />
      </div>
      <p class="hint">
        {page.t(w.quietZone, { zone })} <a href="/settings/profile#f-timeZone">{page.t(w.quietZoneChange)}</a>
      </p>
    </>
  )
}

/** Who may ask to write, and quiet hours. */
export async function showSettings(c: AppContext, filled: Filled = {}): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const { takes, quiet } = await settingsOf(c.var.house.db, viewer.communityId, viewer.memberId)
    const hours = quiet ?? USUALLY
    const { errors } = filled
    const typed = filled.typed ?? {
      takes,
      ...(quiet ? { quiet: 'yes' } : {}),
      from: clockOf(hours.from),
      until: clockOf(hours.until),
    }
    const page = pageContext(c)
    return show(
      c,
      <Layout page={page} title={page.t(w.title)} unlisted>
        <Head side={<SettingsLink page={page} />}>{page.t(w.title)}</Head>
        <ErrorSummary page={page} errors={errors} />
        <form class="row bare" method="post" action="/settings/messages">
          <div class="main">
            {c.req.query('saved') && !errors && (
              <p class="house" role="status">
                {page.t(w.saved)}
              </p>
            )}
            <p class="lead">{page.t(w.settingsLead)}</p>
            <Choices
              name="takes"
              legend={page.t(w.takes)}
              chosen={typed.takes ?? ''}
              choices={[
                { value: 'requests', label: page.t(w.takesRequests) },
                { value: 'nobody', label: page.t(w.takesNobody), hint: page.t(w.takesNobodyHint) },
              ]}
              {...(errors ? { errors } : {})}
            />
            <Quiet page={page} typed={typed} errors={errors} />
            <p class="bar">
              <button class="b go" type="submit">
                {page.t(w.save)}
              </button>
            </p>
          </div>
        </form>
      </Layout>,
      errors ? 422 : 200,
    )
  })
}

const form = z.object({
  takes: z.string().default(''),
  quiet: z.literal('yes').optional(),
  from: z.string().default(''),
  until: z.string().default(''),
})

/** Takes the form; a refusal comes back as it was typed. */
export async function takeSettings(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const result = await readForm(c, form)
    const { typed } = result
    if (!result.ok) return showSettings(c, { typed, errors: result.errors })
    const { takes, quiet, from, until } = result.value
    try {
      await chooseSettings(c.var.house, viewer, { takes, quiet: quiet === 'yes', from, until })
    } catch (error) {
      if (!(error instanceof KindlingError) || error.status !== 422) throw error
      return showSettings(c, { typed, errors: fieldErrors(error, c.var.t) })
    }
    return c.redirect('/settings/messages?saved=1', 303)
  })
}

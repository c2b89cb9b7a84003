import { z } from 'zod'
import { backFromPause, PauseBeside, pauseFirst } from '../../composer/index.ts'
import { draftOf } from '../../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  localTime,
  Note,
  pageContext,
  readForm,
  Select,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { visibleSpaces } from '../../spaces/index.ts'
import { askFeedback } from './ask-feedback.ts'
import { FEEDBACK_PAGE, forUsers } from './parts.tsx'
import { feedbackPolicy } from './policy.ts'
import { ABOUT_LENGTH, DAYS_USUALLY, namesIn } from './rules.ts'
import { feedbackWords as w } from './words.ts'

const DAY = 86_400_000
const NEW_PAGE = `${FEEDBACK_PAGE}/new`

const zoneOf = (c: AppContext): string => c.var.viewer.timeZone ?? c.var.community.timeZone

/** A day as a date field takes it, so many days from today. */
function dayAfter(c: AppContext, days: number): string {
  const local = localTime(zoneOf(c), c.var.house.clock.now().getTime() + days * DAY)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${local.year}-${two(local.month + 1)}-${two(local.date)}`
}

/** GET /feedback/new: what it is about, whom one would like to hear, until when. */
export async function showNew(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
  status = 422,
): Promise<Response> {
  const viewer = forUsers(c)
  const { house } = c.var
  const spaces = (await visibleSpaces(house, viewer)).filter(
    (space) => !space.archivedAt && feedbackPolicy.askSpace(viewer, space),
  )
  const page = pageContext(c)
  const { t } = page
  const given = { typed, ...(errors ? { errors } : {}) }
  const asked = { ...typed, space: typed.space ?? c.req.query('space') ?? '' }
  return show(
    c,
    <Layout page={page} title={t(w.ask)} scripts={['composer']} unlisted>
      <Head side={<a href={FEEDBACK_PAGE}>{t(w.title)}</a>}>{t(w.ask)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <section class="row">
        <div class="main">
          <form
            class="line"
            method="post"
            action={NEW_PAGE}
            enctype="multipart/form-data"
            {...draftOf(page, 'feedback', t(w.ask), NEW_PAGE, typed)}
          >
            <Field
              name="about"
              label={t(w.aboutLabel)}
              hint={t(w.aboutHint)}
              maxlength={ABOUT_LENGTH}
              autocomplete="off"
              {...given}
            />
            <Field
              name="people"
              label={t(w.peopleLabel)}
              hint={t(w.peopleHint)}
              maxlength={400}
              autocomplete="off"
              {...given}
            />
            {spaces.length > 0 && (
              <Select
                name="space"
                label={t(w.spaceLabel)}
                options={[
                  { value: '', label: t(w.spaceNone) },
                  ...spaces.map(({ slug, name }) => ({ value: slug, label: name })),
                ]}
                typed={asked}
                errors={errors}
              />
            )}
            <Field
              name="until"
              type="date"
              label={t(w.untilLabel)}
              hint={t(w.untilHint)}
              value={dayAfter(c, DAYS_USUALLY)}
              {...given}
            />
            <PauseBeside page={page} fields={['about']} typed={typed} />
            <p class="hint" role="status" data-status data-kept={t(w.draftKept)} />
            <FormEnd page={page} button={t(w.send)} back={FEEDBACK_PAGE} />
          </form>
        </div>
        <Note>{t(w.askNote)}</Note>
      </section>
    </Layout>,
    (errors ? status : 200) as 200,
  )
}

const form = z.object({
  about: z.string().default(''),
  people: z.string().default(''),
  space: z.string().default(''),
  until: z.string().default(''),
})

/** Takes the ask, after the pause where it is worth one; a refusal comes back as it was typed. */
export async function takeNew(c: AppContext): Promise<Response> {
  const viewer = forUsers(c)
  const result = await readForm(c, form)
  const { typed } = result
  const back = backFromPause(typed)
  if (back) return showNew(c, back)
  if (!result.ok) return showNew(c, typed, result.errors)
  const passed = await pauseFirst(c, {
    typed,
    fields: ['about'],
    action: NEW_PAGE,
    about: async () => ({}),
  })
  if (passed instanceof Response) return passed
  const { about, people, space, until } = result.value
  const asking = { about, people: namesIn(people), space: space || undefined, until, zone: zoneOf(c) }
  try {
    const id = await askFeedback(c.var.house, viewer, asking)
    return c.redirect(`${FEEDBACK_PAGE}/${id}?did=posted`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || ![422, 429].includes(error.status)) throw error
    return showNew(c, typed, fieldErrors(error, c.var.t), error.status)
  }
}

import { z } from 'zod'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  forbidden,
  Head,
  KindlingError,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  Select,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { membersById } from '../../members/index.ts'
import { visibleSpaces } from '../../spaces/index.ts'
import type { TypedRitual } from './check-settings.ts'
import { areThere, findRitual } from './find-ritual.ts'
import { ritualPolicy } from './policy.ts'
import { ASKS_LENGTH, NAME_LENGTH, openDays, ritualKinds } from './rules.ts'
import { clockOf, kindWords, nthWords, weekdayWords } from './say-when.ts'
import { changeRitualSettings, setUpRitual } from './set-up.ts'
import type { RitualRow } from './store.ts'
import { monthDays, recurrenceOf, weekdays } from './when.ts'
import { ritualErrors, ritualWords as w } from './words.ts'

interface Shown {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}

/** How often, on which day, at what time, how long: plain fields, of which those that are not asked for are left alone. */
function WhenFields({ page, typed, errors }: Shown) {
  const { t } = page
  const shared = { typed, errors }
  const days = weekdays.map((value) => ({ value, label: t(weekdayWords[value]) }))
  return (
    <>
      <Choices
        name="every"
        legend={t(w.every)}
        chosen={typed.every ?? 'week'}
        choices={[
          { value: 'week', label: t(w.everyWeekChoice) },
          { value: 'nth', label: t(w.everyNthChoice) },
          { value: 'day', label: t(w.everyDayChoice) },
        ]}
        {...(errors ? { errors } : {})}
      />
      <div class="pair times">
        <Select name="weekday" label={t(w.weekday)} options={days} {...shared} />
        <Select
          name="nth"
          label={t(w.nth)}
          options={[...nthWords].map(([value, phrase]) => ({ value: String(value), label: t(phrase) }))}
          {...shared}
        />
      </div>
      <Select
        name="day"
        label={t(w.day)}
        options={monthDays.map((day) => ({
          value: String(day),
          label: day === -1 ? t(w.lastDay) : String(day),
        }))}
        {...shared}
      />
      <div class="pair times">
        <Select
          name="hour"
          label={t(w.hour)}
          options={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clockOf(hour) }))}
          {...shared}
        />
        <Select
          name="days"
          label={t(w.days)}
          options={openDays.map((count) => ({ value: String(count), label: t(w.daysChoice, { count }) }))}
          {...shared}
        />
      </div>
    </>
  )
}

function WhatFields({ page, typed, errors }: Shown) {
  const { t } = page
  const shared = { typed, ...(errors ? { errors } : {}) }
  return (
    <>
      <Choices
        name="kind"
        legend={t(w.kind)}
        chosen={typed.kind ?? 'other'}
        choices={ritualKinds.map((value) => ({
          value,
          label: t(kindWords[value].label),
          hint: t(kindWords[value].hint),
        }))}
        {...(errors ? { errors } : {})}
      />
      <Field name="name" label={t(w.name)} maxlength={NAME_LENGTH} autocomplete="off" {...shared} />
      <Field
        name="asks"
        label={t(w.asks)}
        hint={t(w.asksHint)}
        maxlength={ASKS_LENGTH}
        rows={3}
        {...shared}
      />
      <Field
        name="invited"
        label={t(w.invited)}
        hint={t(w.invitedHint)}
        rows={2}
        autocomplete="off"
        {...shared}
      />
    </>
  )
}

/** What is ready to use, each a link that fills the form. */
function ReadyToUse({ page }: { page: PageContext }) {
  return (
    <nav class="row bare" aria-label={page.t(w.ready)}>
      <p class="side lab">{page.t(w.ready)}</p>
      <ul class="main plain">
        {ritualKinds
          .filter((kind) => kind !== 'other')
          .map((kind) => (
            <li>
              <a href={`/rituals/new?kind=${kind}`}>{page.t(kindWords[kind].label)}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

const USUALLY: Typed = { every: 'week', weekday: 'FR', nth: '1', day: '1', hour: '18', days: '3' }

function fresh({ t }: PageContext, asked: string | undefined, space: string): Typed {
  const kind = ritualKinds.find((one) => one === asked) ?? 'wins'
  const { name, asks } = kindWords[kind]
  return { ...USUALLY, kind, space, name: name ? t(name) : '', asks: asks ? t(asks) : '', invited: '' }
}

/** The form of a new ritual. */
export async function showNew(c: AppContext, typed?: Typed, errors?: FieldErrors): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  if (!(await areThere(house, viewer.communityId))) throw notFound()
  if (!ritualPolicy.setUp(viewer)) throw forbidden('stewards_only', ritualErrors.stewardsOnly)
  const page = pageContext(c)
  const { t } = page
  const spaces = (await visibleSpaces(house, viewer)).filter(({ archivedAt }) => !archivedAt)
  const filled = typed ?? fresh(page, c.req.query('kind'), c.req.query('space') ?? '')
  const shared = { page, typed: filled, errors }
  return show(
    c,
    <Layout page={page} title={t(w.setUp)} unlisted>
      <Head side={<a href="/rituals">{t(w.title)}</a>}>{t(w.setUp)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <ReadyToUse page={page} />
      <form class="row bare" method="post" action="/rituals/new">
        <div class="main">
          <Select
            name="space"
            label={t(w.space)}
            options={spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
            typed={filled}
            errors={errors}
          />
          <WhatFields {...shared} />
          <WhenFields {...shared} />
          <FormEnd page={page} button={t(w.setUp)} back="/rituals" />
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

async function asTyped(viewer: MemberViewer, page: PageContext, ritual: RitualRow): Promise<Typed> {
  const chosen = recurrenceOf(ritual.rule)
  const people = await membersById(page.house.db, viewer.communityId, ritual.invited)
  return {
    ...USUALLY,
    kind: ritual.kind,
    name: ritual.name,
    asks: ritual.asks,
    every: chosen.every === 'week' ? 'week' : 'day' in chosen ? 'day' : 'nth',
    ...('weekday' in chosen ? { weekday: chosen.weekday } : {}),
    ...('nth' in chosen ? { nth: String(chosen.nth) } : {}),
    ...('day' in chosen ? { day: String(chosen.day) } : {}),
    hour: String(ritual.hour),
    days: String(ritual.open_days),
    invited: [...people.values()].map(({ handle }) => handle).join(' '),
  }
}

/** The form of one that is there. */
export async function showChange(
  c: AppContext,
  id: string,
  typed?: Typed,
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  const { ritual, facts } = await findRitual(c.var.house, viewer, id)
  if (!ritualPolicy.lookAfter(viewer, facts)) throw forbidden('keepers_only', ritualErrors.keepersOnly)
  const page = pageContext(c)
  const { t } = page
  const title = t(w.changeTitle, { name: ritual.name })
  const shared = { page, typed: typed ?? (await asTyped(viewer, page, ritual)), errors }
  const at = `/rituals/${id}`
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href={at}>{ritual.name}</a>}>{title}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action={`${at}/change`}>
        <div class="main">
          <WhatFields {...shared} />
          <WhenFields {...shared} />
          <FormEnd page={page} button={t(w.save)} back={at} />
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  space: z.string().default(''),
  kind: z.string().default(''),
  name: z.string().default(''),
  asks: z.string().default(''),
  every: z.string().default(''),
  weekday: z.string().default(''),
  nth: z.coerce.number().catch(0).default(0),
  day: z.coerce.number().catch(0).default(0),
  hour: z.coerce.number().catch(-1).default(-1),
  days: z.coerce.number().catch(0).default(0),
  invited: z.string().default(''),
})

/** A refusal shows the form again as it was typed. */
async function take(
  c: AppContext,
  act: (typed: TypedRitual & { space: string }) => Promise<string>,
  again: (typed: Typed, errors: FieldErrors) => Promise<Response>,
): Promise<Response> {
  const result = await readForm(c, form)
  if (!result.ok) return again(result.typed, result.errors)
  try {
    return c.redirect(await act(result.value), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || (error.status !== 422 && error.status !== 409)) throw error
    return again(result.typed, fieldErrors(error, c.var.t))
  }
}

export async function takeNew(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  return take(
    c,
    async ({ space, ...typed }) =>
      `/rituals/${await setUpRitual(c.var.house, viewer, space, typed)}?did=set-up`,
    (typed, errors) => showNew(c, typed, errors),
  )
}

export async function takeChange(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  return take(
    c,
    async (typed) => {
      await changeRitualSettings(c.var.house, viewer, id, typed)
      return `/rituals/${id}?did=changed`
    },
    (typed, errors) => showChange(c, id, typed, errors),
  )
}

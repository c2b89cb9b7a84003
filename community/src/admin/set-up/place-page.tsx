import { z } from 'zod'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { ZoneChoice } from '../../members/index.ts'
import { kindChanges, kindFor, kindName, type SpaceKind, spaceKinds } from '../../spaces/index.ts'
import { NameFields } from '../place-fields.tsx'
import { mySetUp } from './session.ts'
import { StepSide } from './step-side.tsx'
import { namePlace } from './take-steps.ts'
import { setUpWords as w } from './words.ts'

/** Page 1: what the place is. */
export async function showPlace(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const setUp = await mySetUp(c)
  const page = pageContext(c)
  const { community, t } = page
  const named = setUp.kind !== undefined
  return show(
    c,
    <Layout page={page} title={t(w.placeTitle)} scripts={['set-up']} unlisted>
      <Head side={<StepSide page={page} number={1} />}>{t(w.placeTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/set-up/place">
        <div class="main">
          <p class="lead">{t(w.placeLead)}</p>
          <NameFields
            name={{ label: t(w.name), value: named ? community.name : '' }}
            tagline={{ label: t(w.tagline), hint: t(w.taglineHint), value: community.tagline }}
            typed={typed}
            errors={errors}
          />
          <Choices
            name="kind"
            legend={t(w.kind)}
            hint={t(w.kindHint)}
            chosen={typed.kind ?? setUp.kind ?? ''}
            errors={errors}
            choices={spaceKinds.map((kind) => ({
              value: kind,
              label: t(kindName[kind]),
              hint: `${t(kindFor[kind])} ${t(kindChanges[kind])}`,
            }))}
          />
          {/* What was chosen once stays: only a fresh page is given this device's zone. */}
          <div data-own-zone={named || typed.timeZone ? undefined : 'yes'}>
            <ZoneChoice
              label={t(w.timeZone)}
              chosen={typed.timeZone ?? (named ? community.timeZone : 'UTC')}
              errors={errors}
            />
          </div>
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.next)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Takes page 1. */
export async function takePlace(c: AppContext): Promise<Response> {
  await mySetUp(c)
  const form = z.object({
    name: z.string().default(''),
    tagline: z.string().default(''),
    timeZone: z.string().default('UTC'),
    kind: z.enum(spaceKinds, c.var.t(w.kindMissing)),
  })
  const result = await readForm(c, form)
  if (!result.ok) return showPlace(c, result.typed, result.errors)
  try {
    await namePlace(c.var.house, c.var.community, result.value as typeof result.value & { kind: SpaceKind })
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showPlace(c, result.typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/set-up/words', 303)
}

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
  Note,
  type PageContext,
  pageContext,
  permitted,
  readForm,
  show,
  type Translator,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink, ZoneChoice } from '../../members/index.ts'
import { GuidelinesField, NameFields } from '../place-fields.tsx'
import { adminPolicy } from '../policy.ts'
import { adminErrors, adminWords as w } from '../words.ts'
import { changeSettings, openDoors, signUps } from './change-settings.ts'

const label = { open: w.signUpOpen, approval: w.signUpApproval, invitation: w.signUpInvitation } as const
const hint = {
  open: w.signUpOpenHint,
  approval: w.signUpApprovalHint,
  invitation: w.signUpInvitationHint,
} as const

function SignUpChoice({
  page,
  chosen,
  errors,
}: {
  page: PageContext
  chosen: string
  errors?: FieldErrors | undefined
}) {
  const choices = signUps.map((one) => ({ value: one, label: page.t(label[one]), hint: page.t(hint[one]) }))
  return <Choices name="signUp" legend={page.t(w.signUp)} chosen={chosen} errors={errors} choices={choices} />
}

/** What holds for the whole place. */
export function showSettings(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Response {
  permitted(c, adminPolicy.changeSettings)
  const page = pageContext(c)
  const { t, community } = page
  const text = typed.guidelines ?? community.guidelines
  return show(
    c,
    <Layout page={page} title={t(w.settingsTitle)} scripts={['set-up']} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.settingsTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/admin/settings">
        <div class="main">
          {c.req.query('saved') && !errors && (
            <p class="house" role="status">
              {t(w.saved)}
            </p>
          )}
          <NameFields
            name={{ label: t(w.name), value: community.name }}
            tagline={{ label: t(w.tagline), value: community.tagline }}
            typed={typed}
            errors={errors}
          />
          <GuidelinesField
            t={t}
            label={w.guidelines}
            hint={w.guidelinesHint}
            text={text}
            rows={9}
            errors={errors}
          />
          <ZoneChoice label={t(w.timeZone)} chosen={typed.timeZone ?? community.timeZone} errors={errors} />
          <SignUpChoice page={page} chosen={typed.signUp ?? community.signUp} errors={errors} />
          <Field
            name="minimumAge"
            label={t(w.minimumAge)}
            hint={t(w.minimumAgeHint)}
            value={String(community.minimumAge)}
            typed={typed}
            errors={errors}
            inputmode="numeric"
            maxlength={3}
            autocomplete="off"
            required
          />
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.save)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = (t: Translator) =>
  z.object({
    name: z.string().default(''),
    tagline: z.string().default(''),
    guidelines: z.string().default(''),
    timeZone: z.string().default(''),
    signUp: z.enum(signUps, t(adminErrors.signUpMissing)),
    minimumAge: z
      .string()
      .default('')
      .transform((typed) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN)),
  })

/** Takes changed settings. */
export async function takeSettings(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.changeSettings)
  const result = await readForm(c, form(c.var.t))
  if (!result.ok) return showSettings(c, result.typed, result.errors)
  try {
    await changeSettings(c.var.house, c.var.community, viewer, result.value)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showSettings(c, result.typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/admin/settings?saved=1', 303)
}

/** The last page of set-up: who may come in, and the button that lets them. */
export function showDoors(c: AppContext, errors?: FieldErrors): Response {
  permitted(c, adminPolicy.openDoors)
  const page = pageContext(c)
  const { t, community } = page
  return show(
    c,
    <Layout page={page} title={t(w.doorsTitle)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.doorsTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/admin/doors">
        <div class="main">
          <p class="lead">{t(w.doorsLead, { place: community.name })}</p>
          <SignUpChoice
            page={page}
            chosen={community.openedAt ? community.signUp : 'invitation'}
            errors={errors}
          />
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.doorsOpen)}
            </button>
          </p>
        </div>
        <Note>{t(w.doorsChange)}</Note>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const doors = (t: Translator) => z.object({ signUp: z.enum(signUps, t(adminErrors.signUpMissing)) })

/** Opens the doors, and goes on to the invitations. */
export async function takeDoors(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.openDoors)
  const result = await readForm(c, doors(c.var.t))
  if (!result.ok) return showDoors(c, result.errors)
  await openDoors(c.var.house, c.var.community, viewer, result.value.signUp)
  return c.redirect('/admin/invitations?opened=1', 303)
}

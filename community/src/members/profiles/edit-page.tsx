import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  readTyped,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { SettingsLink } from '../parts.tsx'
import { memberByHandle } from '../store.ts'
import { describeMe } from './describe-me.ts'
import { AboutForm, PictureForms } from './edit-forms.tsx'
import { giveMyPicture, removeMyPicture } from './set-picture.ts'
import { profileErrors, profileWords as w } from './words.ts'

/** What a member says about themselves, to change. */
export async function showEdit(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const viewer = requireMember(c)
  const me = (await memberByHandle(c.var.house.db, viewer.communityId, viewer.handle))!
  const page = pageContext(c)
  const shown = c.req.query('saved') && !errors ? { ...typed, saved: 'yes' } : typed
  return show(
    c,
    <Layout page={page} title={page.t(w.editTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.editTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <AboutForm page={page} me={me} typed={shown} errors={errors} />
      <PictureForms page={page} me={me} errors={errors} />
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  name: z.string().default(''),
  pronouns: z.string().default(''),
  bio: z.string().default(''),
  languages: z.string().default(''),
  timeZone: z.string().default(''),
})

/** Takes the form; a refusal keeps what was typed. */
export async function takeEdit(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok) return showEdit(c, result.typed, result.errors)
  try {
    await describeMe(c.var.house, viewer, result.value)
  } catch (error) {
    if (error instanceof KindlingError && error.status === 422)
      return showEdit(c, result.typed, fieldErrors(error, c.var.t))
    throw error
  }
  return c.redirect('/settings/profile?saved=1', 303)
}

/** Takes a picture; what was refused comes back as a sentence beside its field. */
export async function takePicture(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { files } = await readTyped(c)
  const [file] = files.picture ?? []
  try {
    if (!file) throw new KindlingError('picture_missing', profileErrors.pictureMissing, { status: 422 })
    await giveMyPicture(c.var.house, viewer, new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (error instanceof KindlingError && error.status === 422)
      return showEdit(c, {}, { picture: error.sentence(c.var.t) })
    throw error
  }
  return c.redirect('/settings/profile?saved=1', 303)
}

/** Takes the picture away. */
export async function dropPicture(c: AppContext): Promise<Response> {
  await removeMyPicture(c.var.house, requireMember(c))
  return c.redirect('/settings/profile?saved=1', 303)
}

import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  KindlingError,
  Layout,
  type PageContext,
  pageContext,
  readForm,
  readTyped,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { BIO_LENGTH, NAME_LENGTH } from '../rules.ts'
import { type MemberView, memberByHandle } from '../store.ts'
import { describeMe } from './describe-me.ts'
import { Face } from './parts.tsx'
import { PRONOUNS_LENGTH } from './rules.ts'
import { giveMyPicture, removeMyPicture } from './set-picture.ts'
import { profileWords as w } from './words.ts'
import { ZoneChoice } from './zone-choice.tsx'

function AboutForm({ page, me, typed, errors }: { page: PageContext; me: MemberView; typed: Typed; errors: FieldErrors | undefined }) {
  const address = `/members/${me.handle}`
  return (
    <form class="row bare" method="post" action="/settings/profile">
      <div class="main">
        {'saved' in typed && <p class="house" role="status">{page.t(w.saved)}</p>}
        <p class="lead">{page.t(w.editLead)}</p>
        <Field name="name" label={page.t(w.yourName)} hint={page.t(w.yourNameHint, { address })} value={me.name} typed={typed} errors={errors} maxlength={NAME_LENGTH} autocomplete="nickname" required />
        <Field name="pronouns" label={page.t(w.yourPronouns)} hint={page.t(w.yourPronounsHint)} value={me.pronouns ?? ''} typed={typed} errors={errors} maxlength={PRONOUNS_LENGTH} autocomplete="off" />
        <Field name="bio" label={page.t(w.bio)} hint={page.t(w.bioHint, { count: BIO_LENGTH })} value={me.bio} typed={typed} errors={errors} rows={5} maxlength={BIO_LENGTH} />
        <Field name="languages" label={page.t(w.yourLanguages)} hint={page.t(w.yourLanguagesHint)} value={me.languages.join(', ')} typed={typed} errors={errors} autocomplete="off" />
        <ZoneChoice
          label={page.t(w.yourTimeZone)} hint={page.t(w.yourTimeZoneHint)} chosen={typed.timeZone ?? me.timeZone ?? ''} errors={errors}
          empty={page.t(w.asThePlace, { zone: page.community.timeZone.replaceAll('_', ' ') })}
        />
        <p class="bar"><button class="b go" type="submit">{page.t(w.save)}</button></p>
      </div>
    </form>
  )
}

function PictureForms({ page, me, errors }: { page: PageContext; me: MemberView; errors: FieldErrors | undefined }) {
  const wrong = errors?.picture
  return (
    <section class="row">
      <div class="side who big"><Face id={me.id} name={me.name} pictureId={me.pictureId} /></div>
      <div class="main">
        <form method="post" action="/settings/profile/picture" enctype="multipart/form-data">
          <div class="set">
            <label for="f-picture">{page.t(w.picture)}</label>
            <p class="hint" id="f-picture-hint">{page.t(w.pictureHint)}</p>
            {wrong && <p class="wrong" id="f-picture-error">{wrong}</p>}
            <input type="file" id="f-picture" name="picture" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" aria-describedby="f-picture-hint" aria-invalid={wrong ? 'true' : undefined} required />
          </div>
          <p class="bar"><button class="b" type="submit">{page.t(w.upload)}</button></p>
        </form>
        {me.pictureId ? (
          <form method="post" action="/settings/profile/picture/remove">
            <button class="act plain" type="submit">{page.t(w.remove)}</button>
          </form>
        ) : (
          <p class="dim">{page.t(w.noPicture)}</p>
        )}
      </div>
    </section>
  )
}

/** What a member says about themselves, to change. */
export async function showEdit(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const viewer = requireMember(c)
  const me = (await memberByHandle(c.var.house.db, viewer.communityId, viewer.handle))!
  const page = pageContext(c)
  const shown = c.req.query('saved') && !errors ? { ...typed, saved: 'yes' } : typed
  return show(
    c,
    <Layout page={page} title={page.t(w.editTitle)} unlisted>
      <Head side={<a href={`/members/${me.handle}`}>{me.name}</a>}>{page.t(w.editTitle)}</Head>
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
      return showEdit(c, result.typed, { [String(error.details?.field ?? '')]: error.message })
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
    if (!file) throw new KindlingError('picture_missing', 'Choose a picture first.', { status: 422 })
    await giveMyPicture(c.var.house, viewer, new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (error instanceof KindlingError && error.status === 422) return showEdit(c, {}, { picture: error.message })
    throw error
  }
  return c.redirect('/settings/profile?saved=1', 303)
}

/** Takes the picture away. */
export async function dropPicture(c: AppContext): Promise<Response> {
  await removeMyPicture(c.var.house, requireMember(c))
  return c.redirect('/settings/profile?saved=1', 303)
}

import { Field, type FieldErrors, type PageContext, type Typed } from '../../foundation/index.ts'
import { BIO_LENGTH, NAME_LENGTH } from '../rules.ts'
import type { MemberView } from '../store.ts'
import { Face } from './parts.tsx'
import { PRONOUNS_LENGTH } from './rules.ts'
import { profileWords as w } from './words.ts'
import { ZoneChoice } from './zone-choice.tsx'

export function AboutForm({
  page,
  me,
  typed,
  errors,
}: {
  page: PageContext
  me: MemberView
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const address = `/members/${me.handle}`
  return (
    <form class="row bare" method="post" action="/settings/profile">
      <div class="main">
        {'saved' in typed && (
          <p class="house" role="status">
            {page.t(w.saved)}
          </p>
        )}
        <p class="lead">{page.t(w.editLead)}</p>
        <Field
          name="name"
          label={page.t(w.yourName)}
          hint={page.t(w.yourNameHint, { address })}
          value={me.name}
          typed={typed}
          errors={errors}
          maxlength={NAME_LENGTH}
          autocomplete="nickname"
          required
        />
        <Field
          name="pronouns"
          label={page.t(w.yourPronouns)}
          hint={page.t(w.yourPronounsHint)}
          value={me.pronouns ?? ''}
          typed={typed}
          errors={errors}
          maxlength={PRONOUNS_LENGTH}
          autocomplete="off"
        />
        <Field
          name="bio"
          label={page.t(w.bio)}
          hint={page.t(w.bioHint, { count: BIO_LENGTH })}
          value={me.bio}
          typed={typed}
          errors={errors}
          rows={5}
          maxlength={BIO_LENGTH}
        />
        <Field
          name="languages"
          label={page.t(w.yourLanguages)}
          hint={page.t(w.yourLanguagesHint)}
          value={me.languages.join(', ')}
          typed={typed}
          errors={errors}
          autocomplete="off"
        />
        <ZoneChoice
          label={page.t(w.yourTimeZone)}
          hint={page.t(w.yourTimeZoneHint)}
          chosen={typed.timeZone ?? me.timeZone ?? ''}
          errors={errors}
          empty={page.t(w.asThePlace, { zone: page.community.timeZone.replaceAll('_', ' ') })}
        />
        <p class="bar">
          <button class="b go" type="submit">
            {page.t(w.save)}
          </button>
        </p>
      </div>
    </form>
  )
}

export function PictureForms({
  page,
  me,
  errors,
}: {
  page: PageContext
  me: MemberView
  errors: FieldErrors | undefined
}) {
  const wrong = errors?.picture
  return (
    <section class="row">
      <div class="side who big">
        <Face id={me.id} name={me.name} pictureId={me.pictureId} />
      </div>
      <div class="main">
        <form method="post" action="/settings/profile/picture" enctype="multipart/form-data">
          <div class="set">
            <label for="f-picture">{page.t(w.picture)}</label>
            <p class="hint" id="f-picture-hint">
              {page.t(w.pictureHint)}
            </p>
            {wrong && (
              <p class="wrong" id="f-picture-error">
                {wrong}
              </p>
            )}
            <input
              type="file"
              id="f-picture"
              name="picture"
              accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
              aria-describedby="f-picture-hint"
              aria-invalid={wrong ? 'true' : undefined}
              required
            />
          </div>
          <p class="bar">
            <button class="b" type="submit">
              {page.t(w.upload)}
            </button>
          </p>
        </form>
        {me.pictureId ? (
          <form method="post" action="/settings/profile/picture/remove">
            <button class="act plain" type="submit">
              {page.t(w.remove)}
            </button>
          </form>
        ) : (
          <p class="dim">{page.t(w.noPicture)}</p>
        )}
      </div>
    </section>
  )
}

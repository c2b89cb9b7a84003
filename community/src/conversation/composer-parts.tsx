import type { Child } from 'hono/jsx'
import { raw } from '#jsx/jsx-runtime'
import { cameBack, type Writing } from '../composer/index.ts'
import {
  Field,
  type FieldErrors,
  type PageContext,
  PICTURE_TYPES,
  type Translator,
  type Typed,
} from '../foundation/index.ts'
import { ALT_LENGTH, PICTURES_EACH } from './pictures.ts'
import { TITLE_LENGTH } from './rules.ts'
import { conversationWords as w } from './words.ts'

/**
 * What makes a form a writing form: words typed into it are kept on this device until they were posted.
 * The key holds the member, because a device may be shared; `href` is where one writes on.
 */
export function draftOf(page: PageContext, name: string, label: string, href: string, typed: Typed = {}) {
  return {
    'data-draft': `${page.viewer.memberId} ${name}`,
    'data-label': label,
    'data-href': href,
    // What it is filled with is younger than what lies on the device.
    'data-again': cameBack(typed) ? 'yes' : undefined,
  }
}

/** The title, where there is one, and the words themselves. */
export function WordFields({
  page,
  typed,
  errors,
  title,
  label,
}: {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
  /** Left away where only a post has one. */
  title?: { hint?: string } | undefined
  label: string
}) {
  return (
    <>
      {title && (
        <Field
          name="title"
          label={page.t(w.title)}
          {...title}
          typed={typed}
          errors={errors}
          maxlength={TITLE_LENGTH}
          autocomplete="off"
        />
      )}
      <Field name="body" label={label} hint={page.t(w.bodyHint)} typed={typed} errors={errors} rows={8} />
    </>
  )
}

/** The end of a writing form: its main button, what only script can do, and what else there is. */
export function WritingEnd({
  page,
  button,
  children,
}: {
  page: PageContext
  button: string
  children?: Child
}) {
  return (
    <>
      <p class="bar">
        <button class="b go" type="submit">
          {button}
        </button>
        <button class="act plain" type="button" data-keep hidden>
          {page.t(w.keep)}
        </button>
        <button
          class="act plain"
          type="button"
          data-preview={page.house.assets.url('preview.js')}
          data-end={page.t(w.previewEnd)}
          data-failed={page.t(w.previewFailed)}
          aria-expanded="false"
          hidden
        >
          {page.t(w.preview)}
        </button>
        {children}
      </p>
      <p class="hint" data-restored hidden>
        {page.t(w.restored)}{' '}
        <button class="act plain" type="button" data-discard>
          {page.t(w.discard)}
        </button>
      </p>
      <p class="hint" role="status" data-status data-kept={page.t(w.kept)} />
      <noscript>
        <p class="hint">{page.t(w.noScript)}</p>
      </noscript>
      <section class="preview" aria-label={page.t(w.previewTitle)} data-preview-place hidden />
    </>
  )
}

/** What somebody began and kept on this device; filled by script, nothing without it. */
export function DraftList({ page }: { page: PageContext }) {
  return (
    <section class="row bare" data-drafts={page.viewer.memberId} hidden>
      <div class="main">
        <h2 class="say">{page.t(w.keptHere)}</h2>
        <ul class="tidy" />
      </div>
    </section>
  )
}

/** One picture and what it shows; the next one waits behind it. */
function Slot({ t, place, typed }: { t: Translator; place: number; typed: Typed }) {
  const shows = (typed[`shows${place}`] ?? '').split(',')
  return (
    <>
      <fieldset class="slot" data-slot>
        <legend class="vh">{t(w.picture)}</legend>
        <input type="file" name={`picture${place}`} accept={PICTURE_TYPES.join()} aria-label={t(w.picture)} />
        <label for={`f-alt${place}`}>{t(w.whatItShows)}</label>
        <input
          type="text"
          id={`f-alt${place}`}
          name={`alt${place}`}
          value={typed[`alt${place}`] ?? ''}
          maxlength={ALT_LENGTH}
          autocomplete="off"
        />
        <div class="picks">
          <label class="pick">
            <input
              type="checkbox"
              name={`shows${place}`}
              value="decorative"
              checked={shows.includes('decorative')}
            />
            <span>{t(w.decorative)}</span>
          </label>
          <label class="pick">
            <input
              type="checkbox"
              name={`shows${place}`}
              value="unknown"
              checked={shows.includes('unknown')}
            />
            <span>{t(w.cannotDescribe)}</span>
          </label>
        </div>
      </fieldset>
      {place < PICTURES_EACH && (
        <details data-next>
          <summary>{t(w.anotherPicture)}</summary>
          <Slot t={t} place={place + 1} typed={typed} />
        </details>
      )}
    </>
  )
}

function Fields({ t, typed, errors }: { t: Translator; typed: Typed; errors: FieldErrors | undefined }) {
  const error = errors?.pictures
  return (
    <details class="pictures" id="f-pictures" open={error !== undefined} data-pictures>
      <summary>{t(w.addPictures)}</summary>
      <p class="hint">{t(w.picturesHint)}</p>
      {error && <p class="wrong">{error}</p>}
      <Slot t={t} place={1} typed={typed} />
    </details>
  )
}

/** Says in a form that there were pictures: a browser does not hand them back. */
const CHOOSE_AGAIN = 'picturesAgain'
const pictureNames = Array.from({ length: PICTURES_EACH }, (_, at) => [
  `alt${at + 1}`,
  `shows${at + 1}`,
]).flat()

/** On the page of the pause: pictures are chosen again, beside what was said of them. */
export function picturesAgain(page: PageContext, typed: Typed): NonNullable<Writing['files']> {
  const again = (
    <>
      <Fields t={page.t} typed={typed} errors={{ pictures: page.t(w.chooseAgain) }} />
      <input type="hidden" name={CHOOSE_AGAIN} value="yes" />
    </>
  )
  return { again, names: [...pictureNames, CHOOSE_AGAIN] }
}

/** What a form that came back from there says of its pictures. */
export const picturesLost = ({ t }: PageContext, typed: Typed): FieldErrors | undefined =>
  typed[CHOOSE_AGAIN] ? { pictures: t(w.chooseAgain) } : undefined

const untouched = new WeakMap<Translator, string>()

/** Up to four pictures. Every thread has these fields, so they are rendered once for each language. */
export function PictureFields({
  page,
  typed = {},
  errors,
}: {
  page: PageContext
  typed?: Typed
  errors?: FieldErrors | undefined
}) {
  const { t } = page
  if (errors) return <Fields t={t} typed={typed} errors={errors} />
  let html = untouched.get(t)
  if (html === undefined) {
    html = String(<Fields t={t} typed={{}} errors={undefined} />)
    untouched.set(t, html)
  }
  return raw(html)
}

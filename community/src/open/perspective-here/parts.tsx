import {
  Choices,
  Field,
  type FieldErrors,
  type PageContext,
  Tick,
  type Typed,
} from '../../foundation/index.ts'
import { NAME_LENGTH } from '../rules.ts'
import { TakeBack } from '../secret-parts.tsx'
import { openWords } from '../words.ts'
import type { PerspectiveSettings } from './rules.ts'
import type { KeyView } from './store.ts'
import { perspectiveWords as w } from './words.ts'

export const PERSPECTIVE_PAGE = '/admin/perspective'

interface FormProps {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}

function doorChoices({ t }: PageContext) {
  return [
    { value: 'nobody', label: t(w.doorNobody) },
    { value: 'here', label: t(w.doorHere), hint: t(w.doorHereHint) },
    { value: 'keys', label: t(w.doorKeys), hint: t(w.doorKeysHint) },
    { value: 'anyone', label: t(w.doorAnyone), hint: t(w.doorAnyoneHint) },
  ]
}

function readerChoices({ t }: PageContext) {
  return [
    { value: 'quick', label: t(w.readerQuick), hint: t(w.readerQuickHint) },
    { value: 'auto', label: t(w.readerAuto), hint: t(w.readerAutoHint) },
  ]
}

/** Who may ask, how often, read by whom, and whether suggestions are kept. */
export function SettingsForm({
  page,
  settings,
  typed,
  errors,
}: FormProps & { settings: PerspectiveSettings }) {
  const { t } = page
  const keep = Object.keys(typed).length > 0 ? typed.keep === 'yes' : settings.keepSuggestions
  return (
    <form class="row" method="post" action={PERSPECTIVE_PAGE}>
      <div class="main">
        <Choices
          name="door"
          legend={t(w.door)}
          choices={doorChoices(page)}
          chosen={typed.door ?? settings.door}
          {...(errors ? { errors } : {})}
        />
        <Field
          name="perMinute"
          label={t(w.perMinute)}
          hint={t(w.perMinuteHint)}
          value={String(settings.perMinute)}
          typed={typed}
          {...(errors ? { errors } : {})}
          inputmode="numeric"
          maxlength={6}
          autocomplete="off"
          required
        />
        <Choices
          name="reader"
          legend={t(w.reader)}
          choices={readerChoices(page)}
          chosen={typed.reader ?? settings.reader}
          {...(errors ? { errors } : {})}
        />
        <Tick name="keep" label={t(w.keep)} checked={keep} />
        <p class="bar">
          <button class="b go" type="submit">
            {t(w.save)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** One key: what it is for, and the way to take it back. */
export function KeyRow({ page, one }: { page: PageContext; one: KeyView }) {
  const { t } = page
  return (
    <section class="row">
      <p class="side">{t(openWords.made, { day: page.time.day(one.createdAt) })}</p>
      <div class="main tight">
        <h3 class="title" dir="auto">
          {one.name}
        </h3>
        <p class="dim">{one.perMinute ? t(w.keyLimit, { count: one.perMinute }) : t(w.keyAsSet)}</p>
        <TakeBack page={page} action={`${PERSPECTIVE_PAGE}/keys/${one.id}/take-back`} name={one.name} />
      </div>
    </section>
  )
}

/** Makes a key for one program. */
export function KeyForm({ page, typed, errors }: FormProps) {
  const { t } = page
  const shared = { typed, ...(errors ? { errors } : {}), autocomplete: 'off' }
  return (
    <form class="row" method="post" action={`${PERSPECTIVE_PAGE}/keys`} aria-labelledby="make">
      <div class="main">
        <h3 id="make" class="title">
          {t(w.make)}
        </h3>
        <Field
          name="name"
          label={t(w.name)}
          hint={t(w.nameHint)}
          {...shared}
          maxlength={NAME_LENGTH}
          required
        />
        <Field name="ownPerMinute" label={t(w.ownPerMinute)} {...shared} inputmode="numeric" maxlength={6} />
        <p class="bar">
          <button class="b" type="submit">
            {t(w.make)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** What was suggested and kept: to take along, or to be forgotten. */
export function SuggestionsRow({ page, count }: { page: PageContext; count: number }) {
  const { t } = page
  return (
    <section class="row" aria-labelledby="suggestions">
      <div class="main">
        <h2 id="suggestions">{t(w.suggestions)}</h2>
        <p>{count > 0 ? t(w.suggestionsKept, { count }) : t(w.suggestionsNone)}</p>
        {count > 0 && (
          <form class="acts" method="post" action={`${PERSPECTIVE_PAGE}/suggestions/delete`}>
            <a class="act plain" href={`${PERSPECTIVE_PAGE}/suggestions.jsonl`} download>
              {t(w.download)}
            </a>
            <button class="act plain" type="submit">
              {t(w.forget)}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}

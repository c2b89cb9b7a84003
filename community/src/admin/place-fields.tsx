import { Field, type FieldErrors, type Phrase, type Translator, type Typed } from '../foundation/index.ts'
import { countWords, GUIDELINES_WORDS, PLACE_NAME_LENGTH, TAGLINE_LENGTH } from './place-rules.ts'

interface Shown {
  typed: Typed
  errors: FieldErrors | undefined
}

/** What a place is called, and its one line. Set-up asks, settings name: the words are the page's own. */
export function NameFields(
  props: Shown & {
    name: { label: string; value: string }
    tagline: { label: string; hint?: string; value: string }
  },
) {
  const { name, tagline, typed, errors } = props
  return (
    <>
      <Field
        name="name"
        {...name}
        typed={typed}
        errors={errors}
        maxlength={PLACE_NAME_LENGTH}
        autocomplete="off"
        required
      />
      <Field
        name="tagline"
        {...tagline}
        typed={typed}
        errors={errors}
        maxlength={TAGLINE_LENGTH}
        autocomplete="off"
      />
    </>
  )
}

/** How people talk here; a script counts the words while they are typed. */
export function GuidelinesField(props: {
  t: Translator
  label: Phrase
  /** Says the most words there may be, and how many there are. */
  hint: Phrase
  text: string
  rows: number
  errors: FieldErrors | undefined
}) {
  const { t, label, hint, text, rows, errors } = props
  return (
    <div class="set" data-word-limit={GUIDELINES_WORDS}>
      <Field
        name="guidelines"
        label={t(label)}
        hint={t(hint, { most: GUIDELINES_WORDS, count: countWords(text) })}
        value={text}
        errors={errors}
        rows={rows}
        required
      />
    </div>
  )
}

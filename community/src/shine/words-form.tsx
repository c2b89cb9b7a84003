import type { Child } from 'hono/jsx'
import { PauseBeside } from '../composer/index.ts'
import { draftOf } from '../conversation/index.ts'
import { Field, type FieldErrors, FormEnd, type PageContext, type Typed } from '../foundation/index.ts'

export interface WordsFormProps {
  page: PageContext
  action: string
  label: string
  hint: string
  button: string
  back: string
  limit: number
  rows: number
  /** Said once a draft lies on this device. */
  kept: string
  /** Whom the words are about, by name. */
  person?: string | undefined
  /** What the field holds where nothing was typed yet. */
  value?: string | undefined
  /** Names the draft on this device, and where one writes on. */
  draft: { name: string; label: string; href: string }
  typed: Typed
  errors?: FieldErrors | undefined
  children?: Child
}

/** A few sentences: read by the pause like everything that others read, kept on the device until they were sent. */
export function WordsForm(props: WordsFormProps) {
  const { page, typed, errors, draft } = props
  return (
    <form
      class="line"
      method="post"
      action={props.action}
      enctype="multipart/form-data"
      {...draftOf(page, draft.name, draft.label, draft.href, typed)}
    >
      <Field
        name="words"
        label={props.label}
        hint={props.hint}
        typed={typed}
        value={props.value ?? ''}
        {...(errors ? { errors } : {})}
        rows={props.rows}
        maxlength={props.limit}
        autocomplete="off"
      />
      {props.children}
      <PauseBeside page={page} fields={['words']} typed={typed} person={props.person} />
      <p class="hint" role="status" data-status data-kept={props.kept} />
      <FormEnd page={page} button={props.button} back={props.back} />
    </form>
  )
}

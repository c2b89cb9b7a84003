import { PauseBeside } from '../composer/index.ts'
import { draftOf } from '../conversation/index.ts'
import { Field, type FieldErrors, FormEnd, type PageContext, type Typed } from '../foundation/index.ts'
import { LINE_LENGTH } from './rules.ts'
import { listenWords as w } from './words.ts'

export interface LineFormProps {
  page: PageContext
  action: string
  label: string
  hint?: string
  button: string
  back: string
  /** Slug of the space: its own pause asks. */
  space: string
  /** Whom the words are about, by name. */
  person?: string | undefined
  /** Names the draft on this device, and where one writes on. */
  draft: { name: string; label: string; href: string }
  typed: Typed
  errors?: FieldErrors | undefined
  /** Goes along without being seen. */
  hidden?: Record<string, string>
}

/** One line to be said: read by the pause like everything that others read, kept on the device until it was sent. */
export function LineForm(props: LineFormProps) {
  const { page, typed, errors, draft } = props
  return (
    <form
      class="line"
      method="post"
      action={props.action}
      enctype="multipart/form-data"
      {...draftOf(page, draft.name, draft.label, draft.href, typed)}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Field
        name="words"
        label={props.label}
        {...(props.hint ? { hint: props.hint } : {})}
        typed={typed}
        {...(errors ? { errors } : {})}
        rows={2}
        maxlength={LINE_LENGTH}
        autocomplete="off"
      />
      <PauseBeside page={page} fields={['words']} typed={typed} space={props.space} person={props.person} />
      <p class="hint" role="status" data-status data-kept={page.t(w.kept)} />
      <FormEnd page={page} button={props.button} back={props.back} />
    </form>
  )
}

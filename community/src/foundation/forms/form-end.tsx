import type { PageContext } from '../pages/context.ts'
import { pageWords as w } from '../pages/words.ts'

/** The end of a form: its button, and beside it the way back, which sends nothing. */
export function FormEnd({
  page,
  button,
  back,
  stay,
}: {
  page: PageContext
  /** Left away where the form has nothing to send. */
  button?: string | undefined
  back: string
  /** What going back is called here; "Cancel" otherwise. */
  stay?: string
}) {
  return (
    <p class="bar">
      {button && (
        <button class="b go" type="submit">
          {button}
        </button>
      )}
      <a class="act plain" href={back}>
        {stay ?? page.t(w.cancel)}
      </a>
    </p>
  )
}

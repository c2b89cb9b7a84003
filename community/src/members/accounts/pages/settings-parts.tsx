import type { Child } from 'hono/jsx'
import type { FieldErrors, PageContext, Typed } from '../../../foundation/index.ts'
import type { PasskeyView } from '../passkeys.ts'
import type { SessionView } from '../sessions.ts'
import type { AccountView } from '../store.ts'

export interface SettingsState {
  account: AccountView
  passkeys: PasskeyView[]
  sessions: SessionView[]
  /** Signed in lately enough to change something. */
  fresh: boolean
  said?: string
  typed?: Typed
  errors?: FieldErrors
  status?: 200 | 422 | 429
}
export interface Part {
  page: PageContext
  state: SettingsState
}

export function Section({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="row" id={id} aria-labelledby={`${id}-title`}>
      <div class="main">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
    </section>
  )
}

export function Press({
  action,
  label,
  name,
  plain = true,
}: {
  action: string
  label: string
  name?: string
  plain?: boolean
}) {
  return (
    <form method="post" action={action}>
      <button class={plain ? 'act plain' : 'b'} type="submit" aria-label={name}>
        {label}
      </button>
    </form>
  )
}

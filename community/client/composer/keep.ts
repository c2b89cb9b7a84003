import { dropDraft, keepDraft, noteSending, readDraft } from './drafts.ts'
import { fillFields, isWritten, readFields, textFields } from './fields.ts'

const WAIT = 400

/** What the buttons of a writing form do with its draft. */
export interface Keeper {
  /** Keeps it and says so under the form. @returns false where nothing is written, or this device keeps nothing */
  keep(says?: string): boolean
  say(says: string): void
  /** Until when its author lets it wait, in milliseconds; over leaving the page. */
  until: number | undefined
}

/** Keeps what is written in a form on this device, and brings it back. */
export function keepForm(form: HTMLFormElement, key: string): Keeper {
  const status = form.querySelector<HTMLElement>('[data-status]')
  const restored = form.querySelector<HTMLElement>('[data-restored]')
  let told = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    if (told || !status) return
    told = true
    status.textContent = status.dataset.kept ?? ''
  }
  // What the server filled a form with is younger than what lies here, and nobody has kept it yet.
  const filled =
    form.dataset.again !== undefined ||
    form.querySelector('.wrong') !== null ||
    document.querySelector('.again') !== null
  const isKept = () => isWritten(form, filled)
  const save = (): boolean => {
    clearTimeout(timer)
    timer = undefined
    if (!isKept()) {
      dropDraft(key)
      return false
    }
    const label = form.dataset.label ?? document.title
    // A refused form stands at the address it was sent to, which cannot be opened again.
    const href = form.dataset.href ?? location.pathname + location.search
    const { until } = keeper
    return keepDraft(key, { at: Date.now(), href, label, ...readFields(form), ...(until ? { until } : {}) })
  }

  const draft = readDraft(key)
  const keeper: Keeper = { keep, say, until: filled ? undefined : draft?.until }
  if (draft && !filled) {
    fillFields(form, draft)
    if (isKept()) restored?.removeAttribute('hidden')
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => save() && tell(), WAIT)
  })
  addEventListener('pagehide', () => timer && save())
  form.addEventListener('submit', () => {
    save()
    noteSending(key)
  })

  function say(says: string): void {
    if (!status) return
    told = true
    // Said again when asked again.
    status.textContent = ''
    requestAnimationFrame(() => {
      status.textContent = says
    })
  }
  function keep(says = status?.dataset.kept ?? ''): boolean {
    if (!save()) return false
    say(says)
    return true
  }
  const button = form.querySelector<HTMLButtonElement>('[data-keep]')
  button?.removeAttribute('hidden')
  button?.addEventListener('click', () => keep())
  form.querySelector('[data-discard]')?.addEventListener('click', () => {
    dropDraft(key)
    form.reset()
    keeper.until = undefined
    restored?.setAttribute('hidden', '')
    textFields(form)[0]?.focus()
  })
  return keeper
}

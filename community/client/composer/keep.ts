import { dropDraft, keepDraft, noteSending, readDraft } from './drafts.ts'
import { fillFields, isWritten, readFields, textFields } from './fields.ts'

const WAIT = 400

/** Keeps what is written in a form on this device, and brings it back. */
export function keepForm(form: HTMLFormElement, key: string): void {
  const status = form.querySelector<HTMLElement>('[data-status]')
  const restored = form.querySelector<HTMLElement>('[data-restored]')
  let told = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    if (told || !status) return
    told = true
    status.textContent = status.dataset.kept ?? ''
  }
  const save = (): boolean => {
    clearTimeout(timer)
    timer = undefined
    if (!isWritten(form)) {
      dropDraft(key)
      return false
    }
    const label = form.dataset.label ?? document.title
    // A refused form stands at the address it was sent to, which cannot be opened again.
    const href = form.dataset.href ?? location.pathname + location.search
    return keepDraft(key, { at: Date.now(), href, label, ...readFields(form) })
  }

  // What a refused form brought back is younger than what lies here.
  const refused = form.querySelector('.wrong') !== null || document.querySelector('.again') !== null
  const draft = readDraft(key)
  if (draft && !refused) {
    fillFields(form, draft)
    if (isWritten(form)) restored?.removeAttribute('hidden')
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

  const keep = form.querySelector<HTMLButtonElement>('[data-keep]')
  keep?.removeAttribute('hidden')
  keep?.addEventListener('click', () => {
    if (!save() || !status) return
    // Said again when asked again.
    status.textContent = ''
    requestAnimationFrame(() => {
      status.textContent = status.dataset.kept ?? ''
    })
  })
  form.querySelector('[data-discard]')?.addEventListener('click', () => {
    dropDraft(key)
    form.reset()
    restored?.setAttribute('hidden', '')
    textFields(form)[0]?.focus()
  })
}

import type { PauseTold } from '../../src/composer/told.ts'
import type { Keeper } from './keep.ts'
import { goOnWaiting } from './wait.ts'

type Attend = (form: HTMLFormElement, pause: HTMLElement, keeper: Keeper) => void

/** A page that comes back from the browser's memory may say of words that they were read, which nobody has read. */
function forgetRead(form: HTMLFormElement): void {
  const asked = form.querySelector<HTMLInputElement>('input[name=asked]')
  if (asked?.value === 'yes') asked.value = ''
}

/**
 * Brings in the pause when somebody begins to write: most who read a page never do. Until it is there, and where it cannot be
 * had, what is posted goes its way, and the server asks as it asks without script.
 */
export function bringPause(form: HTMLFormElement, keeper: Keeper): void {
  const pause = form.querySelector<HTMLElement>('kind-pause')
  const script = pause?.dataset.script
  if (!pause || !script) return
  goOnWaiting(JSON.parse(pause.dataset.told ?? '{}') as PauseTold, keeper)
  addEventListener('pageshow', () => forgetRead(form))
  const bring = async () => {
    try {
      const { attend } = (await import(script)) as { attend: Attend }
      attend(form, pause, keeper)
    } catch {
      // Writing goes on; it is tried again.
      form.addEventListener('focusin', bring, { once: true })
    }
  }
  if (form.contains(document.activeElement)) void bring()
  else form.addEventListener('focusin', bring, { once: true })
}

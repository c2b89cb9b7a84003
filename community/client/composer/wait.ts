import type { PauseTold } from '../../src/composer/told.ts'

const TEN_MINUTES = 600_000

/** The draft waits: it is kept here, and the line under the form says until when, and then that the time is over. */
export function waitTenMinutes(form: HTMLFormElement, told: PauseTold): void {
  const status = form.querySelector<HTMLElement>('[data-status]')
  const keep = form.querySelector<HTMLButtonElement>('[data-keep]')
  keep?.click()
  const until = new Date(Date.now() + TEN_MINUTES)
  const time = until.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
  // After what keeping it says of itself.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (status) status.textContent = told.waiting.replace('\u0001', time)
    }),
  )
  setTimeout(() => {
    if (status) status.textContent = told.waited
  }, TEN_MINUTES)
}

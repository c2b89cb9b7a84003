import type { PauseTold } from '../../src/composer/told.ts'
import type { Keeper } from './keep.ts'

const TEN_MINUTES = 600_000

let over: ReturnType<typeof setTimeout> | undefined

/** The draft waits: it is kept here, and the line under the form says until when, and then that the time is over. */
export function waitTenMinutes(told: PauseTold, keeper: Keeper): void {
  const until = new Date(Date.now() + TEN_MINUTES)
  const time = until.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
  if (!keeper.keep(told.waiting.replace('\u0001', time))) return
  clearTimeout(over)
  over = setTimeout(() => keeper.say(told.waited), TEN_MINUTES)
}

import type { PauseTold } from '../../src/composer/told.ts'
import type { Keeper } from './keep.ts'

const TEN_MINUTES = 600_000

type Says = Pick<PauseTold, 'waiting' | 'waited'>

let over: ReturnType<typeof setTimeout> | undefined

function waitingLine(until: number, { waiting }: Says): string {
  const time = new Date(until).toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  })
  return waiting.replace('\u0001', time)
}

function tellWhenOver(until: number, { waited }: Says, keeper: Keeper): void {
  clearTimeout(over)
  over = setTimeout(() => keeper.say(waited), until - Date.now())
}

/** The draft waits: it is kept here, and the line under the form says until when, and then that the time is over. */
export function waitTenMinutes(says: Says, keeper: Keeper): void {
  keeper.until = Date.now() + TEN_MINUTES
  if (keeper.keep(waitingLine(keeper.until, says))) tellWhenOver(keeper.until, says, keeper)
}

/** Somebody comes back to a draft that they let wait. */
export function goOnWaiting(says: Says, keeper: Keeper): void {
  const { until } = keeper
  if (until === undefined) return
  const isOver = until <= Date.now()
  if (isOver) keeper.until = undefined
  keeper.say(isOver ? says.waited : waitingLine(until, says))
  if (!isOver) tellWhenOver(until, says, keeper)
}

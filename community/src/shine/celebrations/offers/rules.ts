/** An anniversary is offered on its day and the six after, so that nobody has to be there on the day. */
export const OFFERED_DAYS = 7
/** A first answer that helped is offered so long after the thanks for it, in milliseconds. */
export const FIRST_MILLISECONDS = 14 * 86_400_000
/** So long a thanks can be taken back: before that nothing is said of it. */
export const SETTLED_MILLISECONDS = 10 * 60_000

/** A date on somebody's wall; month 0 is January. */
export interface LocalDate {
  year: number
  month: number
  date: number
}

const dayNumber = ({ year, month, date }: LocalDate) => Date.UTC(year, month, date) / 86_400_000

/**
 * Which anniversary of a day it is within these days; a 29 February comes round on 1 March.
 * @returns undefined where it is none. `isToday` says whether it is the day itself
 */
export function anniversary(
  from: LocalDate,
  today: LocalDate,
): { years: number; isToday: boolean } | undefined {
  for (const year of [today.year, today.year - 1]) {
    const years = year - from.year
    const since = dayNumber(today) - dayNumber({ year, month: from.month, date: from.date })
    if (years > 0 && since >= 0 && since < OFFERED_DAYS) return { years, isToday: since === 0 }
  }
  return undefined
}

/** What an offer is about, as it stands in forms: "years-3", "first". */
export type OfferName = `years-${number}` | 'first'

export const isOfferName = (name: string): name is OfferName => /^(years-[1-9]\d{0,2}|first)$/.test(name)

/** Whether a thanks is young enough that a first can be told of it, and old enough to stay. */
export function isFirstNow(thankedAt: Date, now: Date): boolean {
  const ago = now.getTime() - thankedAt.getTime()
  return ago > SETTLED_MILLISECONDS && ago < FIRST_MILLISECONDS
}

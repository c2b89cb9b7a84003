import type { PageContext, Phrase } from '../../foundation/index.ts'
import type { RitualKind } from './rules.ts'
import type { RitualRow } from './store.ts'
import { recurrenceOf, type Weekday } from './when.ts'
import { ritualWords as w } from './words.ts'

export const weekdayWords: Record<Weekday, Phrase> = {
  MO: w.monday,
  TU: w.tuesday,
  WE: w.wednesday,
  TH: w.thursday,
  FR: w.friday,
  SA: w.saturday,
  SU: w.sunday,
}

export const nthWords = new Map<number, Phrase>([
  [1, w.first],
  [2, w.second],
  [3, w.third],
  [4, w.fourth],
  [-1, w.last],
])

/** What is ready to use, each with its name and what it asks. */
export const kindWords: Record<
  RitualKind,
  { label: Phrase; hint: Phrase; name: Phrase | undefined; asks: Phrase | undefined }
> = {
  'thank-you': { label: w.kindThanks, hint: w.kindThanksHint, name: w.nameThanks, asks: w.asksThanks },
  appreciation: {
    label: w.kindAppreciation,
    hint: w.kindAppreciationHint,
    name: w.nameAppreciation,
    asks: w.asksAppreciation,
  },
  wins: { label: w.kindWins, hint: w.kindWinsHint, name: w.nameWins, asks: w.asksWins },
  round: { label: w.kindRound, hint: w.kindRoundHint, name: w.nameRound, asks: w.asksRound },
  other: { label: w.kindOther, hint: w.kindOtherHint, name: undefined, asks: undefined },
}

export const clockOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** "Every Friday at 18:00, by the clock of Berlin". */
export function sayWhen(
  { t, community }: PageContext,
  { rule, hour }: Pick<RitualRow, 'rule' | 'hour'>,
): string {
  const chosen = recurrenceOf(rule)
  const time = clockOf(hour)
  const zone = community.timeZone.split('/').pop()!.replaceAll('_', ' ')
  if (chosen.every === 'week') {
    const when = t(w.everyWeek, { weekday: t(weekdayWords[chosen.weekday]), time })
    return t(w.byClock, { when, zone })
  }
  if ('day' in chosen) {
    const when = chosen.day === -1 ? t(w.everyLastDay, { time }) : t(w.everyDay, { day: chosen.day, time })
    return t(w.byClock, { when, zone })
  }
  const nth = t(nthWords.get(chosen.nth)!)
  const when = t(w.everyNth, { nth, weekday: t(weekdayWords[chosen.weekday]), time })
  return t(w.byClock, { when, zone })
}

import type { Translator } from '../i18n/translator.ts'
import { type LocalTime, localTime } from './local-time.ts'
import { timeWords as w } from './words.ts'

const weekdays = [w.sunday, w.monday, w.tuesday, w.wednesday, w.thursday, w.friday, w.saturday]
const days = [
  w.day0,
  w.day1,
  w.day2,
  w.day3,
  w.day4,
  w.day5,
  w.day6,
  w.day7,
  w.day8,
  w.day9,
  w.day10,
  w.day11,
]

const months = [
  w.month0,
  w.month1,
  w.month2,
  w.month3,
  w.month4,
  w.month5,
  w.month6,
  w.month7,
  w.month8,
  w.month9,
  w.month10,
  w.month11,
]

function clockTime(local: LocalTime): string {
  return `${String(local.hours).padStart(2, '0')}:${String(local.minutes).padStart(2, '0')}`
}

function date(t: Translator, local: LocalTime, thisYear: number): string {
  const plain = t(days[local.month]!, { date: local.date })
  return local.year === thisYear ? plain : t(w.withYear, { date: plain, year: local.year })
}

/** What stands for itself, and the same in the middle of a sentence. */
const alone = { today: w.today, yesterday: w.yesterday, todayAt: w.todayAt, yesterdayAt: w.yesterdayAt }
const within: typeof alone = {
  today: w.todayWithin,
  yesterday: w.yesterdayWithin,
  todayAt: w.todayAtWithin,
  yesterdayAt: w.yesterdayAtWithin,
}

/** Shows instants as a person in one zone would say them, counted from one "now" for the whole page. */
export interface TimeTeller {
  /** "Today, 02:14", "Tuesday, 19:30", "3 May, 08:05". */
  moment(time: Date): string
  /** "02:14" when it is the same day as `other`, else as moment. */
  after(time: Date, other: Date): string
  /** "Today", "Yesterday", "Tuesday", "3 May". */
  day(time: Date): string
  /** "today, 02:14", "yesterday": the same inside a sentence. */
  within: { moment(time: Date): string; day(time: Date): string }
  /** "3 May", "3 May 2024": inside a sentence. */
  date(time: Date): string
  /** "May", "May 2024": over what came in it. */
  month(time: Date): string
  now: Date
}

export function makeTimeTeller(t: Translator, zone: string, now: Date): TimeTeller {
  const today = localTime(zone, now.getTime())
  const name = (local: LocalTime): string | undefined => {
    const ago = today.dayNumber - local.dayNumber
    if (ago > 1 && ago < 7) return t(weekdays[local.weekday]!)
    return undefined
  }
  const moment = (when: Date, said = alone): string => {
    const local = localTime(zone, when.getTime())
    const time = clockTime(local)
    if (local.dayNumber === today.dayNumber) return t(said.todayAt, { time })
    if (local.dayNumber === today.dayNumber - 1) return t(said.yesterdayAt, { time })
    const weekday = name(local)
    return weekday
      ? t(w.weekdayAt, { weekday, time })
      : t(w.dateAt, { date: date(t, local, today.year), time })
  }
  const day = (when: Date, said = alone): string => {
    const local = localTime(zone, when.getTime())
    if (local.dayNumber === today.dayNumber) return t(said.today)
    if (local.dayNumber === today.dayNumber - 1) return t(said.yesterday)
    return name(local) ?? date(t, local, today.year)
  }
  return {
    now,
    moment: (when) => moment(when),
    day: (when) => day(when),
    within: { moment: (when) => moment(when, within), day: (when) => day(when, within) },
    after(time, other) {
      const local = localTime(zone, time.getTime())
      return local.dayNumber === localTime(zone, other.getTime()).dayNumber ? clockTime(local) : moment(time)
    },
    date: (when) => date(t, localTime(zone, when.getTime()), today.year),
    month(when) {
      const { month, year } = localTime(zone, when.getTime())
      const plain = t(months[month]!)
      return year === today.year ? plain : t(w.withYear, { date: plain, year })
    },
  }
}

import rrule from 'rrule'
import { instantOf, localTime } from '../../foundation/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** RFC 5545's names, Monday first as people read a week. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
/** The first to the fourth of a month, or its last. */
export const nths = [1, 2, 3, 4, -1] as const
/** Days every month has, and its last. */
export const monthDays = [...Array.from({ length: 28 }, (_, index) => index + 1), -1] as const

/** How often, as people choose it. */
export type Recurrence =
  | { every: 'week'; weekday: Weekday }
  | { every: 'month'; nth: number; weekday: Weekday }
  | { every: 'month'; day: number }

/** The same as a rule of RFC 5545, as it is kept. */
export function ruleOf(recurrence: Recurrence): string {
  if (recurrence.every === 'week') return `FREQ=WEEKLY;BYDAY=${recurrence.weekday}`
  if ('day' in recurrence) return `FREQ=MONTHLY;BYMONTHDAY=${recurrence.day}`
  return `FREQ=MONTHLY;BYDAY=${recurrence.nth}${recurrence.weekday}`
}

/** What was chosen, read back from the kept rule. */
export function recurrenceOf(rule: string): Recurrence {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const day = parts.get('BYDAY') ?? ''
  const weekday = day.slice(-2) as Weekday
  if (parts.get('FREQ') === 'WEEKLY') return { every: 'week', weekday }
  if (parts.has('BYMONTHDAY')) return { every: 'month', day: Number(parts.get('BYMONTHDAY')) }
  return { every: 'month', nth: Number(day.slice(0, -2)), weekday }
}

/**
 * The next instants of a rule at a full hour of a zone's own clock, after a time. The rule is worked out on a calendar without zones;
 * only then does each wall time become an instant, so that 18:00 stays 18:00 when the clocks change.
 */
export function occurrences(rule: string, hour: number, zone: string, after: Date, count: number): Date[] {
  const today = localTime(zone, after.getTime())
  const start = new Date((today.dayNumber - 1) * DAY + hour * HOUR)
  const set = new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: start })
  const found: Date[] = []
  for (let wall = set.after(start, true); wall && found.length < count; wall = set.after(wall)) {
    const instant = instantOf(zone, wall.getTime())
    if (instant > after.getTime()) found.push(new Date(instant))
  }
  return found
}

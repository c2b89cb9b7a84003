import { fixedId, instantOf, localTime } from '../../foundation/index.ts'
import type { ThreadFile } from './thread-file.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Ids carry this day's times instead of the real ones, so that they are the same in every opening. */
const NOMINAL_OPENING = Date.UTC(2026, 0, 1, 12)

/** Turns "twelve days ago, 02:14" into instants for one opening, and into ids that never change. */
export interface Timeline {
  now: Date
  daysAgo(days: number, minutes?: number): Date
  startOf(thread: ThreadFile): Date
  id(name: string, before?: number): string
}

export function makeTimeline(zone: string, now: Date): Timeline {
  const today = localTime(zone, now.getTime()).dayNumber
  const daysAgo = (days: number, minutes = 12 * 60) =>
    new Date(instantOf(zone, (today - days) * DAY + minutes * 60_000))
  return {
    now,
    daysAgo,
    startOf: ({ at }) =>
      'hours' in at ? new Date(now.getTime() - at.hours * HOUR) : daysAgo(at.days, at.minutes),
    id: (name, before = 0) => fixedId(`lantern street ${name}`, NOMINAL_OPENING - before),
  }
}

/** How long before the opening a thread began, in nominal time. */
export function nominalAge({ at }: ThreadFile): number {
  return 'hours' in at ? at.hours * HOUR : at.days * DAY - (at.minutes - 12 * 60) * 60_000
}

const HOUR = 3_600_000
const offsets = new Map<string, Map<number, number>>()
const MOST_HOURS = 50_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

/** True when this zone name can be used. */
export function isTimeZone(zone: string): boolean {
  try {
    formatter(zone)
    return true
  } catch {
    return false
  }
}

/**
 * Milliseconds to add to UTC for the wall clock of a zone at an instant. Kept per hour: asking Intl for
 * every one of fifty replies costs more than the rest of the page.
 */
export function zoneOffset(zone: string, time: number): number {
  const hour = Math.floor(time / HOUR)
  let hours = offsets.get(zone)
  if (!hours) {
    hours = new Map()
    offsets.set(zone, hours)
  }
  let offset = hours.get(hour)
  if (offset === undefined) {
    if (hours.size >= MOST_HOURS) hours.clear()
    offset = askOffset(zone, hour * HOUR)
    hours.set(hour, offset)
  }
  return offset
}

function askOffset(zone: string, time: number): number {
  const part = Object.fromEntries(
    formatter(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - time
}

const DAY = 24 * HOUR
const MINUTE = 60_000

/** Wall-clock parts of an instant in a zone. The calendar is asked only by what shows a date: fifty answers show hours. */
export class LocalTime {
  /** Days since 1970. */
  readonly dayNumber: number
  readonly hours: number
  readonly minutes: number
  readonly #wall: number

  constructor(wall: number) {
    this.#wall = wall
    this.dayNumber = Math.floor(wall / DAY)
    const minutes = Math.floor((wall - this.dayNumber * DAY) / MINUTE)
    this.hours = Math.floor(minutes / 60)
    this.minutes = minutes % 60
  }

  get year(): number {
    return new Date(this.#wall).getUTCFullYear()
  }
  /** 0 is January. */
  get month(): number {
    return new Date(this.#wall).getUTCMonth()
  }
  get date(): number {
    return new Date(this.#wall).getUTCDate()
  }
  /** 0 is Sunday. */
  get weekday(): number {
    return new Date(this.#wall).getUTCDay()
  }
}

export function localTime(zone: string, time: number): LocalTime {
  return new LocalTime(time + zoneOffset(zone, time))
}

/**
 * The instant at which a zone's clock shows this wall time, as RFC 5545 reads it: of a doubled hour the first, and in a skipped
 * hour the moment after the gap.
 */
export function instantOf(zone: string, wallTime: number): number {
  const shows = (time: number) => time + zoneOffset(zone, time) === wallTime
  // The zone's offsets on either side of whatever may have changed that day.
  const [before, after] = [wallTime - DAY, wallTime + DAY].map((time) => wallTime - zoneOffset(zone, time))
  const fitting = [before!, after!].filter(shows)
  return fitting.length > 0 ? Math.min(...fitting) : Math.max(before!, after!)
}

import { localTime } from '../foundation/index.ts'

export const digests = ['weekly', 'daily', 'none'] as const
export type Digest = (typeof digests)[number]
export const USUAL_DIGEST: Digest = 'weekly'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Time to change a word or take an answer back before a letter tells of it. */
export const BEFORE_A_LETTER = MINUTE / 2
/** More answers in the same thread wait this long for the next letter. */
export const BETWEEN_LETTERS_OF_A_THREAD = HOUR
export const MOST_LETTERS_A_DAY = 12
/** In the first week, besides answers to oneself. */
export const MOST_IN_THE_FIRST_WEEK = 3
export const FIRST_WEEK = 7 * DAY
/** What is older than this is no news for a letter: an import, a server that was off for long. */
export const TOO_OLD_FOR_A_LETTER = 2 * DAY
/** After this a notice is let go of. */
export const KEEP_NOTICES = 120 * DAY

/** Kind things a digest begins with. There is no total. */
export const MOST_LEADS = 3

/** At most so many, of each kind one before any has a second, so that no kind fills the place alone. */
export function inTurn<One>(kinds: readonly (readonly One[])[], most: number): One[] {
  const longest = Math.max(0, ...kinds.map((kind) => kind.length))
  const turns = Array.from({ length: longest }, (_, turn) =>
    kinds.flatMap((kind) => kind.slice(turn, turn + 1)),
  )
  return turns.flat().slice(0, most)
}

/** Letters a member got lately, as the limits count them. */
export interface LettersSoFar {
  lastDay: number
  /** In all since they joined, without awaited ones; asked only in the first week. */
  sinceJoining: number
}

/** May one more letter go? Awaited ones are free of the first week's limit, none is free of the day's. */
export function mayWrite(letters: LettersSoFar, joinedAt: Date, now: Date, awaited: boolean): boolean {
  if (letters.lastDay >= MOST_LETTERS_A_DAY) return false
  const isNew = now.getTime() - joinedAt.getTime() < FIRST_WEEK
  return awaited || !isNew || letters.sinceJoining < MOST_IN_THE_FIRST_WEEK
}

/** Local hours in which letters may go that nobody waits for: a server that was off for a while catches up. */
interface Hours {
  from: number
  until: number
}
const MORNING: Hours = { from: 9, until: 13 }
const EVENING: Hours = { from: 18, until: 22 }
const SUNDAY = 0

/** Time zones in which it is a good hour now for letters of a day ("evening") or a digest ("morning"). */
export function zonesWhere(zones: readonly string[], now: Date, part: 'morning' | 'evening'): string[] {
  const { from, until } = part === 'morning' ? MORNING : EVENING
  return zones.filter((zone) => {
    const { hours } = localTime(zone, now.getTime())
    return hours >= from && hours < until
  })
}

/** Is a digest due, given that it is a good hour? Weekly ones go on Sundays. */
export function digestDue(digest: Digest, zone: string, last: Date | null, now: Date): boolean {
  if (digest === 'none') return false
  if (digest === 'weekly' && localTime(zone, now.getTime()).weekday !== SUNDAY) return false
  return last === null || localTime(zone, last.getTime()).dayNumber < localTime(zone, now.getTime()).dayNumber
}

/** What the first digest calls new. */
export function digestSince(digest: Digest, last: Date | null, joinedAt: Date, now: Date): Date {
  const span = digest === 'daily' ? DAY : 7 * DAY
  const first = Math.max(joinedAt.getTime(), now.getTime() - span)
  return last && last.getTime() > first - span ? last : new Date(first)
}

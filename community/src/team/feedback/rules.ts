import { instantOf } from '../../foundation/index.ts'

/** The parts of an answer, in the order in which they are asked for. */
/** The kind of a reported answer. */
export const ANSWER = 'feedback-answer'

export const answerParts = ['helped', 'seen', 'effect', 'wish'] as const
export type AnswerPart = (typeof answerParts)[number]
export type Answer = Readonly<Record<AnswerPart, string>>

/** Three that belong together: what was seen, what it did, what is asked for or wished. */
export const threeParts = ['seen', 'effect', 'wish'] as const

export const ABOUT_LENGTH = 140
/** Characters of one part of an answer. */
export const PART_LENGTH = 1_000
/** More than five would be a survey. */
export const PEOPLE_AT_MOST = 5
/** A space with more people than this is no team that could be asked. */
export const SPACE_AT_MOST = 50
/** Asks of one member that are open at once: answers want to be read. */
export const OPEN_AT_ONCE = 2
/** Asks of one member in seven days, closed ones included. */
export const A_WEEK = 4
/** An ask is open for so many days at most, and for so many where nothing else was said. */
export const DAYS_AT_MOST = 30
export const DAYS_USUALLY = 7
/** For a change of mind; afterwards an answer belongs to who asked for it. */
export const TAKE_BACK_MILLISECONDS = 10 * 60_000
/** The same ask again within this time is a button pressed twice. */
export const TWICE_MILLISECONDS = 60_000

const DAY = 86_400_000

const isWritten = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Nothing written; one of the three missing, and which; or fine. */
export type AnswerCheck = 'fine' | 'empty' | { missing: AnswerPart }

/** Whether an answer can be given like this: what helped, or all of the three, or both. */
export function checkAnswer(answer: Answer): AnswerCheck {
  const written = threeParts.filter((part) => isWritten(answer[part]))
  if (written.length === 0) return isWritten(answer.helped) ? 'fine' : 'empty'
  const missing = threeParts.find((part) => !isWritten(answer[part]))
  return missing ? { missing } : 'fine'
}

export const mayTakeBack = (givenAt: Date, now: Date): boolean =>
  now.getTime() - givenAt.getTime() <= TAKE_BACK_MILLISECONDS

/** Whether answers may still come. */
export const isOpen = (ask: { until: Date; closedAt: Date | null }, now: Date): boolean =>
  ask.closedAt === null && now < ask.until

/**
 * The end of a day as somebody's clock shows it.
 * @param day "2026-05-03"
 * @returns undefined for what is no day
 */
export function endOfDay(day: string, zone: string): Date | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day.trim())
  if (!found) return undefined
  const [year, month, date] = found.slice(1).map(Number)
  const wall = Date.UTC(year!, month! - 1, date!)
  const same = new Date(wall)
  if (same.getUTCMonth() !== month! - 1 || same.getUTCDate() !== date) return undefined
  return new Date(instantOf(zone, wall + DAY))
}

/** Whether an ask may stay open until then: not in the past, and not for longer than anybody remembers what it was about. */
export const mayEndAt = (until: Date, now: Date): boolean =>
  until > now && until.getTime() - now.getTime() <= (DAYS_AT_MOST + 1) * DAY

/** People as somebody typed them, parted by commas or lines, each once. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

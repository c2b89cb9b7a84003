import { instantOf, localTime } from '../foundation/index.ts'

/**
 * asked: one would like to write and the other has not answered. open: both may write. withdrawn: the request was taken
 * back, and nobody sees anything of it.
 */
export type ConversationState = 'asked' | 'open' | 'withdrawn'

/** Who may ask to write to somebody: anybody here, or nobody new. */
export const takings = ['requests', 'nobody'] as const
export type Takes = (typeof takings)[number]

export const REASON_LENGTH = 140
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** For a change of mind. */
export const TAKE_BACK_MILLISECONDS = 10 * MINUTE
/** The same words again within this time are a button pressed twice. */
export const TWICE_MILLISECONDS = MINUTE
/** A request that nobody answered rests after so long, as one that was put off. */
export const REQUEST_RESTS_AFTER = 30 * DAY
/** "I am here if you want to write" stands so long without a word. */
export const OPENING_LASTS = 7 * DAY
/** Messages before a reported one that may go along with it. */
export const BESIDE_REPORT = 5
/** Messages on a page of a conversation. */
export const PAGE = 30
/** Conversations on a page of the list. */
export const LIST_PAGE = 20

/** Requests and openings of one member in a day: a letter to one, never to all. */
export const A_DAY = 5
export const A_DAY_AT_FIRST = 1
/** Requests to the same member: for who took one back to say it better. */
export const TO_THE_SAME = { limit: 2, seconds: 7 * 86_400 }
/** More than anybody writes with care. */
export const MESSAGES = { limit: 60, seconds: 600 }

export const mayTakeBack = (writtenAt: Date, now: Date): boolean =>
  now.getTime() - writtenAt.getTime() <= TAKE_BACK_MILLISECONDS

/** Whether a request is out of the way of who was asked: put off, or unanswered for long. */
export const rests = (asked: { askedAt: Date | null; restedAt: Date | null }, now: Date): boolean =>
  asked.restedAt !== null ||
  (asked.askedAt !== null && now.getTime() - asked.askedAt.getTime() > REQUEST_RESTS_AFTER)

export const openingEnds = (createdAt: Date): Date => new Date(createdAt.getTime() + OPENING_LASTS)

/** Between two minutes of the day, past midnight where the first is the later one. */
export interface QuietHours {
  from: number
  until: number
}

const MINUTES_A_DAY = 24 * 60

/**
 * When quiet hours that hold now will end; undefined where none do.
 * @param zone in which the member lives
 */
export function quietUntil(quiet: QuietHours | undefined, zone: string, now: Date): Date | undefined {
  if (!quiet || quiet.from === quiet.until) return undefined
  const local = localTime(zone, now.getTime())
  const minute = local.hours * 60 + local.minutes
  const since = (minute - quiet.from + MINUTES_A_DAY) % MINUTES_A_DAY
  const length = (quiet.until - quiet.from + MINUTES_A_DAY) % MINUTES_A_DAY
  if (since >= length) return undefined
  const tomorrow = quiet.until <= minute ? 1 : 0
  return new Date(instantOf(zone, (local.dayNumber + tomorrow) * DAY + quiet.until * MINUTE))
}

/** "22:30" as minutes after midnight; undefined for what is no time of day. */
export function minuteOf(text: string): number | undefined {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?$/.exec(text.trim())
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined
}

/** Minutes after midnight as "22:30". */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Two members in the order in which a pair is kept. */
export const pairOf = (one: string, other: string): { low: string; high: string } =>
  one < other ? { low: one, high: other } : { low: other, high: one }

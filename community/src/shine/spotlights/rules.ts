import { createHash } from 'node:crypto'

/** UTF-16 units of one or two sentences about somebody. */
export const WORDS_LENGTH = 280
/** Sentences that stand on the page at most; there is no total. */
export const SHOWN = 3
/** People a host is shown. */
export const DRAWN = 3
/** One spotlight is lit for so long. */
export const SHOWN_DAYS = 14
/** So long somebody may think about it; afterwards the words are simply theirs. */
export const ASKED_DAYS = 14
/** Words that waited for so long reach the one they are about without having been drawn. */
export const WAITING_DAYS = 91
/** How long somebody counts as having only just come, and how far back "begins threads" looks. */
export const NEW_DAYS = 91
/** Sentences one writer may leave in a day. */
export const WORDS_A_DAY = 10
export const DAY = 86_400_000

export const answers = ['yes', 'keep', 'no'] as const
/** What somebody said who was asked. `keep` and `no` look the same to everybody else, and so does silence. */
export type Answer = (typeof answers)[number]

/** A date on the wall of the community; month 0 is January. */
interface LocalDate {
  year: number
  month: number
  date: number
}

const two = (number: number) => String(number).padStart(2, '0')

/** A quarter of a year: nobody is asked twice in one. */
export const seasonOf = ({ year, month }: LocalDate) => `${year}-s${Math.floor(month / 3) + 1}`

/** The month a host looks after. */
export const monthOf = ({ year, month }: LocalDate) => `${year}-${two(month + 1)}`

export function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${year - 1}-12` : `${year}-${two(number - 1)}`
}

/** Half a month: in each a host is shown three people once. */
export const roundOf = (local: LocalDate) => `${monthOf(local)}-${local.date <= 15 ? 1 : 2}`

/** What a lot asks about somebody of whom something was written. */
export interface Candidate {
  id: string
  /** Active here, with an account: somebody who can answer. In remembrance nobody is. */
  here: boolean
  under18: boolean
  /** Does not want to be asked. */
  saidNo: boolean
  /** Was asked in this season, whatever came of it. */
  askedThisSeason: boolean
  /** Wrote under their own name somewhere besides support and family spaces. */
  seenOutside: boolean
  newcomer: boolean
  /** Helps where it is little seen: answers and begins no threads, or hosts. */
  unseenRole: boolean
  steward: boolean
}

export const mayBeDrawn = (one: Candidate) =>
  one.here && !one.under18 && !one.saidNo && !one.askedThisSeason && one.seenOutside

/** Who comes first in the lot: newcomers and unseen roles, then everybody, stewards last. */
export function turnOf({ steward, newcomer, unseenRole }: Candidate): 0 | 1 | 2 {
  if (steward) return 2
  return newcomer || unseenRole ? 0 : 1
}

const lotOf = (seed: string, id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')

/**
 * Three people by lot. The same seed and people give the same three, in whatever order they come; how much was written
 * about somebody, or by whom, plays no part.
 */
export function draw(candidates: readonly Candidate[], seed: string): string[] {
  return candidates
    .filter(mayBeDrawn)
    .map((one) => ({ id: one.id, turn: turnOf(one), lot: lotOf(seed, one.id) }))
    .sort((one, other) => one.turn - other.turn || (one.lot < other.lot ? -1 : 1))
    .slice(0, DRAWN)
    .map(({ id }) => id)
}

/** Which sentences stand on the page, where more were written than it shows: by lot too. */
export function shownOf<Sentence extends { id: string }>(
  sentences: readonly Sentence[],
  seed: string,
): Sentence[] {
  return [...sentences]
    .sort((one, other) => (lotOf(seed, one.id) < lotOf(seed, other.id) ? -1 : 1))
    .slice(0, SHOWN)
}

export const askedUntil = ({ askedAt }: { askedAt: Date }) => new Date(askedAt.getTime() + ASKED_DAYS * DAY)

export const mayStillAnswer = (asked: { answer: Answer | null; askedAt: Date }, now: Date) =>
  asked.answer === null && now < askedUntil(asked)

/** The kind of a reported sentence. */
export const SENTENCE = 'spotlight-words'

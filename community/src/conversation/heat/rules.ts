import { forecast, type Turn } from '@kindling/tone'

/** Messages that are looked at, and whose writers are in it. */
export const TURNS = 8
/** Likelihood from which on a thread counts as heating up. Set on `npm run bench -- thermometer`. */
const FROM = 0.7
/** Below it, it has cooled: between the two it stays as it was, so that a hint does not come and go. */
const COOLED_BELOW = 0.5
/** How heated one of the last messages has to read: a calm back and forth is no quarrel, however fast it goes. */
const HEATED = 0.5
const LATELY = 3
/** Without a new message for so long it is another conversation, in milliseconds. */
export const REST = 86_400_000

function heatOf({ hurts, scores }: Turn): number {
  return Math.max(hurts, scores.hostility ?? 0, scores.insult ?? 0, scores.toxicity ?? 0)
}

/**
 * How likely a thread is to turn, 0 to 1, where it is heating up; nothing where it is not. It speaks of a conversation and
 * never of a person.
 * @param turns its messages, oldest first
 * @param was whether it was heating up before the last of them
 */
export function heatIn(turns: readonly Turn[], was: boolean): number | undefined {
  const seen = turns.slice(-TURNS)
  const { likelihood } = forecast(seen) ?? { likelihood: 0 }
  if (was && likelihood >= COOLED_BELOW) return likelihood
  const isHeated = Math.max(0, ...seen.slice(-LATELY).map(heatOf)) >= HEATED
  return isHeated && likelihood >= FROM ? likelihood : undefined
}

/** An answer each in so many milliseconds, where a thread takes it slower. */
export const PACE = 30 * 60_000
/** How long it does, and how long people have to agree to it. */
export const SLOW_FOR = 24 * 3_600_000
export const ASKED_FOR = 2 * 3_600_000
/** After a no or none it is not suggested again for so long. */
export const NOT_AGAIN_FOR = 24 * 3_600_000

/** What became of a suggestion: undefined while answers are missing. */
export function agreement(answers: readonly (boolean | null)[]): boolean | undefined {
  if (answers.includes(false)) return false
  return answers.includes(null) ? undefined : true
}

/** When somebody may answer again who last did at `last`. */
export const nextAnswer = (last: Date | undefined): Date | undefined =>
  last && new Date(last.getTime() + PACE)

/** Whole minutes until then, at least one. */
export const minutesUntil = (then: Date, now: Date): number =>
  Math.max(1, Math.ceil((then.getTime() - now.getTime()) / 60_000))

import { ToneError } from '../error.ts'

/** Who looked through this reading before a community switched it on: somebody trained to listen to people in crisis. */
export interface Review {
  /** A name or a role that a member could ask for. */
  by: string
  /** The day, as 2026-11-29. */
  on: string
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** A day that there was: not the 31st of February, and not one to come. */
function isPastDay(day: unknown, now: Date): boolean {
  if (typeof day !== 'string' || !DAY.test(day)) return false
  const date = new Date(`${day}T00:00:00Z`)
  // A day further east has begun earlier than here.
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(day) &&
    date.getTime() <= now.getTime() + 86_400_000
  )
}

/** Throws unless somebody stands for this reading. */
export function assertReviewed(review: Review | undefined, now = new Date()): void {
  if (typeof review?.by === 'string' && review.by.trim() !== '' && isPastDay(review.on, now)) return
  throw new ToneError(
    'not_reviewed',
    'The reading of crisis is off until somebody trained to listen to people in crisis has looked through it and its card: ' +
      "readCrisis(text, { reviewed: { by: 'who', on: '2026-11-29' } }) says who did, and when.",
  )
}

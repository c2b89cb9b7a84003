/**
 * between: stays between the two. offered: the giver allows showing, the receiver has not said.
 * shown: both agreed. declined: the receiver keeps it to themselves.
 */
export type Showing = 'between' | 'offered' | 'shown' | 'declined'

export const WORDS_LENGTH = 280
/** For a change of mind; afterwards it belongs to who received it. */
export const TAKE_BACK_MILLISECONDS = 10 * 60_000
/** The same thanks again within this time is a button pressed twice. */
export const TWICE_MILLISECONDS = 60_000
/** Between the same two people, so that warmth cannot become a siren. */
export const A_DAY_BETWEEN_TWO = 3
/** Notes under a post; more say "and others", without a number. */
export const NOTES_SHOWN = 3

/** Where a new thanks starts, by what the giver offers, the receiver chose, and the space allows. */
export function firstShowing(
  offered: boolean,
  receiverChoice: 'always' | 'ask' | 'never' | undefined,
  spaceAllows: boolean,
): Showing {
  if (!offered || !spaceAllows) return 'between'
  if (receiverChoice === 'always') return 'shown'
  if (receiverChoice === 'never') return 'declined'
  return 'offered'
}

export function mayTakeBack(givenAt: Date, now: Date): boolean {
  return now.getTime() - givenAt.getTime() <= TAKE_BACK_MILLISECONDS
}

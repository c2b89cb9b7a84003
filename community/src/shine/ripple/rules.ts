/** People whose names one picture holds; the others have another. */
export const NAMES_SHOWN = 10
/** From so many people up it may be said that it went on. */
export const PEOPLE_BEYOND = 3
/** Of whom it is asked whether it went on, at most. */
export const TELLERS_ASKED = 24

/** Somebody beyond: what one of those who told me was told by them. */
export interface Beyond {
  tellerId: string
  memberId: string
}

/**
 * Whether it went on: to three people or more, and from more than one of those who told me, so that it never says of one
 * of them what they were told. Or three more than the picture holds told me themselves.
 * @param tellers how many told me, those outside the picture included
 */
export function wentOn(tellers: number, beyond: readonly Beyond[]): boolean {
  if (tellers - NAMES_SHOWN >= PEOPLE_BEYOND) return true
  const people = new Set(beyond.map(({ memberId }) => memberId))
  const through = new Set(beyond.map(({ tellerId }) => tellerId))
  return people.size >= PEOPLE_BEYOND && through.size > 1
}

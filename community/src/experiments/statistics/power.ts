import { NORMAL_95, NORMAL_POWER } from './quantiles.ts'

/**
 * The smallest difference of two shares that so many members would show in 80 of 100 experiments (Cohen 1988, Statistical Power
 * Analysis, chapter 6), where shares are a half: anywhere else they vary less, so it is never larger than this.
 * @param members of both arms together
 * @param heldOut share of them that is held out
 * @returns from 0 to 1; more than 1 where nothing at all could be seen
 */
export function smallestDifference(members: number, heldOut: number): number {
  const [asked, held] = [members * (1 - heldOut), members * heldOut]
  return (NORMAL_95 + NORMAL_POWER) * Math.sqrt(0.25 / asked + 0.25 / held)
}

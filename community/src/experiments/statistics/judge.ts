import { compareMeans } from './compare-means.ts'
import { compareShares } from './compare-shares.ts'
import { type Difference, isSeen, type Summary } from './summary.ts'

export interface Compared {
  measure: 'share' | 'mean'
  /** Members to whom it happened as usual, and those who were held out. */
  usual: Summary
  heldOut: Summary
}

export interface Judged {
  difference: Difference
  /** Whether it may be said that there is an effect. */
  seen: boolean
}

const compare = ({ measure, usual, heldOut }: Compared): Difference =>
  measure === 'share' ? compareShares(usual, heldOut) : compareMeans(usual, heldOut)

/**
 * Judges outcomes in the order that was fixed before: an effect is only told of as long as each before it showed one. So all of
 * them together raise a false alarm in at most 5 of 100 experiments, not each (Maurer, Hothorn and Lehmacher 1995; the fixed
 * sequence procedure). Intervals are of 95 of 100 each.
 */
export function judge(outcomes: readonly Compared[]): Judged[] {
  let open = true
  return outcomes.map((outcome) => {
    const difference = compare(outcome)
    open &&= isSeen(difference)
    return { difference, seen: open }
  })
}

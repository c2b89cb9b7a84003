import { NORMAL_95 } from './quantiles.ts'
import { type Difference, meanOf, type Summary } from './summary.ts'

/** Wilson's score interval of one share (Wilson 1927, J. Am. Stat. Assoc. 22, 209-212). */
export function shareInterval(share: Summary): { low: number; high: number } {
  const { members } = share
  const z = NORMAL_95
  const p = meanOf(share)
  const middle = p + z ** 2 / (2 * members)
  const reach = z * Math.sqrt((p * (1 - p)) / members + z ** 2 / (4 * members ** 2))
  const whole = 1 + z ** 2 / members
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}

/**
 * The difference of two independent shares with Newcombe's hybrid score interval (Newcombe 1998, Statistics in Medicine 17, 873-890,
 * method 10). Unlike the usual formula it keeps its promise where few members are counted or a share is near 0 or 1.
 */
export function compareShares(first: Summary, second: Summary): Difference {
  const [p, q] = [meanOf(first), meanOf(second)]
  const [one, other] = [shareInterval(first), shareInterval(second)]
  return {
    value: p - q,
    low: p - q - Math.hypot(p - one.low, other.high - q),
    high: p - q + Math.hypot(one.high - p, q - other.low),
  }
}

import type { Pairs } from './pairs.ts'
import { midRanks } from './ranks.ts'

/** Where a figure probably lies, 95 times in 100: from, to. */
export type Between = readonly [number, number]

/** The 97.5th percentile of the normal distribution. */
const NORMAL_975 = 1.959963984540054

/**
 * Spearman's rank correlation, -1 to 1: Pearson's of the mid-ranks, so that ties count as what they are.
 * @returns undefined where one side gives every text the same score
 */
export function rankCorrelation({ old, ours }: Pairs): number | undefined {
  const [a, b] = [midRanks(old), midRanks(ours)]
  const mean = (a.length + 1) / 2
  let [both, first, second] = [0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at]! - mean, b[at]! - mean]
    both += x * y
    first += x * x
    second += y * y
  }
  if (first === 0 || second === 0) return undefined
  return Math.max(-1, Math.min(1, both / Math.sqrt(first * second)))
}

/**
 * The 95% interval of a rank correlation: Fisher's z with the variance (1 + r²/2) / (n - 3) of Bonett and Wright,
 * "Sample size requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000), 23-28.
 * @param n texts, more than 3
 */
export function correlationBetween(r: number, n: number): Between {
  const reach = NORMAL_975 * Math.sqrt((1 + (r * r) / 2) / (n - 3))
  return [Math.tanh(Math.atanh(r) - reach), Math.tanh(Math.atanh(r) + reach)]
}

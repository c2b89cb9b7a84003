import { countAbove, countHigher } from './pairs.ts'

/** A threshold on our scores. */
export interface Threshold {
  /** The lowest score that stands above it. */
  score: number
  /** The next lower score that was seen. Any threshold higher than that, up to `score`, keeps the same messages. */
  below: number
  /** How many messages stand at or above it. */
  above: number
}

/**
 * The threshold that keeps a share: the smallest of our scores for which the number of messages at or above it is
 * nearest to `wanted`. Where many messages share one score, the nearest may be far.
 * @param ours from the highest down
 * @returns undefined where nothing is to be kept: whatever lies above all that was seen would do
 */
export function thresholdFor(ours: Float64Array, wanted: number): Threshold | undefined {
  if (wanted <= 0 || ours.length === 0) return undefined
  const score = ours[Math.min(wanted, ours.length) - 1]!
  const [above, higher] = [countAbove(ours, score), countHigher(ours, score)]
  if (higher > 0 && wanted - higher < above - wanted)
    return { score: ours[higher - 1]!, below: score, above: higher }
  return { score, below: ours[above] ?? Number.NEGATIVE_INFINITY, above }
}

/** Digits that our scores have after the point. */
const DIGITS_AT_MOST = 7

/** A threshold as an operator writes it: the number with the fewest digits, two or more, that keeps the same messages. */
export function written({ score, below }: Threshold): number {
  for (let digits = 2; digits < DIGITS_AT_MOST; digits++) {
    const scale = 10 ** digits
    // The little more is for scores that are a short number already and a hair below it in binary.
    const short = Math.floor(score * scale + 1e-9) / scale
    if (short > below && short <= score) return short
  }
  return score
}

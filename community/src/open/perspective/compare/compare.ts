import { thresholdsBetween } from './bootstrap.ts'
import { type Between, correlationBetween, rankCorrelation } from './correlation.ts'
import { countAbove, descending, fromOurHighest, type Pairs } from './pairs.ts'
import { thresholdFor, written } from './threshold.ts'

/** An old threshold and what becomes of it. */
export interface Carried {
  old: number
  /** Messages whose old score is at or above it. */
  above: number
  /** Undefined where no message is above the old one. */
  ours: { threshold: number; between: Between; above: number } | undefined
  /** Of the messages above the old threshold, 0 to 1, how many are above ours. */
  still: number | undefined
}

/** One point of the line that carries any threshold over. */
export interface Step {
  old: number
  ours: number
}

export interface Comparison {
  /** As the original calls the attribute. */
  name: string
  texts: number
  /** Of the ranks, -1 to 1; undefined where one side gives every text the same score. */
  correlation: { r: number; between: Between } | undefined
  thresholds: Carried[]
  steps: Step[]
  pairs: Pairs
}

/** Fewer say nothing at all. */
export const TEXTS_AT_LEAST = 10
/** Fewer say little. */
export const TEXTS_ENOUGH = 50
/** The step line has a point at each of so many old scores. */
const STEPS = 100

function carriedOver(pairs: Pairs, thresholds: readonly number[]): Carried[] {
  const sorted = fromOurHighest(pairs)
  const betweens = thresholdsBetween(sorted, thresholds)
  return thresholds.map((old, at) => {
    const kept = sorted.ours.filter((_, place) => sorted.old[place]! >= old)
    const found = thresholdFor(sorted.ours, kept.length)
    if (!found) return { old, above: 0, ours: undefined, still: undefined }
    const threshold = written(found)
    // A short threshold may stand a little under the scores that the draws found: it keeps what the lowest keeps.
    const [least, most] = betweens[at]!
    return {
      old,
      above: kept.length,
      ours: { threshold, between: [Math.min(least, threshold), most], above: found.above },
      still: countAbove(kept, threshold) / kept.length,
    }
  })
}

function stepsOf(pairs: Pairs): Step[] {
  const [old, ours] = [descending(pairs.old), descending(pairs.ours)]
  return Array.from({ length: STEPS + 1 }, (_, at) => at / STEPS).flatMap((threshold) => {
    const found = thresholdFor(ours, countAbove(old, threshold))
    return found ? [{ old: threshold, ours: found.score }] : []
  })
}

/** Compares an attribute's old scores with ours. */
export function compareScores(name: string, pairs: Pairs, thresholds: readonly number[]): Comparison {
  const [r, texts] = [rankCorrelation(pairs), pairs.old.length]
  return {
    name,
    texts,
    correlation: r === undefined ? undefined : { r, between: correlationBetween(r, texts) },
    thresholds: carriedOver(pairs, thresholds),
    steps: stepsOf(pairs),
    pairs,
  }
}

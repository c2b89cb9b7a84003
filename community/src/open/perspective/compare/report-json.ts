import type { Carried, Comparison } from './compare.ts'
import type { Result } from './result.ts'
import { cautions, notGoogles, omissions } from './sentences.ts'

const rounded = (value: number): number => Math.round(value * 1e7) / 1e7
const roundedBoth = (between: readonly number[]): number[] => between.map(rounded)

function carriedJson({ old, above, ours, still }: Carried, texts: number): object {
  const before = { old, above, share: rounded(above / texts) }
  if (!ours) return { ...before, new: null }
  return {
    ...before,
    new: ours.threshold,
    newBetween: roundedBoth(ours.between),
    newAbove: ours.above,
    newShare: rounded(ours.above / texts),
    stillAbove: rounded(still!),
  }
}

function comparisonJson(comparison: Comparison): object {
  const { texts, correlation, thresholds } = comparison
  return {
    texts,
    rankCorrelation: correlation ? rounded(correlation.r) : null,
    rankCorrelationBetween: correlation ? roundedBoth(correlation.between) : null,
    thresholds: thresholds.map((carried) => carriedJson(carried, texts)),
    cautions: cautions(comparison),
  }
}

/** The result as a program reads it. Shares are 0 to 1; intervals are where a figure lies 95 times in 100. */
export function reportJson(result: Result): object {
  const { texts, models, comparisons, unanswered, unused } = result
  return {
    texts,
    models,
    attributes: Object.fromEntries(comparisons.map((one) => [one.name, comparisonJson(one)])),
    unanswered,
    omissions: omissions(result),
    unused: [...unused].map(([code, { count, first }]) => ({ code, count, first })),
    note: notGoogles,
  }
}

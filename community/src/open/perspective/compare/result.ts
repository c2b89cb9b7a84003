import { unanswered as allUnanswered, mappedTo } from '../attributes.ts'
import { type Comparison, compareScores, TEXTS_AT_LEAST } from './compare.ts'
import { CompareError } from './error.ts'
import type { Gathered, UnusedLines } from './gather.ts'
import { type Omitted, omissions, tooFewTexts, unusedSentences } from './sentences.ts'

/** The site's thresholds by attribute. */
export type Thresholds = ReadonlyMap<string, readonly number[]>

/** Where a site named none. */
export const usualThresholds: readonly number[] = [0.5, 0.7, 0.8, 0.9]

/** All there is to tell of a file. */
export interface Result extends Omitted {
  /** Texts that have at least one score of each side. */
  texts: number
  models: readonly string[]
  comparisons: readonly Comparison[]
  unused: UnusedLines
}

function omittedFrom({ pairs, unanswered }: Gathered, thresholds: Thresholds): Omitted {
  const named = [...thresholds.keys()].filter((name) => mappedTo(name))
  return {
    tooFew: pairs
      .filter(([, { old }]) => old.length < TEXTS_AT_LEAST)
      .map(([name, { old }]) => ({ name, texts: old.length })),
    unanswered: allUnanswered.filter((name) => unanswered.has(name) || thresholds.has(name)),
    absent: named.filter((name) => !pairs.some(([known]) => known === name)),
  }
}

/** @throws CompareError where no attribute has texts enough */
export function resultOf(gathered: Gathered, thresholds: Thresholds): Result {
  const { texts, models, unused, pairs } = gathered
  const omitted = omittedFrom(gathered, thresholds)
  const enough = pairs.filter(([, { old }]) => old.length >= TEXTS_AT_LEAST)
  if (enough.length === 0)
    throw new CompareError(
      'too_few_texts',
      [tooFewTexts, ...omissions(omitted), ...unusedSentences(gathered)].join('\n'),
    )
  const comparisons = enough.map(([name, one]) =>
    compareScores(name, one, thresholds.get(name) ?? usualThresholds),
  )
  return { ...omitted, texts, models: [...models].sort(), comparisons, unused }
}

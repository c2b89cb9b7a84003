import type { Token } from '../text/token.ts'
import { calibrate } from './calibration.ts'
import type { Features } from './features.ts'
import { spreadLinear } from './linear.ts'
import type { QuickModel } from './model.ts'
import { spreadNetwork } from './network.ts'
import type { Scored } from './score.ts'

/** A run of tokens, end exclusive, and what it would score alone. */
export interface Stretch {
  begin: number
  end: number
  score: number
}

/**
 * A token carries an attribute when it weighs this much of what the heaviest does: chosen by agreement with the
 * words that readers marked in public comments, where anything from .45 to .65 does as well.
 */
const SHARE = 0.5
/** And at least this many logits: below, nothing stands out. */
const LEAST = 0.1
/** Stretches with no more than this between them are one. */
const GAP = 1

/** What each token adds to one output's logit; together with the bias and what belongs to no token it is the logit. */
export function weightsOf(
  model: QuickModel,
  found: Features,
  { active }: Scored,
  output: number,
): Float64Array {
  const weights = new Float64Array(found.tokens.length)
  if (model.linear) spreadLinear(model.linear, found.bag, output, weights)
  if (model.network && active) spreadNetwork(model.network, active, output, weights)
  return weights
}

function join(heavy: boolean[], isSign: (at: number) => boolean): { begin: number; end: number }[] {
  const runs: { begin: number; end: number }[] = []
  for (let at = 0; at < heavy.length; at++) {
    if (!heavy[at]) continue
    const last = runs.at(-1)
    let between = 0
    for (let gap = last ? last.end : at; gap < at; gap++) between += isSign(gap) ? 2 : 1
    if (last && between <= GAP) last.end = at + 1
    else runs.push({ begin: at, end: at + 1 })
  }
  return runs
}

/** What the tokens of a window add to an output, and what comes of it. */
export interface Weighing {
  /** One for each token. */
  weights: Float64Array
  /** Of the whole. */
  logit: number
  toScore(logit: number): number
}

/** The words that carry an output, heaviest first. */
export function stretchesIn(tokens: readonly Token[], { weights, logit, toScore }: Weighing): Stretch[] {
  let heaviest = 0
  for (const weight of weights) heaviest = Math.max(heaviest, weight)
  const least = Math.max(LEAST, heaviest * SHARE)
  const isSign = (at: number): boolean => tokens[at]!.kind === 'sign'
  const heavy = Array.from(weights, (weight, at) => weight >= least && !isSign(at))
  // What belongs to no token counts for every stretch alike.
  let rest = logit
  for (const weight of weights) rest -= weight
  return join(heavy, isSign)
    .map(({ begin, end }) => {
      let weight = rest
      for (let at = begin; at < end; at++) weight += weights[at]!
      return { begin, end, score: toScore(weight) }
    })
    .sort((one, other) => other.score - one.score || one.begin - other.begin)
}

/** The words that carry an output of the quick reader. */
export function stretchesOf(model: QuickModel, found: Features, scored: Scored, output: number): Stretch[] {
  return stretchesIn(found.tokens, {
    weights: weightsOf(model, found, scored, output),
    logit: scored.logits[output]!,
    toScore: (logit) => calibrate(model.calibration[output], logit),
  })
}

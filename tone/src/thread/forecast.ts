import { type Factor, factorNames, factors, recent } from './factors.ts'
import type { Turn } from './turn.ts'
import { weights } from './weights.ts'

export interface Forecast {
  /**
   * 0 to 1: how many of ten conversations like this one turned hostile within two messages, in a set of which nearly half did. In a
   * real place far fewer do: it orders conversations, and the place decides from where on it speaks.
   */
  likelihood: number
  /** What it rests on, the heaviest first. `weight` above 0 speaks for turning, below for holding; they add up with `start`. */
  because: { factor: Factor; weight: number }[]
}

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))
/** A conversation unlike any that was learned from is not believed further than this. */
const FAR = 3

function weightOf(factor: Factor, turns: readonly Turn[]): number {
  const { mean, spread, weight } = weights.factors[factor]
  const far = (factors[factor](turns) - mean) / spread
  return weight * Math.max(-FAR, Math.min(FAR, far))
}

/**
 * From the readings of a conversation so far, how likely the next messages turn hostile. Undefined where there is nothing to
 * go by: a single message, or one person alone.
 *
 * For a quiet hint to those in a conversation, and for stewards to look in sooner. It is about a conversation and never about a
 * person: no ground to hold, hide or close anything, nor to count against anybody. Not for letters between two people. It
 * knows neither the people nor the matter, and friends who are rough with each other look to it like a quarrel.
 */
export function forecast(turns: readonly Turn[]): Forecast | undefined {
  const seen = recent(turns)
  if (new Set(seen.map(({ by }) => by)).size < 2) return undefined
  const because = factorNames
    .map((factor) => ({ factor, weight: weightOf(factor, seen) }))
    .filter(({ weight }) => weight !== 0)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  const sum = because.reduce((total, { weight }) => total + weight, weights.start)
  return { likelihood: sigmoid(sum), because }
}

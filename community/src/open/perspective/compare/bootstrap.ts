import type { Between } from './correlation.ts'
import { dice } from './random.ts'

export const DRAWS = 1_000
/** Any would do; the same one gives the same figures for the same file. */
const SEED = 20_261_231

/** Pairs from our highest score down. */
interface Sorted {
  old: Float64Array
  ours: Float64Array
}

/**
 * The threshold that keeps a share in a sample where each message stands as often as `times` says; what
 * `thresholdFor` gives where each stands once.
 * @returns 1 where nothing is to be kept
 */
export function thresholdInDraw(ours: Float64Array, times: Uint32Array, wanted: number): number {
  let [above, last] = [0, 1]
  for (let at = 0; at < ours.length && wanted > 0; ) {
    const score = ours[at]!
    let here = above
    while (at < ours.length && ours[at] === score) here += times[at++]!
    if (here === above) continue
    if (here >= wanted) return above > 0 && wanted - above < here - wanted ? last : score
    above = here
    last = score
  }
  return last
}

/** Where messages stand whose old score is at or above a threshold. */
function placesAbove(old: Float64Array, threshold: number): Uint32Array {
  const places: number[] = []
  for (let at = 0; at < old.length; at++) if (old[at]! >= threshold) places.push(at)
  return Uint32Array.from(places)
}

function draw(times: Uint32Array, roll: (below: number) => number): void {
  times.fill(0)
  for (let left = times.length; left > 0; left--) times[roll(times.length)]!++
}

function middle95(found: Float64Array): Between {
  found.sort()
  return [found[Math.ceil(found.length * 0.025) - 1]!, found[Math.ceil(found.length * 0.975) - 1]!]
}

/**
 * Where the new threshold for each old one probably lies, 95 times in 100: the percentile bootstrap (Efron and
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13), messages drawn with both their scores.
 * @returns in the order of the thresholds; 1 as the upper end where a draw may have nothing to keep
 */
export function thresholdsBetween({ old, ours }: Sorted, thresholds: readonly number[]): Between[] {
  const roll = dice(SEED)
  const times = new Uint32Array(ours.length)
  const places = thresholds.map((threshold) => placesAbove(old, threshold))
  const found = thresholds.map(() => new Float64Array(DRAWS))
  for (let at = 0; at < DRAWS; at++) {
    draw(times, roll)
    for (const [which, kept] of places.entries()) {
      let wanted = 0
      for (const place of kept) wanted += times[place]!
      found[which]![at] = thresholdInDraw(ours, times, wanted)
    }
  }
  return found.map(middle95)
}

/** Two scores of each text, old and ours, at the same place in both lists. */
export interface Pairs {
  old: ArrayLike<number>
  ours: ArrayLike<number>
}

/** The same pairs from our highest score down. */
export function fromOurHighest({ old, ours }: Pairs): { old: Float64Array; ours: Float64Array } {
  const order = Uint32Array.from({ length: ours.length }, (_, at) => at)
  order.sort((one, other) => ours[other]! - ours[one]!)
  return {
    old: Float64Array.from(order, (at) => old[at]!),
    ours: Float64Array.from(order, (at) => ours[at]!),
  }
}

/** From the highest down. */
export const descending = (scores: ArrayLike<number>): Float64Array =>
  Float64Array.from(scores).sort().reverse()

/** How many scores, from the highest down, come before the first that does not fit. */
function countWhile(sorted: Float64Array, fits: (score: number) => boolean): number {
  let [least, most] = [0, sorted.length]
  while (least < most) {
    const middle = (least + most) >> 1
    if (fits(sorted[middle]!)) least = middle + 1
    else most = middle
  }
  return least
}

/** How many of the scores, sorted from the highest down, stand at or above a threshold. */
export const countAbove = (sorted: Float64Array, threshold: number): number =>
  countWhile(sorted, (score) => score >= threshold)

/** The same without those that stand right at it. */
export const countHigher = (sorted: Float64Array, threshold: number): number =>
  countWhile(sorted, (score) => score > threshold)

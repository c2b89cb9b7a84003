/** Ranks from 1 on; equal values share the mean of the ranks that they fill together. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, at) => at)
  order.sort((one, other) => values[one]! - values[other]!)
  const ranks = new Float64Array(values.length)
  for (let begin = 0; begin < order.length; ) {
    let end = begin + 1
    while (end < order.length && values[order[end]!] === values[order[begin]!]) end++
    for (let at = begin; at < end; at++) ranks[order[at]!] = (begin + 1 + end) / 2
    begin = end
  }
  return ranks
}

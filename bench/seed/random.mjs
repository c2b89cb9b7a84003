/** The same numbers every time, so that two machines measure the same community. */
export function makeRandom(seed) {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const real = () => next() / 4294967296
  return {
    next,
    real,
    below: (limit) => Math.floor(real() * limit),
    /** Around one, with a long tail. */
    spread: (sigma) =>
      Math.exp(sigma * (Math.sqrt(-2 * Math.log(real() || 1e-9)) * Math.cos(2 * Math.PI * real()))),
    pick: (list) => list[Math.floor(real() * list.length)],
  }
}

/** Draws ranks from 0 as words are used: the second half as often as the first, the third a third as often. */
export function makeZipf(random, count, exponent = 1.05, shift = 2.7) {
  const table = new Uint16Array(1 << 18)
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + shift) ** exponent)
  const total = weights.reduce((sum, one) => sum + one, 0)
  let at = 0
  let reached = 0
  for (let rank = 0; rank < count; rank++) {
    reached += weights[rank]
    const end = Math.round((reached / total) * table.length)
    table.fill(rank, at, Math.max(end, at))
    at = Math.max(end, at)
  }
  return () => table[random.next() & (table.length - 1)]
}

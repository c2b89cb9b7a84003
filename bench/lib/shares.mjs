import { makeRandom } from '../seed/random.mjs'

/** How often an interval's groups are drawn again. */
export const DRAWS = 2_000

/** The 95% interval of a share, after Wilson. */
export function wilson(hits, n, z = 1.96) {
  const share = hits / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

const meanOf = (list) => list.reduce((sum, one) => sum + Number(one), 0) / list.length

/** The mean of two groups' means; its 95% interval by drawing from each again and again, the same draws every time. */
export function balanced(one, other) {
  const random = makeRandom(7)
  const drawn = (list) => {
    let sum = 0
    for (let draw = 0; draw < list.length; draw++) sum += Number(random.pick(list))
    return sum / list.length
  }
  const found = Array.from({ length: DRAWS }, () => (drawn(one) + drawn(other)) / 2).sort((a, b) => a - b)
  return {
    share: (meanOf(one) + meanOf(other)) / 2,
    low: found[Math.floor(DRAWS * 0.025)],
    high: found[Math.floor(DRAWS * 0.975)],
  }
}

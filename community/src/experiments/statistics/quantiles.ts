/** Standard normal quantiles: of a two-sided 95% interval, and of a power of 80 of 100. */
export const NORMAL_95 = 1.959963984540054
export const NORMAL_POWER = 0.8416212335729143

/**
 * The same of Student's distribution, for a two-sided 95% interval. The first terms of its expansion around the normal one
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5): to three digits from five degrees of freedom on.
 */
export function student95(degrees: number): number {
  const z = NORMAL_95
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z)
}

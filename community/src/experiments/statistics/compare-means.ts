import { student95 } from './quantiles.ts'
import { type Difference, meanOf, type Summary, varianceOf } from './summary.ts'

/**
 * The difference of two means, one value a member, with Welch's interval: the arms need neither the same size nor the same spread
 * (Welch 1947, Biometrika 34, 28-35).
 */
export function compareMeans(first: Summary, second: Summary): Difference {
  const value = meanOf(first) - meanOf(second)
  const [a, b] = [varianceOf(first) / first.members, varianceOf(second) / second.members]
  if (a + b === 0) return { value, low: value, high: value }
  const degrees = (a + b) ** 2 / (a ** 2 / (first.members - 1) + b ** 2 / (second.members - 1))
  const reach = student95(degrees) * Math.sqrt(a + b)
  return { value, low: value - reach, high: value + reach }
}

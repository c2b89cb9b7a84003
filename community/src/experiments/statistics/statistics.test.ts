import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareMeans, compareShares, judge, smallestDifference, summarise } from './index.ts'
import { student95 } from './quantiles.ts'
import { NOBODY } from './summary.ts'

const share = (did: number, members: number) => ({ members, sum: did, squares: did })
const rounded = ({ value, low, high }: ReturnType<typeof compareShares>) =>
  [value, low, high].map((one) => Number(one.toFixed(4)))

test('PULSE-4 the difference of two shares is Newcombe’s: his own examples', () => {
  expect(rounded(compareShares(share(56, 70), share(48, 80)))).toEqual([0.2, 0.0524, 0.3339])
  expect(rounded(compareShares(share(9, 10), share(3, 10)))).toEqual([0.6, 0.1705, 0.809])
  expect(rounded(compareShares(share(10, 10), share(0, 20)))).toEqual([1, 0.6791, 1])
})

test('PULSE-4 quantiles of Student’s distribution, as tables have them', () => {
  for (const [degrees, quantile] of [
    [10, 2.228],
    [20, 2.086],
    [60, 2.0],
    [1e6, 1.96],
  ] as const)
    expect(student95(degrees)).toBeCloseTo(quantile, 2)
})

test('PULSE-4 the difference of two means is Welch’s', () => {
  const { value, low, high } = compareMeans(summarise([3, 4, 1, 5, 2, 3]), summarise([6, 9, 4, 8, 7, 5]))
  expect([value, low, high].map((one) => Number(one.toFixed(2)))).toEqual([-3.5, -5.65, -1.35])
})

test('PULSE-4 what nobody differs in is no difference; an arm that is turned around turns its sign', () => {
  expect(compareMeans(summarise([2, 2, 2]), summarise([2, 2]))).toEqual({ value: 0, low: 0, high: 0 })
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (a, b, c, d) => {
      const [one, other] = [share(a, a + b + 1), share(c, c + d + 1)]
      const [there, back] = [compareShares(one, other), compareShares(other, one)]
      expect(there.low).toBeCloseTo(-back.high, 10)
      expect(there.low).toBeLessThanOrEqual(there.value)
      expect(there.value).toBeLessThanOrEqual(there.high)
      expect(Math.max(-there.low, there.high)).toBeLessThanOrEqual(1 + 1e-9)
    }),
    { numRuns: 200 },
  )
})

test('PULSE-4 after an outcome that shows nothing, nothing is said of those that follow', () => {
  const nothing = { measure: 'share', usual: share(20, 40), heldOut: share(21, 40) } as const
  const plain = { measure: 'share', usual: share(5, 40), heldOut: share(35, 40) } as const
  expect(judge([plain, nothing, plain]).map(({ seen }) => seen)).toEqual([true, false, false])
  expect(judge([plain, plain]).map(({ seen }) => seen)).toEqual([true, true])
  expect(summarise([])).toEqual(NOBODY)
})

test('PULSE-4 the smallest difference it could see shrinks with members, and is least where halves are alike', () => {
  expect(smallestDifference(400, 0.5)).toBeCloseTo(0.14, 2)
  expect(smallestDifference(100, 0.5)).toBeCloseTo(0.28, 2)
  expect(smallestDifference(400, 0.2)).toBeGreaterThan(smallestDifference(400, 0.5))
})

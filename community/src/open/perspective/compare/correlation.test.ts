import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlationBetween, rankCorrelation } from './correlation.ts'
import { midRanks } from './ranks.ts'

test('equal values share the mean of their ranks', () => {
  expect([...midRanks([0.3, 0.1, 0.3, 0.9])]).toEqual([2.5, 1, 2.5, 4])
  expect([...midRanks([5, 5, 5])]).toEqual([2, 2, 2])
  expect([...midRanks([])]).toEqual([])
})

test('ranks add up to what ranks add up to, ties or not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
      const sum = midRanks(values).reduce((total, rank) => total + rank, 0)
      expect(sum).toBe((values.length * (values.length + 1)) / 2)
    }),
  )
})

test('the correlation of a textbook, and one with ties worked out by hand', () => {
  // Intelligence and hours before a television: 1 - 6 * 194 / 990 = -29 / 165.
  const old = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
  const ours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
  expect(rankCorrelation({ old, ours })).toBeCloseTo(-29 / 165, 12)
  // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / sqrt(4.5 * 5).
  expect(rankCorrelation({ old: [1, 2, 2, 3], ours: [1, 3, 2, 4] })).toBeCloseTo(4.5 / Math.sqrt(22.5), 12)
})

test('where every text has the same score there is none', () => {
  expect(rankCorrelation({ old: [0.2, 0.2, 0.2], ours: [0.1, 0.5, 0.9] })).toBeUndefined()
  expect(rankCorrelation({ old: [0.1, 0.5, 0.9], ours: [0.2, 0.2, 0.2] })).toBeUndefined()
})

test('scores in the same order correlate fully, in the opposite order fully the other way', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2 })
  fc.assert(
    fc.property(scores, (old) => {
      fc.pre(new Set(old).size > 1)
      expect(rankCorrelation({ old, ours: old.map((score) => Math.exp(score / 9)) })).toBeCloseTo(1, 10)
      expect(rankCorrelation({ old, ours: old.map((score) => -(score ** 3)) })).toBeCloseTo(-1, 10)
    }),
  )
})

test('a rising change of either side changes nothing', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2 }), (pairs) => {
      const [old, ours] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
      const moved = rankCorrelation({ old: old.map((score) => score ** 2), ours: ours.map(Math.atan) })
      expect(moved).toEqual(rankCorrelation({ old, ours }))
    }),
  )
})

test('the interval of half a correlation in 103 texts, worked out by hand', () => {
  // Reach: 1.959964 * sqrt(1.125 / 100) = 0.207886; z of 0.5: 0.549306.
  const [least, most] = correlationBetween(0.5, 103)
  expect(least).toBeCloseTo(Math.tanh(0.549306 - 0.207886), 5)
  expect(most).toBeCloseTo(Math.tanh(0.549306 + 0.207886), 5)
  expect(correlationBetween(1, 20)).toEqual([1, 1])
})

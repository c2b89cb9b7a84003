import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAbove, countHigher, descending } from './pairs.ts'
import { thresholdFor, written } from './threshold.ts'

const sorted = (...scores: number[]) => descending(scores)

test('how many stand at or above, and how many higher', () => {
  const scores = sorted(0.9, 0.5, 0.5, 0.1)
  expect([1, 0.9, 0.5, 0.3, 0].map((at) => countAbove(scores, at))).toEqual([0, 1, 3, 3, 4])
  expect([1, 0.9, 0.5, 0.3, 0].map((at) => countHigher(scores, at))).toEqual([0, 0, 1, 3, 4])
})

test('the threshold is the score down to which as many messages stand', () => {
  const scores = sorted(0.9, 0.8, 0.6, 0.5)
  expect(thresholdFor(scores, 1)).toEqual({ score: 0.9, below: 0.8, above: 1 })
  expect(thresholdFor(scores, 3)).toEqual({ score: 0.6, below: 0.5, above: 3 })
  expect(thresholdFor(scores, 4)).toEqual({ score: 0.5, below: Number.NEGATIVE_INFINITY, above: 4 })
})

test('where nothing is to be kept there is none', () => {
  expect(thresholdFor(sorted(0.9, 0.8), 0)).toBeUndefined()
  expect(thresholdFor(sorted(), 2)).toBeUndefined()
})

test('of ties the nearer side is taken; as near, the smaller score', () => {
  expect(thresholdFor(sorted(0.9, 0.8, 0.8, 0.8, 0.5), 2)).toEqual({ score: 0.9, below: 0.8, above: 1 })
  expect(thresholdFor(sorted(0.9, 0.8, 0.8, 0.8, 0.5), 3)).toEqual({ score: 0.8, below: 0.5, above: 4 })
  expect(thresholdFor(sorted(0.9, 0.8, 0.8, 0.5), 2)).toEqual({ score: 0.8, below: 0.5, above: 3 })
  expect(thresholdFor(sorted(0.3, 0.3, 0.3), 1)).toMatchObject({ score: 0.3, above: 3 })
})

test('no other of the scores comes nearer', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1 })
  fc.assert(
    fc.property(scores, fc.nat(40), (given, more) => {
      const wanted = 1 + (more % given.length)
      const ours = descending(given)
      const { score, above } = thresholdFor(ours, wanted)!
      expect(countAbove(ours, score)).toBe(above)
      const off = (other: number) => Math.abs(countAbove(ours, other) - wanted)
      for (const other of given) {
        expect(off(other)).toBeGreaterThanOrEqual(off(score))
        if (off(other) === off(score)) expect(other).toBeGreaterThanOrEqual(score)
      }
    }),
  )
})

test('it is written with as few digits as keep the same messages', () => {
  const at = (score: number, below: number) => written({ score, below, above: 1 })
  expect(at(0.6398, 0.6312)).toBe(0.639)
  expect(at(0.6398, 0.5)).toBe(0.63)
  expect(at(0.29, 0.28)).toBe(0.29)
  expect(at(0.1234567, 0.1234566)).toBe(0.1234567)
  expect(at(0.004, Number.NEGATIVE_INFINITY)).toBe(0)
})

test('however it is written, it lies in the gap', () => {
  const score = fc.integer({ min: 0, max: 10_000_000 }).map((units) => units / 1e7)
  fc.assert(
    fc.property(score, score, (one, other) => {
      fc.pre(one !== other)
      const [below, upper] = [Math.min(one, other), Math.max(one, other)]
      const short = written({ score: upper, below, above: 1 })
      expect(short).toBeGreaterThan(below)
      expect(short).toBeLessThanOrEqual(upper)
    }),
  )
})

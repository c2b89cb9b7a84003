import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareScores } from './compare.ts'

const twenty = Array.from({ length: 20 }, (_, at) => (at + 1) / 20)

test('scores that were all halved have their thresholds halved', () => {
  const { correlation, thresholds } = compareScores(
    'INSULT',
    { old: twenty, ours: twenty.map((score) => score / 2) },
    [0.5, 0.9],
  )
  expect(correlation).toEqual({ r: 1, between: [1, 1] })
  // Eleven stand at 0.5 or above, three at 0.9; any threshold in the gap below keeps them, and these are short.
  expect(thresholds).toMatchObject([
    { old: 0.5, above: 11, ours: { threshold: 0.25, above: 11 }, still: 1 },
    { old: 0.9, above: 3, ours: { threshold: 0.45, above: 3 }, still: 1 },
  ])
})

test('the opposite order keeps the share and none of the messages', () => {
  const { correlation, thresholds } = compareScores(
    'INSULT',
    { old: twenty, ours: twenty.toReversed() },
    [0.6],
  )
  expect(correlation!.r).toBeCloseTo(-1, 12)
  expect(thresholds[0]).toMatchObject({ above: 9, ours: { threshold: 0.6, above: 9 }, still: 0 })
})

test('above a threshold that nobody reached there is nothing to carry over', () => {
  const { thresholds } = compareScores(
    'INSULT',
    { old: twenty.map((score) => score / 2), ours: twenty },
    [0.7],
  )
  expect(thresholds).toEqual([{ old: 0.7, above: 0, ours: undefined, still: undefined }])
})

test('one score for all is no correlation and still an answer', () => {
  const { correlation, thresholds } = compareScores(
    'THREAT',
    { old: twenty, ours: twenty.map(() => 0.3) },
    [0.9],
  )
  expect(correlation).toBeUndefined()
  expect(thresholds[0]).toMatchObject({ above: 3, ours: { above: 20 }, still: 1 })
})

const score = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
const rising: readonly ((value: number) => number)[] = [
  (value) => value / 3,
  (value) => value ** 2,
  (value) => 0.2 + 0.5 * Math.sqrt(value),
  (value) => 1 / (1 + Math.exp(3 - 7 * value)),
]

test('scores that only rose and fell together keep exactly the same messages above', () => {
  const scores = fc.array(score, { minLength: 10, maxLength: 60 })
  fc.assert(
    fc.property(scores, score, fc.constantFrom(...rising), (old, threshold, change) => {
      fc.pre(new Set(old).size > 1)
      const ours = old.map(change)
      const { correlation, thresholds } = compareScores('TOXICITY', { old, ours }, [threshold])
      expect(correlation!.r).toBeCloseTo(1, 10)
      const [carried] = thresholds
      const kept = (one: number[], limit: number) => one.map((value) => value >= limit)
      if (carried!.ours) expect(kept(ours, carried!.ours.threshold)).toEqual(kept(old, threshold))
      else expect(old.every((value) => value < threshold)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('whatever the scores, ties or none: counts are counts, and the threshold lies in its interval', () => {
  const pair = fc.tuple(fc.nat(8), fc.nat(8))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 10, maxLength: 40 }), (pairs) => {
      const [old, ours] = [pairs.map(([one]) => one / 8), pairs.map(([, other]) => other / 8)]
      const { thresholds, steps } = compareScores('TOXICITY', { old, ours }, [0.25, 0.5, 1])
      for (const { old: threshold, above, ours: found, still } of thresholds) {
        expect(above).toBe(old.filter((value) => value >= threshold).length)
        if (!found) continue
        expect(found.above).toBe(ours.filter((value) => value >= found.threshold).length)
        expect(found.between[0]).toBeLessThanOrEqual(found.threshold)
        expect(found.between[1]).toBeGreaterThanOrEqual(found.threshold)
        expect(still).toBeLessThanOrEqual(1)
      }
      expect(steps.map((step) => step.ours)).toEqual(steps.map((step) => step.ours).sort((a, b) => a - b))
    }),
    { numRuns: 40 },
  )
})

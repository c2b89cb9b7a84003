import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thresholdInDraw, thresholdsBetween } from './bootstrap.ts'
import { descending, fromOurHighest } from './pairs.ts'
import { dice } from './random.ts'
import { thresholdFor } from './threshold.ts'

const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })

test('a draw in which each message stands once has the threshold of the file', () => {
  fc.assert(
    fc.property(scores, fc.nat(40), (given, more) => {
      const [ours, wanted] = [descending(given), 1 + (more % given.length)]
      const once = new Uint32Array(given.length).fill(1)
      expect(thresholdInDraw(ours, once, wanted)).toBe(thresholdFor(ours, wanted)!.score)
    }),
  )
})

test('a draw has the threshold of the file in which each message stands as often', () => {
  const repeated = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(3)), { minLength: 1 })
  fc.assert(
    fc.property(repeated, fc.nat(99), (given, more) => {
      given.sort(([one], [other]) => other - one)
      const whole = given.flatMap(([score, times]) => new Array<number>(times).fill(score))
      fc.pre(whole.length > 0)
      const wanted = 1 + (more % whole.length)
      const ours = Float64Array.from(given, ([score]) => score)
      const times = Uint32Array.from(given, ([, count]) => count)
      expect(thresholdInDraw(ours, times, wanted)).toBe(thresholdFor(descending(whole), wanted)!.score)
    }),
  )
})

test('where a draw has nothing to keep, the threshold is the highest there is', () => {
  expect(thresholdInDraw(Float64Array.of(0.4, 0.2), Uint32Array.of(1, 1), 0)).toBe(1)
})

/** Scores that go along with each other as far as they do in practice. */
function sample(count: number) {
  const roll = dice(5)
  const part = () => roll(1_000_000) / 1_000_000
  const old = Array.from({ length: count }, part)
  return fromOurHighest({ old, ours: old.map((score) => 0.7 * score + 0.3 * part()) })
}

/**
 * The same interval by another road: every score for which McNemar's test would not tell "above ours" from "above the
 * old one" (Psychometrika 12, 1947, 153-157).
 */
function notRejected({ old, ours }: ReturnType<typeof sample>, threshold: number): [number, number] {
  const kept = [...ours].filter((score) => {
    let [ourAlone, oldAlone] = [0, 0]
    for (let at = 0; at < ours.length; at++) {
      if (ours[at]! >= score && old[at]! < threshold) ourAlone++
      if (ours[at]! < score && old[at]! >= threshold) oldAlone++
    }
    return Math.abs(ourAlone - oldAlone) <= 1.96 * Math.sqrt(ourAlone + oldAlone)
  })
  return [Math.min(...kept), Math.max(...kept)]
}

test('the interval is about the one that another method gives', () => {
  const pairs = sample(600)
  const found = thresholdsBetween(pairs, [0.5, 0.8])
  for (const [at, threshold] of [0.5, 0.8].entries()) {
    const [least, most] = notRejected(pairs, threshold)
    expect(Math.abs(found[at]![0] - least)).toBeLessThan(0.015)
    expect(Math.abs(found[at]![1] - most)).toBeLessThan(0.015)
  }
})

test('the same file has the same interval, whatever is asked beside it', () => {
  const pairs = sample(80)
  const [alone] = thresholdsBetween(pairs, [0.7])
  expect(thresholdsBetween(pairs, [0.5, 0.7])[1]).toEqual(alone)
})

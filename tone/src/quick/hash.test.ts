import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashText, mix, toId } from './hash.ts'

test('it is FNV-1a, by its published test vector', () => {
  expect(hashText('foobar') >>> 0).toBe(0xbf9cf968)
})

test('hashes stay what they were: models are trained on them', () => {
  expect(mix(1, 2) >>> 0).toBe(1_034_378_142)
  expect(toId(hashText('kindling'))).toBe(888_256)
})

test('ids lie between 2 and 2^20 - 1', () => {
  fc.assert(
    fc.property(fc.integer(), (hash) => {
      const id = toId(hash)
      expect(id).toBeGreaterThanOrEqual(2)
      expect(id).toBeLessThan(2 ** 20)
    }),
  )
})

test('order matters, and a stretch hashes like the word cut out', () => {
  expect(mix(3, 4)).not.toBe(mix(4, 3))
  expect(hashText('a word here', 2, 6)).toBe(hashText('word'))
})

test('a hundred thousand strings spread evenly over low bits', () => {
  const buckets = new Uint32Array(256)
  for (let at = 0; at < 100_000; at++) buckets[toId(mix(7, hashText(`w${at}`))) & 255]!++
  // 390 expected in each; five standard deviations either way.
  expect(Math.min(...buckets)).toBeGreaterThan(290)
  expect(Math.max(...buckets)).toBeLessThan(490)
})

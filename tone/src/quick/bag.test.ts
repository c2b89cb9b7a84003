import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bag } from './bag.ts'
import { toId } from './hash.ts'

test('each feature once, with the place it was met first', () => {
  const bag = new Bag()
  bag.add(1, 0, 1)
  bag.add(2, 1, 3)
  bag.add(1, 4, 5)
  expect(bag.length).toBe(2)
  expect([...bag.ids.subarray(0, 2)]).toEqual([toId(1), toId(2)])
  expect([bag.begins[0], bag.ends[0]]).toEqual([0, 1])
})

test('holds what a set would, however much, and again after clearing', () => {
  const bag = new Bag()
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 3_000 }), (hashes) => {
      bag.clear()
      for (const hash of hashes) bag.add(hash, 0, 0)
      expect([...bag.ids.subarray(0, bag.length)]).toEqual([...new Set(hashes.map(toId))])
    }),
    { numRuns: 30 },
  )
})

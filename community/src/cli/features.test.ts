import { features } from '@kindling/tone'
import { expect, test } from 'vitest'
import { toRecord } from './features.ts'

test('a record says how much there is, then tokens with their marks, then the bag', () => {
  const found = features('You fool!')
  const record = toRecord(found)
  const { words, marks, bag } = found
  expect(record.readUInt16LE(0)).toBe(3)
  expect(record.readUInt16LE(2)).toBe(bag.length)
  expect(record.length).toBe(4 + 3 * 6 + bag.length * 4)
  expect([0, 1, 2].map((at) => record.readUInt32LE(4 + at * 6))).toEqual([...words])
  expect([0, 1, 2].map((at) => record.readUInt16LE(8 + at * 6))).toEqual([...marks])
  expect(record.readUInt32LE(4 + 18)).toBe(bag.ids[0])
  expect(record.readUInt32LE(record.length - 4)).toBe(bag.ids[bag.length - 1])
})

test('what could not be read keeps its place', () => {
  expect([...toRecord(undefined)]).toEqual([0, 0, 0, 0])
})

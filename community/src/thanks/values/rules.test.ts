import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CommunityValue, changesOf } from './rules.ts'

const value = (id: string, name = id, sentence = `We ${id}.`): CommunityValue => ({ id, name, sentence })

test('THANKS-7 what members will notice is said of each value: added, renamed, told otherwise, laid aside', () => {
  const before = [value('a'), value('b'), value('c'), value('d')]
  const wanted = [
    value('a'),
    { ...value('b'), name: 'bees' },
    { ...value('c'), sentence: 'Other.' },
    { name: 'new', sentence: 'New.' },
  ]
  expect(changesOf(before, wanted)).toEqual([
    { did: 'renamed', name: 'bees', before: 'b' },
    { did: 'described', name: 'c' },
    { did: 'added', name: 'new' },
    { did: 'rested', name: 'd' },
  ])
})

test('THANKS-7 what stays as it was is no change, in whatever order', () => {
  const some = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 8 })
  fc.assert(
    fc.property(some, (ids) => {
      const values = ids.map((id) => value(id))
      expect(changesOf(values, [...values].reverse())).toEqual([])
      expect(changesOf([], values)).toHaveLength(values.length)
      expect(changesOf(values, [])).toHaveLength(values.length)
    }),
    { numRuns: 50 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COPIES_SHOWN, isSeldom, liftedOf, type Marked } from './rules.ts'
import { kindness, WORTH_SHOWN, worthAWord } from './worth/rules.ts'

const before = fc.record({ betweenTheTwo: fc.nat(5), rings: fc.array(fc.nat(4), { maxLength: 3 }) })
const marked: fc.Arbitrary<Marked[]> = fc.uniqueArray(
  fc.record({
    replyId: fc.string({ minLength: 1, maxLength: 4 }),
    writerId: fc.option(fc.constantFrom('ada', 'ben', 'cleo'), { nil: undefined }),
    helped: fc.boolean(),
    helpedSeldom: fc.boolean(),
    kindSeldom: fc.boolean(),
  }),
  { selector: ({ replyId }) => replyId, maxLength: 8 },
)
const ids = (list: readonly Marked[]) => list.map(({ replyId }) => replyId)

test('SHINE-1 more given before never makes a mark weigh more', () => {
  fc.assert(
    fc.property(before, fc.nat(3), fc.nat(3), (one, more, ring) => {
      const later = { betweenTheTwo: one.betweenTheTwo + more, rings: [...one.rings, ring] }
      expect(isSeldom(later) && !isSeldom(one)).toBe(false)
    }),
    { numRuns: 100 },
  )
  expect(isSeldom({ betweenTheTwo: 0, rings: [] })).toBe(true)
  expect(isSeldom({ betweenTheTwo: 1, rings: [1, 1] })).toBe(true)
  expect(isSeldom({ betweenTheTwo: 2, rings: [] })).toBe(false)
  expect(isSeldom({ betweenTheTwo: 0, rings: [2] })).toBe(false)
})

test('SHINE-1 at most three, each marked, in the order of the thread, whatever order they came in', () => {
  fc.assert(
    fc.property(marked, (all) => {
      const lifted = liftedOf(all)
      expect(lifted.length).toBeLessThanOrEqual(COPIES_SHOWN)
      expect(ids(lifted)).toEqual([...ids(lifted)].sort((a, b) => (a < b ? -1 : 1)))
      for (const one of lifted) expect(one.helped || one.kindSeldom).toBe(true)
      expect(liftedOf([...all].reverse())).toEqual(lifted)
    }),
    { numRuns: 200 },
  )
})

test('SHINE-1 what only a frequent pair or a ring calls kind lifts nothing', () => {
  fc.assert(
    fc.property(marked, (all) => {
      const pairs = all.map((one) => ({ ...one, helped: false, helpedSeldom: false, kindSeldom: false }))
      expect(liftedOf(pairs)).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('SHINE-1 no writer stands there twice while somebody else is left out of the same step or a better one', () => {
  fc.assert(
    fc.property(marked, (all) => {
      const lifted = liftedOf(all)
      const named = lifted.flatMap(({ writerId }) => (writerId ? [writerId] : []))
      const again = named.length > new Set(named).size
      const left = all.filter(
        (one) =>
          (one.helped || one.kindSeldom) && !lifted.includes(one) && !named.includes(one.writerId ?? ''),
      )
      if (again) expect(left).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('SHINE-1 worth a word: five at most, one for each writer, nothing with something hard in it', () => {
  const kind = fc.record({
    id: fc.uuid(),
    writer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    kind: fc.double({ min: 0.2, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 20 }), (read) => {
      const shown = worthAWord(read)
      expect(shown.length).toBe(Math.min(WORTH_SHOWN, new Set(read.map(({ writer }) => writer)).size))
      expect(new Set(shown.map(({ writer }) => writer)).size).toBe(shown.length)
    }),
    { numRuns: 50 },
  )
  expect(kindness({ empathy: 0.8 })).toBe(0.8)
  expect(kindness({ empathy: 0.8, insult: 0.5 })).toBeUndefined()
  expect(kindness({ celebration: 0.9, empathy: 0.1 })).toBeUndefined()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart, applied, compose } from './compose.ts'
import { difference } from './difference.ts'
import { see } from './seen.ts'

const without = (text: string, gone: string, instead = ''): string => {
  const begin = text.indexOf(gone)
  return compose(see(text), [{ begin, end: begin + gone.length, text: instead }])
}

test('signs, articles and capitals beside a change are put in order', () => {
  expect(without('Well, you fool, the gate is open.', 'you fool')).toBe('Well, the gate is open.')
  expect(without('The gate is open, and you are a fool.', 'you are a fool')).toBe('The gate is open.')
  expect(without('A stupid idea.', 'stupid')).toBe('An idea.')
  expect(without('Fool. read this.', 'Fool')).toBe('Read this.')
})

test('what stands elsewhere stays as it is, flaws and all', () => {
  expect(without('two  spaces , here. the fool', ' fool')).toBe('two  spaces , here. the')
})

test('of changes that overlap the first stays', () => {
  const first = { begin: 2, end: 5, text: 'a' }
  expect(apart([first, { begin: 4, end: 6, text: 'b' }, { begin: 0, end: 1, text: 'c' }])).toEqual([
    { begin: 0, end: 1, text: 'c' },
    first,
  ])
})

test('the difference of any two texts, applied to the first, gives the second', () => {
  const words = fc.array(fc.constantFrom('you', 'the', 'gate', '.', ' ', '  ', '\n', 'é', '🦊', "don't"), {
    maxLength: 12,
  })
  const text = fc.oneof(
    words.map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = difference(before, after)
      expect(applied(before, changes)).toBe(after)
      for (const [at, { begin }] of changes.entries())
        if (at > 0) expect(begin).toBeGreaterThan(changes[at - 1]!.end)
    }),
  )
})

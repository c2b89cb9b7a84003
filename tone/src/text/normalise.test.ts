import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'

test('full-width letters, capitals and zero-width characters are folded', () => {
  expect(normalise('Ｈe\u200bLLo').text).toBe('hello')
})

test('offsets lead back to the character that was folded', () => {
  const { text, offsets } = normalise('a\u200bＢ')
  expect(text).toBe('ab')
  expect([...offsets]).toEqual([0, 2, 3])
})

test('any text, broken surrogates too, gives offsets that grow and stay inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
      const { text, offsets } = normalise(original)
      expect(offsets.length).toBe(text.length + 1)
      for (let index = 1; index < offsets.length; index++)
        expect(offsets[index]!).toBeGreaterThanOrEqual(offsets[index - 1]!)
      expect(offsets.at(-1)).toBe(original.length)
    }),
    { numRuns: 200 },
  )
})

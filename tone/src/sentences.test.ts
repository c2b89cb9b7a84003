import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from './sentences.ts'

const cut = (text: string) => sentences(text).map(({ begin, end }) => text.slice(begin, end))

test('sentences with their closing signs, in units of the original', () => {
  expect(cut('You came! 🎉 I had hoped so.\nTea?')).toEqual(['You came! 🎉', 'I had hoped so.', 'Tea?'])
})

test('capitals, accents and disguised letters do not move them', () => {
  expect(cut('ＤＯＮＥ. Ｃａｆé time, y o u  k n o w.')).toEqual([
    'ＤＯＮＥ.',
    'Ｃａｆé time, y o u  k n o w.',
  ])
})

test('nothing to say, no sentence', () => {
  expect(sentences(' \n ')).toEqual([])
})

test('whatever the text, sentences follow each other inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = 0
      for (const { begin, end } of sentences(text)) {
        expect(begin).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(begin)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUT, excerpt, type Range } from './excerpt.ts'

const at = (text: string, words: string): Range => {
  const begin = text.indexOf(words)
  return { begin, end: begin + words.length }
}

/** As it is read: marked words in brackets. */
const shown = (text: string, ...marked: string[]): string =>
  excerpt(
    text,
    marked.map((words) => at(text, words)),
  )
    .map(({ text: piece, marked: isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('')

describe('a draft, shortened around what is marked', () => {
  test('from the beginning of its sentence to some words after', () => {
    const text =
      'The beds are dry. Sam, you clearly never read the rota. Beds 4 and 5 stood dry for nine days and I lost the lettuces.'
    expect(shown(text, 'you clearly never read')).toBe(
      '… Sam, [you clearly never read] the rota. Beds 4 and 5 stood dry …',
    )
  })

  test('a short one stands as it is', () => {
    expect(shown('You never read.', 'never')).toBe('You [never] read.')
  })

  test('places far apart are each shown', () => {
    const text = `You fool. ${'We spoke about this in the meeting. '.repeat(4)}And you moron.`
    expect(shown(text, 'fool', 'moron')).toBe('You [fool]. We spoke about this in the … And you [moron].')
  })

  test('without anything marked, its beginning', () => {
    expect(excerpt('A message of many words that go on and on and on.', [])).toEqual([
      { text: `A message of many words that go … `.trimEnd(), marked: false },
    ])
  })

  test('what changes is seen as well', () => {
    const text = `You are a fool and you ${'really '.repeat(8)}never read the rota, and so on and on and on and on.`
    const seen = excerpt(text, [at(text, 'fool')], [at(text, 'fool and you really')])
    expect(seen.map(({ text: piece }) => piece).join('')).toContain('and you really')
  })

  test('a very long word is cut, and no character in two', () => {
    const text = `You ${'😀'.repeat(300)} fool ${'😀'.repeat(300)}`
    const pieces = excerpt(text, [at(text, 'fool')])
    const whole = pieces.map(({ text: piece }) => piece).join('')
    expect(whole.length).toBeLessThan(120)
    expect(whole.isWellFormed()).toBe(true)
  })

  test('always: pieces of the text in order, every mark of a short list there, ellipses only where something is missing', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '😀', 'ع'), maxLength: 300 })
    const ranges = fc.array(fc.tuple(fc.nat(320), fc.nat(40)), { maxLength: 5 })
    fc.assert(
      fc.property(text, ranges, (draft, list) => {
        const marked = list.map(([begin, length]) => ({ begin, end: begin + length }))
        let reached = 0
        for (const piece of excerpt(draft, marked).flatMap(({ text: one }) => one.split(CUT))) {
          const words = piece.trim()
          const found = draft.indexOf(words, reached)
          expect(found).toBeGreaterThanOrEqual(0)
          reached = words === '' ? reached : found
        }
      }),
    )
  })
})

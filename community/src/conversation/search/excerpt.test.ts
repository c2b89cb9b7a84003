import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptAround, findSpans, markSpans, plainText, wordsToAsk } from './excerpt.ts'

const marked = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

test('marks stand where the words are, whatever their capitals', () => {
  const text = 'Gardens grow. A garden, gardening; rosegarden.'
  expect(marked(markSpans(text, findSpans(text, new Set(['garden', 'gardens']), [])))).toBe(
    '[Gardens] grow. A [garden], gardening; rosegarden.',
  )
})

test('runs without spaces are marked where they stand', () => {
  expect(marked(markSpans('我们的花园很大', findSpans('我们的花园很大', new Set(), ['花园'])))).toBe(
    '我们的[花园]很大',
  )
})

test('a long text shows the part where most was found, cut between words', () => {
  const text = `${'once '.repeat(200)}the red fox met another red fox ${'later '.repeat(200)}red end`
  const shown = marked(excerptAround(text, findSpans(text, new Set(['red', 'fox']), []), 120))
  expect(shown).toContain('[red] [fox] met another [red] [fox]')
  expect(shown).toMatch(/^… .* …$/)
  expect(shown.length).toBeLessThan(170)
})

test('only words that begin as a stem does are asked about, where stems keep their beginnings', () => {
  expect(wordsToAsk('Cities and citizens of Rome', ['citi'], 'english')).toEqual(['cities', 'citizens'])
  expect(wordsToAsk('والحديقة جميلة', ['حديق'], 'arabic')).toEqual(['والحديقة', 'جميلة'])
})

test('marks of Markdown are gone, words in quotes and code stay', () => {
  expect(plainText('# Hello\n> *quoted*\n```js\nlet x\n```\n[link](http://a.b) ![pic](/files/1)')).toBe(
    'Hello quoted let x link pic',
  )
})

test('pieces of an excerpt are pieces of the text, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('fox', 'red', 'a', '<b>', '😀😀', '花园'), { maxLength: 120 }),
      fc.integer({ min: 5, max: 80 }),
      (words, length) => {
        const text = words.join(' ')
        const pieces = excerptAround(text, findSpans(text, new Set(['fox']), ['花园']), length)
        const whole = pieces
          .map((piece) => piece.text)
          .join('')
          .replace(/^… /, '')
          .replace(/ …$/, '')
        expect(text).toContain(whole)
        expect(whole.isWellFormed()).toBe(true)
        for (const piece of pieces) if (piece.marked) expect(['fox', '花园']).toContain(piece.text)
      },
    ),
  )
})

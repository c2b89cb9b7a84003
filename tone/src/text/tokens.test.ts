import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import type { Token } from './token.ts'
import { Tokeniser } from './tokens.ts'
import { zonesOf } from './zones.ts'

function tokensOf(text: string, limit = 512): Token[] {
  const normalised = normalise(text)
  return new Tokeniser(normalised, text, zonesOf(normalised.text)).run(limit)
}

const shown = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word.replace('\u0002', '%'))
    .join(' ')

test.each([
  ["You're right, don't stop.", 'you are right , do not stop .'],
  ['i d i o t', 'idiot'],
  ['f.u.c.k off', 'fuck off'],
  ['s-t-u-p-i-d!', 'stupid !'],
  ['the U.S. and a I b', 'the u.s . and a i b'],
  ['sh1t a$$ f**k @sshole 5hit', 'shit ass fuck asshole shit'],
  ['sooo cooool', 'so cool'],
  ['see https://example.org/a?b=c. Or www.example.org!', 'see %link . or %link !'],
  ['mail sam@example.org or example.com', 'mail %link or %link'],
  ['@sam and u/some_one', '%name and %name'],
  ['3rd, 5%, 10:30 and £20 on the A55', '%number , %number , %number and %number on the a55'],
  ['what?! no!!! wait.... ok…', 'what ?! no !! wait … ok …'],
  ['well-known ex-wife - yes', 'well known ex wife - yes'],
  ['👍🏽👍🏿 🙂🙂🙂 🇩🇪', '👍 🙂 %flag'],
  ['👨‍👩‍👧', '👨 👩 👧'],
  ['fine :) :-( <3 >:( ;P', 'fine :) :-( <3 >:( ;p'],
  ['at 10:30) and xd)', 'at %number ) and xd )'],
  ['run `rm -rf /tmp` or `you there`', 'run %code or ` you there `'],
  ['我很好 ok', '我 很 好 ok'],
  ['_very_ #good', 'very good'],
])('%j is read as %j', (text, words) => {
  expect(shown(text)).toBe(words)
})

test('tokens say where they stand in the original', () => {
  const text = 'Ｙou\u200b ѕtuріd 👍🏽!'
  expect(tokensOf(text).map(({ begin, end }) => text.slice(begin, end))).toEqual([
    'Ｙou\u200b',
    'ѕtuріd',
    '👍🏽',
    '!',
  ])
})

test('shouting, stretching, capitals and lines are noticed', () => {
  const [one, two, three, four] = tokensOf('STOP Sam\nsooo I')
  expect([one!.loud, two!.loud, four!.loud]).toEqual([true, false, false])
  expect([one!.capital, two!.capital, three!.capital]).toEqual([true, true, false])
  expect(three!.dressed).toBe(true)
  expect([one!.line, two!.line, three!.line, four!.line]).toEqual([true, false, true, false])
})

test('no more tokens than asked for', () => {
  expect(tokensOf('do it '.repeat(100), 7)).toHaveLength(7)
  // Two tokens in one word stay together.
  expect(tokensOf("don't ".repeat(100), 7)).toHaveLength(6)
})

const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00
const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800
const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

/** Pieces that meet every branch, beside any text there is. */
const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      ...[
        "don't",
        'f**k',
        'i d i o t',
        '"',
        '`',
        '> ',
        '\n',
        'sh1t',
        ':)',
        'https://a.b',
        '@x',
        '½',
        'ﬁ',
        '👍🏽',
      ],
      ...[
        '\ud83d',
        '\ude00',
        '\u200d',
        '\ufe0f',
        'ѕt',
        '🇩🇪🇫',
        '```',
        'ﷺ',
        'a\u0301\u0302',
        '5"',
        '$a',
        '𝒙',
        '\u202e',
        'İ',
      ],
    ),
  ),
  { maxLength: 30 },
)

test('any text: spans are not empty, lie in order inside it, and never split a surrogate pair', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      let last = 0
      for (const { begin, end, word } of tokensOf(text)) {
        expect(begin).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(begin)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(splitsPair(text, begin) || splitsPair(text, end)).toBe(false)
        expect(word).not.toBe('')
        last = begin
      }
    }),
    { numRuns: 500 },
  )
})

test('any text: read in windows it gives the same tokens as in one go', () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 2, max: 9 }), (parts, size) => {
      const text = parts.join('')
      const normalised = normalise(text)
      const found: Token[] = []
      for (let from = 0; from < normalised.text.length; ) {
        const tokeniser = new Tokeniser(normalised, text, zonesOf(normalised.text), from)
        const window = tokeniser.run(size)
        found.push(...window)
        from = tokeniser.at
      }
      const words = (tokens: Token[]) => tokens.map(({ begin, end, word }) => [begin, end, word])
      expect(words(found)).toEqual(words(tokensOf(text, 10_000)))
    }),
    { numRuns: 200 },
  )
})

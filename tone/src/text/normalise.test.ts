import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, originalEnd } from './normalise.ts'

test.each([
  ['Ｈe\u200bLLo', 'hello', 'full width, capitals, zero width'],
  ['𝓼𝓽𝓾𝓹𝓲𝓭 𝕚𝕕𝕚𝕠𝕥', 'stupid idiot', 'mathematical letters'],
  ['🅸🅳🅸🅾🆃', 'idiot', 'squared letters'],
  ['ꜱᴛᴜᴘɪᴅ', 'stupid', 'small capitals'],
  ['ѕtuріd', 'stupid', 'Cyrillic among Latin'],
  ['уоu ѕuсk', 'you suck', 'whole words of look-alikes in a Latin text'],
  ['ίdiot', 'ίdiot', 'an accented letter that is no look-alike stays'],
  ['s̷t̸u̶p̴i̵d', 'stupid', 'struck through'],
  ['e\u0301t\u00e9', 'été', 'composed and decomposed accents are one'],
  ['don’t', "don't", 'curly apostrophe'],
  ['№ 5 ™', '№ 5 ™', 'a numero sign is not a no'],
  ['wait…', 'wait...', 'an ellipsis'],
  ['а это сука', 'а это сука', 'Russian stays Russian'],
  ['ОК, нет', 'ок, нет', 'also in short'],
  ['αβγ', 'αβγ', 'Greek stays Greek'],
  ['\u202etxet\u202c', 'txet', 'marks of direction go'],
  ['مـــرحبا', 'مرحبا', 'drawn-out Arabic'],
  ['a\ud800b', 'a\ufffdb', 'half a surrogate pair'],
])('%j becomes %j: %s', (original, text) => {
  expect(normalise(original).text).toBe(text)
})

test('capitals are remembered', () => {
  expect([...normalise('aBC').capitals]).toEqual([0, 1, 1])
  expect([...normalise('éÉ').capitals]).toEqual([0, 1])
})

test('offsets lead back to the character that was folded', () => {
  const { text, offsets } = normalise('a\u200bＢ')
  expect(text).toBe('ab')
  expect([...offsets]).toEqual([0, 2, 3])
})

test('an end lies behind the whole character, however many letters it became', () => {
  const found = normalise('ﬁx')
  expect(found.text).toBe('fix')
  expect([1, 2, 3].map((end) => originalEnd(found, end))).toEqual([1, 1, 2])
})

test('ten thousand accents on one letter are one letter', () => {
  const { text, offsets } = normalise(`x${'\u0301'.repeat(10_000)}y`)
  expect(text).toBe('xy')
  expect([...offsets]).toEqual([0, 10_001, 10_002])
})

test('a ligature of eighteen letters does not make a text eighteen times as long', () => {
  expect(normalise('ﷺ'.repeat(1_000)).text.length).toBe(1_000)
})

test('plain text and the same text with an emoji behind it are folded alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 100 }), (original) => {
      const [plain, other] = [normalise(original), normalise(`${original}😀`)]
      expect(other.text.slice(0, -2)).toBe(plain.text)
      expect([...other.offsets.slice(0, -3)]).toEqual([...plain.offsets.slice(0, -1)])
      expect([...other.capitals.slice(0, -2)]).toEqual([...plain.capitals])
    }),
  )
})

test('any text, broken surrogates too, gives offsets that grow and stay inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
      const { text, offsets } = normalise(original)
      expect(offsets.length).toBe(text.length + 1)
      expect(offsets.every((offset, at) => at === 0 || offset >= offsets[at - 1]!)).toBe(true)
      expect(offsets.at(-1)).toBe(original.length)
    }),
    { numRuns: 200 },
  )
})

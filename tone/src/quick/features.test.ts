import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bag } from './bag.ts'
import { type Features, features, Source, TOKENS_AT_MOST } from './features.ts'

const ids = ({ bag }: Features): number[] => [...bag.ids.subarray(0, bag.length)]

test('features stay what they were: a model is trained on them', () => {
  const found = features('You said "go away" and I am not sorry :) https://a.org')
  expect(found.words.length).toBe(13)
  expect([...found.words].slice(0, 3)).toEqual([962_711, 772_542, 377_436])
  expect(ids(found).reduce((sum, id) => (Math.imul(sum, 31) + id) | 0, 0)).toBe(-1_080_984_976)
})

test('of words written in syllables pieces of two count, of others pieces of three and four', () => {
  const shared = (one: string, other: string): number => {
    const own = new Set(ids(features(one)))
    return ids(features(other)).filter((id) => own.has(id)).length
  }
  expect(shared('가나다', '마나다바')).toBeGreaterThan(shared('가나다', '마바사아'))
  expect(shared('zab', 'qabk')).toBe(shared('zxy', 'qabk'))
})

test('nothing has no features, and so has a text of spaces', () => {
  for (const text of ['', ' \n\t ', '\u200b\u202e'])
    expect([features(text).words.length, features(text).bag.length]).toEqual([0, 0])
})

test('one bag may serve message after message', () => {
  const bag = new Bag()
  const before = ids(features('You clearly never read anything.', undefined, bag))
  features('something much longer, with other words in it and a question?', undefined, bag)
  expect(ids(features('You clearly never read anything.', undefined, bag))).toEqual(before)
})

test('ranges lie within the tokens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { tokens, bag, words, marks } = features(text)
      expect(words.length).toBe(tokens.length)
      expect(marks.length).toBe(tokens.length)
      for (let at = 0; at < bag.length; at++) {
        expect(bag.begins[at]!).toBeLessThanOrEqual(bag.ends[at]!)
        expect(bag.ends[at]!).toBeLessThanOrEqual(tokens.length)
      }
    }),
  )
})

test('a long text comes in windows that lie one behind the other and miss nothing', () => {
  const text = 'This is a sentence of some words, isn’t it? '.repeat(400)
  let [end, count] = [0, 0]
  for (const { tokens } of new Source(text).windows(new Bag())) {
    expect(tokens.length).toBeLessThanOrEqual(TOKENS_AT_MOST)
    expect(tokens[0]!.begin - end).toBeLessThanOrEqual(1)
    expect(tokens[0]!.word).toBe('this')
    end = tokens.at(-1)!.end
    count += tokens.length
  }
  expect(text.length - end).toBeLessThanOrEqual(1)
  expect(count).toBe(400 * 12)
})

test('a text of one endless sentence is cut all the same', () => {
  const windows = [...new Source('word '.repeat(2_000)).windows(new Bag())]
  expect(windows.map(({ tokens }) => tokens.length)).toEqual([512, 512, 512, 464])
})

test('what was said before changes the features, and none of its words is in them', () => {
  const plain = features('Saturday then')
  const answered = features('Saturday then', { answering: 'We know where he parks, the idiot.' })
  const other = features('Saturday then', { answering: 'We know where he stays, the moron.' })
  expect(ids(answered).slice(0, plain.bag.length)).toEqual(ids(plain))
  expect(answered.bag.length).toBeGreaterThan(plain.bag.length)
  expect(ids(other)).toEqual(ids(answered))
})

test('words of somebody else that are said again are quoted', () => {
  const text = 'You never read anything. That hurt.'
  const { marks } = features(text, { quoted: 'You never read anything.' })
  expect([...marks].map((mark) => mark & 1)).toEqual([1, 1, 1, 1, 1, 0, 0, 0])
})

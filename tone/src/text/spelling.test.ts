import { expect, test } from 'vitest'
import { slurs } from './rude-words.ts'
import { squeeze, undisguise } from './spelling.ts'

test.each([
  ['sooo', 'so'],
  ['coooool', 'cool'],
  ['stuuupid', 'stupid'],
  ['hellooo', 'hello'],
  ['asss', 'ass'],
  ['shit', 'shit'],
  ['book', 'book'],
  ['hmmmm', 'hm'],
])('stretched %s is read as %s', (word, plain) => {
  expect(squeeze(word)).toBe(plain)
})

test.each([
  ['sh1t', 'shit'],
  ['a$$', 'ass'],
  ['f**k', 'fuck'],
  ['1d1ot', 'idiot'],
  ['b!tch', 'bitch'],
  ['ïdiot', 'idiot'],
  ['st00pid', undefined],
  ['fuuuck', undefined],
])('%s hides %s', (word, plain) => {
  expect(undisguise(word)).toBe(plain)
})

test.each([
  'a55', // a road
  'm4a1',
  'b2b',
  'h3llo',
  '5***', // a hotel
  'c++',
  '*sigh*',
  '100',
  'grüße',
  'straße',
  'über',
])('%s hides nothing', (word) => {
  expect(undisguise(word)).toBeUndefined()
})

test('slurs are known without standing in the source', () => {
  expect(slurs.size).toBeGreaterThan(30)
  for (const word of slurs) expect(word).toMatch(/^[a-z]+$/)
})

import { expect, test } from 'vitest'
import { belongingOf } from '../text/identity-terms.ts'
import { slurs } from '../text/rude-words.ts'
import { commonWords, KIND_COUNT, kindsOf, SLUR, type WordKind, wordKinds } from './lexicon.ts'

const bit = (kind: WordKind): number => 1 << wordKinds.indexOf(kind)
const NAME = bit('name')
const SLIGHT = bit('slight')

test('words are of the kinds they stand under, and most of none', () => {
  expect(kindsOf('idiot') & NAME).toBe(NAME)
  expect(kindsOf('stupid') & SLIGHT).toBe(SLIGHT)
  expect(kindsOf('table')).toBe(0)
  expect(kindsOf('constructor')).toBe(0)
  for (const slur of slurs) expect(kindsOf(slur) & SLUR).toBe(SLUR)
})

test('kinds fit into the bits they are kept in', () => {
  expect(KIND_COUNT).toBe(wordKinds.length + 1)
  expect(KIND_COUNT).toBeLessThan(31)
})

test('no word for a group is of a kind of harm', () => {
  const harm = NAME | SLIGHT | SLUR
  for (const word of ['muslim', 'woman', 'gay', 'deaf', 'elderly', 'homeless', 'immigrant', 'black']) {
    expect(kindsOf(word) & harm, word).toBe(0)
    expect(commonWords.has(word)).toBe(false)
  }
  expect(belongingOf('muslim')).toBeGreaterThan(0)
})

import { expect, test } from 'vitest'
import { features } from '../quick/features.ts'
import { OWN_PIECES, Pieces } from './pieces.ts'

const vocabulary = [
  ...['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'you', 'are', 'garden', '##er', '##s', 'gar', '!', '?', '.', 'not'],
  ...['ba', '##ck', 'back', 'my', 'friend', 'is', 'a', 'uber', "'", ...OWN_PIECES],
]
const pieces = new Pieces(vocabulary)
const shown = (text: string): string =>
  [...pieces.of(features(text).tokens).ids].map((id) => vocabulary[id]).join(' ')

test('a word is taken apart into the longest pieces there are', () => {
  expect(shown('gardeners')).toBe('garden ##er ##s')
  expect(shown('back')).toBe('back')
})

test('a word that no piece fits is unknown as a whole', () => {
  expect(shown('gardenx')).toBe('[UNK]')
  expect(shown('a'.repeat(3) + 'b'.repeat(60))).toBe('[UNK]')
})

test('letters lose their marks, as the vocabulary has them', () => {
  expect(shown('Über')).toBe('uber')
})

test('signs come one by one, faces by what they add, groups by their kind', () => {
  expect(shown('you!!')).toBe('you ! !')
  expect(shown('you 😊')).toBe('you \u0003warm')
  expect(shown('my friend is a Muslim')).toBe('my friend is a \u0001religion')
  expect(shown('my friend is a Muslim')).toBe(shown('my friend is a Sikh'))
})

test('a run of loud words is announced once', () => {
  expect(shown('YOU ARE back')).toBe('\u0003loud you are back')
})

test('every piece knows its token', () => {
  const { tokens, ids } = pieces.of(features('gardeners, back').tokens)
  expect(ids.length).toBe(tokens.length)
  expect([...tokens]).toEqual([0, 0, 0, 1, 2])
})

test('a vocabulary without what is always needed is refused', () => {
  expect(() => new Pieces(['[CLS]', '[SEP]'])).toThrow('lacks [UNK]')
})

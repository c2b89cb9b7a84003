import { expect, test } from 'vitest'
import { belongingBeside, belongingOf, besides, identityTerms, placeholders } from './identity-terms.ts'
import { rudeWords, slurs } from './rude-words.ts'

const list = (text: string): string[] => text.trim().split(/\s+/)

test('no slur and no insult is a word for who somebody is', () => {
  for (const words of [...Object.values(identityTerms), ...Object.values(besides)])
    for (const word of list(words)) {
      expect(slurs.has(word), word).toBe(false)
      expect(rudeWords.has(word), word).toBe(false)
    }
})

test('every word has one kind only', () => {
  const seen = new Map<string, string>()
  for (const [kind, words] of Object.entries(identityTerms))
    for (const word of list(words)) {
      expect(seen.get(word) ?? kind, word).toBe(kind)
      seen.set(word, kind)
    }
})

test('words of one kind have one placeholder, which is no word', () => {
  expect(belongingOf('muslim')).toBe(belongingOf('christian'))
  expect(belongingOf('muslim')).not.toBe(belongingOf('deaf'))
  expect(placeholders[belongingOf('gay')]).toBe('\u0001orientation')
  expect(belongingOf('garden')).toBe(0)
  expect(belongingOf('constructor')).toBe(0)
})

test('colours and ages need company', () => {
  expect(belongingOf('black')).toBe(0)
  expect(belongingBeside('black')).toBe(belongingOf('african'))
})

import { harms } from '@kindling/tone'
import { describe, expect, test } from 'vitest'
import { fill, nearest, speechIn } from './speech.ts'
import { words } from './words.ts'

const sentencesOf = (value: object): string[] =>
  Object.values(value).flatMap((one) => (typeof one === 'string' ? [one] : sentencesOf(one)))

const keysOf = (value: object): string[] =>
  Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? key : keysOf(one).map((own) => `${key}.${own}`),
  )

describe.each(Object.entries(words))('the words in "%s"', (_, said) => {
  test('are all there and said for everything it may be heard as', () => {
    expect(keysOf(said)).toEqual(keysOf(words.en!))
    expect(Object.keys(said.headings).sort()).toEqual([...harms].sort())
    expect(sentencesOf(said).every((one) => one.trim() === one && one !== '')).toBe(true)
  })

  test('keep their voice: no exclamation, no number, nothing about what the writer is', () => {
    for (const sentence of sentencesOf(said)) {
      expect(sentence).not.toMatch(/[!\d]/)
      expect(sentence).not.toMatch(/\btoxic|are you sure|be kind|we noticed|offensive|inappropriate\b/i)
    }
  })

  test('say why in sixty words at most', () => {
    for (const example of Object.values(said.examples)) {
      const whole = fill(said.because, { words: 'one two three four five six', example })
      expect(whole).not.toContain('{')
      expect(whole.split(/\s+/).length, whole).toBeLessThanOrEqual(60)
    }
  })

  test('read well with a name and without', () => {
    for (const sentence of [...Object.values(said.headings), ...Object.values(said.moves)]) {
      expect(fill(sentence)).not.toMatch(/[{}|]|\s\s|\s[.,]/)
      expect(fill(sentence, { person: 'Sam', thing: 'the rota' })).not.toMatch(/[{}|]|\s\s/)
    }
  })
})

test('headings say what readers may hear', () => {
  for (const heading of Object.values(words.en!.headings)) expect(heading).toMatch(/^Some readers may /)
  expect(fill(words.en!.headings.insult, { person: 'Sam', thing: 'the rota' })).toBe(
    'Some readers may hear this as being about Sam rather than the rota.',
  )
  expect(fill(words.en!.headings.insult)).toBe(
    'Some readers may hear this as being about the person rather than the matter.',
  )
})

test('the nearest language speaks, else English', () => {
  expect(['de-AT', 'DE', 'ar-EG', 'en-GB', 'fr', ''].map(nearest)).toEqual([
    'de',
    'de',
    'ar',
    'en',
    'en',
    'en',
  ])
})

test('a page may say some of it in its own words', () => {
  const { said } = speechIn('de', { send: 'Abschicken', headings: { insult: 'Eigenes.' } })
  expect(said.send).toBe('Abschicken')
  expect(said.headings.insult).toBe('Eigenes.')
  expect(said.headings.threat).toBe(words.de!.headings.threat)
  expect(said.edit).toBe('Ändern')
})

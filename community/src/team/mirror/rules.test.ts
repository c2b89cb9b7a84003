import type { Reading } from '@kindling/tone'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequencyOf, habits, heardAs, mirrorOf, type ReadSentence } from './rules.ts'

const reading = (scores: Reading['scores'], given: Partial<Reading> = {}): Reading => ({
  scores,
  spans: [],
  pause: false,
  why: { likelihood: 0.1, attribute: null, words: [] },
  language: { tag: 'en', measured: true },
  model: { name: 'words', version: '1' },
  ...given,
})
const hurtful = reading(
  { insult: 0.9, gratitude: 0.9 },
  { pause: true, why: { likelihood: 0.9, attribute: 'insult', words: [] } },
)
const said = (words: string, text: number, of: Reading = reading({})): ReadSentence => ({
  words,
  text,
  reading: of,
})
const of = (sentences: ReadSentence[], texts = 10, welcomed = 0) => {
  const { habits: seen, heard } = mirrorOf(sentences, { texts, welcomed })
  return { seen: Object.fromEntries(seen.map((one) => [one.habit, one])), heard }
}

test('THANKS-7 how often is said in words, by texts and not by sentences', () => {
  expect(frequencyOf(0, 10)).toBe('never')
  expect(frequencyOf(1, 1)).toBe('seldom')
  expect(frequencyOf(2, 100)).toBe('seldom')
  expect(frequencyOf(3, 10)).toBe('sometimes')
  expect(frequencyOf(5, 10)).toBe('often')
  const { seen } = of([said('When?', 0), said('Where?', 0), said('Who?', 0)])
  expect(seen.asking).toMatchObject({ often: 'seldom', examples: ['When?', 'Where?'] })
})

test('THANKS-7 each habit has its own sentences, the plainest, as they stand', () => {
  const thanks = [0.6, 0.9, 0.7].map((gratitude, at) => said(`Thanks ${at}`, at, reading({ gratitude })))
  const { seen } = of([...thanks, said('Because it rained.', 4, reading({ reasoning: 0.8 }))])
  expect(seen.thanking).toMatchObject({ often: 'sometimes', examples: ['Thanks 1', 'Thanks 2'] })
  expect(seen.reasoning!.examples).toEqual(['Because it rained.'])
  expect(seen.encouraging).toMatchObject({ often: 'never', examples: [] })
  expect(of([], 10, 4).seen.welcoming).toMatchObject({ often: 'often', examples: [] })
})

test('THANKS-7 what may hurt is an example of no habit, and is shown as what some may hear, three at most', () => {
  const { seen, heard } = of([1, 2, 3, 4].map((at) => said(`Thanks, you clown ${at}?`, at, hurtful)))
  expect(seen.thanking!.often).toBe('never')
  expect(seen.asking!.often).toBe('never')
  expect(heard).toHaveLength(3)
  expect(heard[0]).toMatchObject({ as: 'insult', text: 1 })
})

test('THANKS-7 where the reader was not measured it says nothing', () => {
  expect(heardAs({ ...hurtful, language: { tag: 'xx', measured: false } })).toBeUndefined()
  expect(heardAs(reading({ insult: 0.9 }))).toBeUndefined()
})

test('THANKS-7 a mirror holds words and nothing that could be compared: no number, every habit once', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true })
  const sentence = fc.record({ gratitude: score, reasoning: score, offer_of_help: score, empathy: score })
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 20 }), fc.nat(20), (all, welcomed) => {
      const sentences = all.map((scores, at) => said('So it is.', at, reading(scores)))
      const { habits: seen } = mirrorOf(sentences, { texts: Math.max(20, all.length), welcomed })
      expect(seen.map(({ habit }) => habit)).toEqual(habits)
      expect(JSON.stringify(seen)).not.toMatch(/\d/)
      for (const { examples } of seen) expect(examples.length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 60 },
  )
})

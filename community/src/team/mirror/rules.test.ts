import type { Reading } from '@kindling/tone'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequencyOf, habits, heardAs, mirrorOf, type ReadText } from './rules.ts'

const reading = (scores: Reading['scores'] = {}, given: Partial<Reading> = {}): Reading => ({
  scores,
  spans: [],
  pause: false,
  why: { likelihood: 0.1, attribute: null, words: [] },
  language: { tag: 'en', measured: true },
  model: { name: 'words', version: '1' },
  ...given,
})
const hurtful = reading({}, { pause: true, why: { likelihood: 0.9, attribute: 'insult', words: [] } })

/** A text of sentences, each with what is read in it. */
function text(
  said: [string, Reading['scores']?][],
  whole: Reading = reading(),
  toNewcomer = false,
): ReadText {
  let begin = 0
  const sentences = said.map(([words, scores]) => {
    const at = begin
    begin += words.length + 1
    return { words, begin: at, end: at + words.length, reading: reading(scores) }
  })
  return { reading: whole, sentences, toNewcomer }
}
const quiet = (count: number): ReadText[] => Array.from({ length: count }, () => text([['So it is.']]))
const of = (texts: ReadText[]) => {
  const { habits: seen, heard, notHeard } = mirrorOf(texts)
  return { seen: Object.fromEntries(seen.map((one) => [one.habit, one])), heard, notHeard }
}

test('THANKS-7 how often is said in words, by texts and not by sentences', () => {
  expect(frequencyOf(0, 10)).toBeUndefined()
  expect(frequencyOf(1, 1)).toBe('seldom')
  expect(frequencyOf(2, 100)).toBe('seldom')
  expect(frequencyOf(3, 10)).toBe('sometimes')
  expect(frequencyOf(5, 10)).toBe('often')
  const { seen } = of([text([['When?'], ['Where?'], ['Who?']]), ...quiet(9)])
  expect(seen.asking).toEqual({ habit: 'asking', often: 'seldom', examples: ['When?'] })
})

test('THANKS-7 each habit has its own sentences, the plainest, as they stand', () => {
  const thanks = [0.6, 0.9, 0.7].map((gratitude, at) => text([['Hello.'], [`Thanks ${at}`, { gratitude }]]))
  const reasons = text([['It rained.', { reasoning: 0.2 }], ['Hm.']], reading({ reasoning: 0.8 }))
  const { seen, notHeard } = of([...thanks, reasons, ...quiet(6)])
  expect(seen.thanking).toMatchObject({ often: 'sometimes', examples: ['Thanks 1', 'Thanks 2'] })
  expect(seen.reasoning!.examples).toEqual(['It rained.'])
  expect(notHeard).toEqual(['asking', 'encouraging', 'helping', 'apologising', 'welcoming'])
})

test('THANKS-7 who answers newcomers hears of it without a sentence', () => {
  const { seen } = of([...Array.from({ length: 4 }, () => text([['Yes.']], reading(), true)), ...quiet(4)])
  expect(seen.welcoming).toEqual({ habit: 'welcoming', often: 'often', examples: [] })
})

test('THANKS-7 what may hurt is an example of no habit, and is shown as what some may hear, three at most', () => {
  const texts = [1, 2, 3, 4].map((at) =>
    text([['Well.'], [`Thanks, you clown ${at}?`, { insult: 0.9 }]], hurtful),
  )
  const { seen, heard } = of(texts)
  expect(seen).toEqual({})
  expect(heard.map(({ words }) => words)).toEqual([1, 2, 3].map((at) => `Thanks, you clown ${at}?`))
  expect(heard[2]).toMatchObject({ as: 'insult', text: 2 })
})

test('THANKS-7 the sentence shown is the one the reading rests on', () => {
  const words = [{ begin: 0, end: 4 }] as unknown as Reading['why']['words']
  const why = { likelihood: 0.9, attribute: 'insult' as const, words }
  const { heard } = of([text([['Fool.'], ['Other.', { insult: 0.9 }]], reading({}, { pause: true, why }))])
  expect(heard[0]!.words).toBe('Fool.')
})

test('THANKS-7 where the reader was not measured it says nothing', () => {
  const elsewhere = { ...hurtful, language: { tag: 'xx', measured: false } }
  expect(heardAs(elsewhere)).toBeUndefined()
  expect(of([text([['Fool?']], elsewhere)])).toMatchObject({ seen: {}, heard: [] })
})

test('THANKS-7 a mirror holds words and nothing that could be compared: no number, every habit once', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true })
  const scores = fc.record({ gratitude: score, reasoning: score, offer_of_help: score, empathy: score })
  fc.assert(
    fc.property(fc.array(scores, { maxLength: 20 }), fc.boolean(), (all, welcomed) => {
      const { habits: seen, notHeard } = mirrorOf(
        all.map((one) => text([['So it is.', one]], reading(), welcomed)),
      )
      expect([...seen.map(({ habit }) => habit), ...notHeard].sort()).toEqual([...habits].sort())
      expect(JSON.stringify(seen)).not.toMatch(/\d/)
      for (const { examples } of seen) expect(examples.length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 60 },
  )
})

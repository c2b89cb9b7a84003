import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '../../reading.ts'
import { wordsOf } from '../seen.ts'
import { composeFeedback, feedback, partNames } from './index.ts'

const english: Reading = {
  scores: { threat: 0, identity_attack: 0 },
  spans: [],
  pause: false,
  why: { likelihood: 0.2, attribute: null, words: [] },
  language: { tag: 'en', measured: true },
  model: { name: 'words', version: '1' },
}
const taken = (text: string) => {
  const found = feedback(text, english)!
  return partNames.map((name) => found[name])
}

test.each([
  [
    'You broke the build again. We lost two hours on Friday because of it. Could you run the tests first?',
    [
      'The build is broken again.',
      'We lost two hours on Friday because of it.',
      'Could you run the tests first?',
    ],
  ],
  [
    'The soup was cold and the waiter ignored us, so we missed the train. I want my money back, you crook.',
    ['The soup was cold. The waiter ignored us.', 'We missed the train.', 'I want my money back.'],
  ],
  [
    'the gate was open again and the deer ate my lettuces. close it next time',
    ['The gate was open again and the deer ate my lettuces.', '', 'Could you close it next time?'],
  ],
  [
    "You talk over people. I couldn't finish a point.",
    ['You talk over people.', "I couldn't finish a point.", ''],
  ],
  [
    'Your dog gets into our beds every night, so we lost the lettuce. Please shut the gate.',
    ['Your dog gets into our beds every night.', 'We lost the lettuce.', 'Please shut the gate.'],
  ],
  [
    'You never change the filter. The fish died. Could you do it on Mondays?',
    ["You don't change the filter. The fish died.", '', 'Could you do it on Mondays?'],
  ],
])('what was seen, what it did, what is asked for: %s', (text, parts) => {
  expect(taken(text)).toEqual(parts)
})

test('what the author did not say is empty', () => {
  const found = feedback('Your report has no dates in it. Add them.', english)!
  expect(found.effect).toBe('')
  expect(found.seen).not.toBe('')
})

test('a verdict is nothing that was seen', () => {
  expect(taken('This is garbage.')).toEqual(['', '', ''])
  expect(taken('Your plan is a joke. Honestly, it was bad.')).toEqual(['', '', ''])
})

test('insults are left out, and quotations, numbers, links and code stay', () => {
  const text = 'You lazy idiot, line 12 of `sync()` says "never", see https://example.org/a. Fix it.'
  const all = taken(text).join(' ')
  expect(all).not.toMatch(/lazy|idiot/)
  for (const piece of ['12', '`sync()`', '"never"', 'https://example.org/a']) expect(all).toContain(piece)
})

test('nothing for threats, contempt, other languages, and no words', () => {
  const text = 'The gate was open. Close it.'
  expect(feedback(text, { ...english, scores: { threat: 0.6 } })).toBeUndefined()
  expect(feedback(text, { ...english, scores: { identity_attack: 0.6 } })).toBeUndefined()
  expect(feedback(text, { ...english, scores: { sexually_explicit: 0.6 } })).toBeUndefined()
  expect(feedback(text, { ...english, language: { tag: 'de', measured: true } })).toBeUndefined()
  expect(feedback(' … ', english)).toBeUndefined()
})

test('filled parts make one text; while one is empty there is none', () => {
  const parts = { seen: 'the gate was open', effect: 'I lost the hens.', ask: 'could you close it?' }
  expect(composeFeedback(parts)).toBe('The gate was open. I lost the hens. Could you close it?')
  expect(composeFeedback({ ...parts, effect: ' ' })).toBeUndefined()
})

const said = fc.constantFrom(
  'The gate was open.',
  'You never read the notes.',
  'We had to wait for an hour.',
  'You lazy idiot.',
  'Could you close it?',
  'I felt left out',
  'this is garbage',
  'Put the key back, you clown.',
)
const messages = fc.array(said, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))

test('an effect is never made up: each of its words was said', () => {
  fc.assert(
    fc.property(messages, (text) => {
      const own = new Set(wordsOf(text))
      for (const word of wordsOf(feedback(text, english)!.effect)) expect(own).toContain(word)
    }),
    { numRuns: 60 },
  )
})

test('the same text gives the same parts, and none of them insults', () => {
  fc.assert(
    fc.property(messages, (text) => {
      const found = feedback(text, english)
      expect(feedback(text, english)).toEqual(found)
      for (const name of partNames) expect(found![name]).not.toMatch(/idiot|clown|lazy/)
    }),
    { numRuns: 60 },
  )
})

test('no string is too strange', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      expect(() => feedback(text, english)).not.toThrow()
    }),
    { numRuns: 60 },
  )
})

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  loadQuick,
  moves,
  type Reading,
  read,
  rephrase,
  rephraseCarefullyWith,
  rephraseWith,
} from '../node.ts'
import { applied } from './compose.ts'

/** A reading by rude words alone: what is tested here is what is done with a reading, not the reading. */
function byWords(text: string): Reading {
  const rude = /idiot|stupid|moron|garbage|never|always|lazy|hell|useless|even|how hard|clown/i.test(text)
  return {
    scores: { threat: 0, identity_attack: 0, insult: rude ? 0.8 : 0.1 },
    spans: [],
    pause: rude,
    why: { likelihood: rude ? 0.9 : 0.1, attribute: rude ? 'insult' : null, words: [] },
    language: { tag: 'en', measured: true },
    model: { name: 'words', version: '1' },
  }
}
const suggest = (text: string) => rephraseWith(text, byWords(text), byWords)

beforeAll(async () => {
  await loadQuick()
})

test('a suggestion has its words, its move, its edits and its likelihood', () => {
  const text = 'Fix the tests, idiot.'
  const found = suggest(text)
  expect(found.map(({ text, move }) => [move, text])).toEqual([
    ['drop_insult', 'Fix the tests.'],
    ['question', 'Could you fix the tests?'],
  ])
  expect(found[0]).toMatchObject({ likelihood: 0.1, changes: [{ begin: 13, end: 20, text: '' }] })
})

test.each([
  ['your code is garbage', 'this code has problems'],
  ['you never listen', "I don't feel listened to"],
  ['why the hell would you do that', 'what was the reason for doing that?'],
  ['did you even test this?', 'was this tested?'],
  ['How hard is it to close the gate?', 'Could you close the gate?'],
])('%s has a kinder form', (text, kinder) => {
  expect(suggest(text).map((one) => one.text)).toContain(kinder)
})

test.each(['you idiot', 'Moron.', 'You are a useless idiot, you stupid clown.', 'shut up idiot'])(
  'nothing is offered where nothing but the insult would be left: %s',
  (text) => {
    expect(suggest(text)).toEqual([])
  },
)

test('nothing is offered for threats, for contempt, for what is lewd, without a pause, or in another language', () => {
  const text = 'Fix the tests, idiot.'
  const reading = byWords(text)
  const not = (changed: Partial<Reading>) => rephraseWith(text, { ...reading, ...changed }, byWords)
  expect(not({ scores: { ...reading.scores, threat: 0.6 } })).toEqual([])
  expect(not({ scores: { ...reading.scores, identity_attack: 0.6 } })).toEqual([])
  expect(not({ scores: { ...reading.scores, sexually_explicit: 0.6 } })).toEqual([])
  expect(not({ pause: false })).toEqual([])
  expect(not({ language: { tag: 'de', measured: true } })).toEqual([])
})

test('somebody who is named is named still', () => {
  expect(suggest('The gate is open. Martin is an idiot.')).toEqual([])
})

test('what reads no kinder is not offered, nor what adds another harm', () => {
  const text = 'Fix the tests, idiot.'
  const reading = byWords(text)
  expect(rephraseWith(text, reading, () => reading)).toEqual([])
  const colder = (one: string): Reading => ({ ...byWords(one), scores: { insult: 0.1, hostility: 0.5 } })
  expect(rephraseWith(text, reading, colder)).toEqual([])
})

test('the careful way is the same with a reader that takes its time', async () => {
  const text = 'Are you stupid? The link is https://example.org/rota, idiot.'
  const slowly = async (one: string) => byWords(one)
  expect(await rephraseCarefullyWith(text, byWords(text), slowly)).toEqual(suggest(text))
})

test('with the reader that ships, a suggestion no longer pauses', () => {
  const text = 'Everyone knows this road is dangerous, you moron.'
  const found = rephrase(text, read(text))
  expect(found.length).toBeGreaterThan(0)
  for (const one of found) {
    expect(read(one.text).pause).toBe(false)
    expect(read(one.text).why.likelihood).toBe(one.likelihood)
  }
})

const kept = fc.constantFrom(
  'https://example.org/a?b=1',
  '`rm -rf idiot`',
  '@stupid_sam',
  '"you idiot"',
  '17:30',
  '£4.50',
  '“always late”',
)
const said = fc.constantFrom(
  'Fix the tests, idiot.',
  'you never listen',
  'Your code is garbage,',
  "You're so lazy!",
  'the gate of Maria was open',
  'why the hell would you do that?',
  'Did you even read the notes?',
  'and everyone knows it (you moron).',
  'Stop whining and close',
  'stupid',
)
const message = fc.array(fc.oneof(said, kept), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))

test('links, code, names, numbers and quotations are kept', () => {
  fc.assert(
    fc.property(message, kept, message, (before, piece, behind) => {
      const text = `${before} ${piece} ${behind}`
      const times = (one: string): number => one.split(piece).length
      for (const one of suggest(text)) {
        expect(times(one.text)).toBeGreaterThanOrEqual(times(text))
        if (text.includes('Maria')) expect(one.text).toContain('Maria')
      }
    }),
  )
})

test('the edits applied to the message give the suggestion; the same message gives the same', () => {
  fc.assert(
    fc.property(message, (text) => {
      const found = suggest(text)
      expect(found.length).toBeLessThanOrEqual(3)
      expect(new Set(found.map(({ move }) => move)).size).toBe(found.length)
      for (const one of found) {
        expect(applied(text, one.changes)).toBe(one.text)
        expect(moves).toContain(one.move)
        expect(byWords(one.text).pause).toBe(false)
      }
      expect(suggest(text)).toEqual(found)
    }),
  )
})

test('no string is too strange', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    message,
  )
  const rude: Reading = {
    ...byWords('idiot'),
    why: { likelihood: 1, attribute: 'insult', words: [{ begin: 0, end: 3 }] },
  }
  fc.assert(
    fc.property(strange, fc.string({ unit: 'binary', maxLength: 5 }), (text, more) => {
      const odd = text + more
      for (const one of rephraseWith(odd, rude, byWords)) expect(applied(odd, one.changes)).toBe(one.text)
    }),
  )
  expect(rephraseWith('you idiot '.repeat(2_000), rude, byWords)).toEqual([])
})

test('a long message takes no long time', () => {
  const text = 'You never close the gate, you stupid clown, and everyone knows it. '.repeat(55)
  const begun = performance.now()
  suggest(text)
  expect(performance.now() - begun).toBeLessThan(3_000)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributes } from '../attributes.ts'
import { loadCrisis, readCrisis } from '../node.ts'
import { makeCrisisModel } from './model.ts'
import { CRISIS_TEXT_AT_MOST } from './read-crisis.ts'

const reviewed = { by: 'a test', on: '2026-01-01' }
const file = new URL('../model/crisis.bin', import.meta.url)
const model = makeCrisisModel(readFileSync(file))
const found = (text: string) => readCrisis(text, { reviewed, model })

test('without somebody who stands for it there is no reading, and it says why', () => {
  const refused = expect.objectContaining({
    code: 'not_reviewed',
    message: expect.stringContaining('trained'),
  })
  expect(() => readCrisis('hello', undefined as never)).toThrow(refused)
  expect(() => readCrisis('hello', { model } as never)).toThrow(refused)
  expect(() => readCrisis('hello', { model, reviewed: { by: ' ', on: '2026-01-01' } })).toThrow(refused)
})

test('before a model is loaded it says what to do; then it is found beside the package', async () => {
  expect(() => readCrisis('hello', { reviewed })).toThrow(
    expect.objectContaining({ code: 'model_missing', message: expect.stringContaining('loadCrisis') }),
  )
  const { name, version } = await loadCrisis()
  expect(readCrisis('hello', { reviewed }).model).toEqual({ name, version })
})

test('a reading has nothing but what the page needs at that moment', () => {
  const reading = found('I want to kill myself tonight.')
  expect(Object.keys(reading).sort()).toEqual(['crisis', 'language', 'model', 'score', 'words'])
  expect(attributes).not.toContain('crisis')
})

test.each([
  'I want to kill myself tonight.',
  'i cut myself again and i cant stop',
  'I wish I could fall asleep and never wake up.',
  "he has a knife and says he'll kill me, I'm locked in the bathroom",
])('words of crisis: %s', (text) => {
  const { crisis, words } = found(text)
  expect(crisis).toBe(true)
  expect(words.length).toBeGreaterThan(0)
})

test.each([
  'Has anyone got a recipe for plum cake without eggs?',
  'Chapter five: she wants to die, says the character, and the reader laughs.',
  'The trial measured suicidal ideation in patients at baseline.',
  'My boss is killing me with this spreadsheet lol',
  'Thanks for the lift, see you all on Thursday.',
])('none: %s', (text) => {
  expect(found(text)).toMatchObject({ crisis: false, words: [] })
})

test('what only quotes somebody is not taken for the writer', () => {
  const said = 'I want to kill myself'
  const alone = found(said)
  const quoted = readCrisis(`${said}\n\nIs that a line from the play?`, { reviewed, model, quoted: said })
  expect(alone.crisis).toBe(true)
  expect(quoted.score).toBeLessThan(alone.score)
})

test('half a sentence in the middle of a long message is found where it stands', () => {
  const around =
    'The bus was late and the shop had no bread. We painted the hall in a green that nobody likes. '
  const said = 'I want to kill myself and nobody knows.'
  const text = `${around.repeat(4)}${said} ${around.repeat(4)}`
  expect(found(around.repeat(8)).crisis).toBe(false)
  const { crisis, words } = found(text)
  expect(crisis).toBe(true)
  const begin = text.indexOf(said)
  for (const word of words) {
    expect(word.begin).toBeGreaterThanOrEqual(begin)
    expect(word.end).toBeLessThanOrEqual(begin + said.length)
  }
  expect(words.map((word) => text.slice(word.begin, word.end)).join()).toContain('kill myself')
})

test('in a language that was not measured there is no verdict', () => {
  expect(readCrisis('I want to kill myself', { reviewed, model, lang: 'de' })).toMatchObject({
    crisis: false,
    words: [],
    language: { tag: 'de', measured: false },
  })
})

test('what cannot be read at all is a typed error', () => {
  expect(() => found(7 as never)).toThrow(expect.objectContaining({ code: 'text_not_string' }))
  expect(() => found('a'.repeat(CRISIS_TEXT_AT_MOST + 1))).toThrow(
    expect.objectContaining({ code: 'text_too_long' }),
  )
})

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'I want to die',
      'kill myself',
      'not wake up',
      '> ',
      '"',
      '\ud800',
      '\u202e',
      'e\u0301',
      '. ',
      '\n',
    ),
  ),
  { maxLength: 30 },
)

test('any text is answered, with words inside it, in order and apart, the same every time', () => {
  const eager = { ...model, threshold: Number.NEGATIVE_INFINITY }
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(' ')
      const reading = readCrisis(text, { reviewed, model: eager })
      expect(reading.score).toBeGreaterThanOrEqual(0)
      expect(reading.score).toBeLessThanOrEqual(1)
      let before = 0
      for (const { begin, end } of reading.words) {
        expect(begin).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(begin)
        before = end
      }
      expect(before).toBeLessThanOrEqual(text.length)
      expect(readCrisis(text, { reviewed, model: eager })).toEqual(reading)
    }),
  )
})

test('nothing of a message is left behind for the next', () => {
  const calm = found('Has anyone got a recipe for plum cake?')
  found('I want to kill myself tonight.')
  expect(found('Has anyone got a recipe for plum cake?')).toEqual(calm)
})

test.each([
  ['words', 'a word here '],
  ['wishes', 'I want to not '],
  ['one word', 'a'],
  ['persons', 'he she they '],
  ['accents', '\u0301'],
  ['marks', '" > '],
  ['sentences', 'I want it. '],
])('a hundred thousand characters of %s are answered in time', (_, piece) => {
  const begin = performance.now()
  found(piece.repeat(Math.floor(CRISIS_TEXT_AT_MOST / piece.length)))
  // Well under a second on a quiet core; tests share theirs.
  expect(performance.now() - begin).toBeLessThan(8_000)
})

test('the file is small, and of it only what is meant to be there can be read', () => {
  const bytes = readFileSync(file)
  expect(bytes.length).toBeLessThan(60_000)
  const unreadable = expect.objectContaining({ code: 'model_unreadable' })
  expect(() => makeCrisisModel(bytes.subarray(0, 200))).toThrow(unreadable)
  expect(() => makeCrisisModel(bytes.subarray(0, bytes.length - 40))).toThrow(unreadable)
  const quick = readFileSync(new URL('../model/quick.bin', import.meta.url))
  expect(() => makeCrisisModel(quick)).toThrow(unreadable)
})

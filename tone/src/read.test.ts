import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tinyModel } from '../test/tiny-model.ts'
import { attributes } from './attributes.ts'
import { makeQuickModel } from './quick/model.ts'
import { read, TEXT_AT_MOST, useQuick } from './read.ts'

const model = makeQuickModel(tinyModel({ norm: 'sum' }))

test('before a model is loaded it says what to do', () => {
  expect(() => read('hello')).toThrow(
    expect.objectContaining({ code: 'model_missing', message: expect.stringContaining('loadQuick') }),
  )
})

test('a reading has every attribute, the verdict with its why, the language and the model', () => {
  useQuick(model)
  const reading = read('You clearly never read anything.')
  expect(Object.keys(reading.scores)).toEqual([...attributes])
  expect(reading.language).toEqual({ tag: 'en', measured: true })
  expect(reading.model).toEqual({ name: 'quick', version: 'fixture' })
  expect(reading.pause).toBe(reading.why.likelihood >= 0.5)
})

test('a pause names what it is about and the words it rests on', () => {
  const texts = Array.from({ length: 60 }, (_, at) => `you and that thing number w${at} are here`)
  const likelihoods = texts.map((text) => read(text, { model }).why.likelihood).sort()
  const readings = texts.map((text) => read(text, { model: { ...model, pauseAt: likelihoods[30]! } }))
  const paused = readings.filter(({ pause }) => pause)
  expect(paused.length).toBe(30)
  for (const { why } of paused) expect(attributes).toContain(why.attribute)
  // Weights from a die do not always leave a word that speaks for it.
  expect(paused.filter(({ why }) => why.words.length > 0).length).toBeGreaterThan(15)
  for (const { pause, why } of readings) if (!pause) expect(why).toMatchObject({ attribute: null, words: [] })
})

test('a pause is at least as likely as what is reason enough by itself', () => {
  const threat = attributes.indexOf('threat')
  const strict = { ...model, pauseAtLeast: [threat] }
  const texts = Array.from({ length: 60 }, (_, at) => `you and that thing number w${at} are here`)
  const before = texts.map((text) => read(text, { model }))
  const after = texts.map((text) => read(text, { model: strict }))
  expect(before.some(({ scores, why }) => why.likelihood < scores.threat!)).toBe(true)
  for (const [at, { scores, why }] of after.entries())
    expect(why.likelihood).toBe(Math.max(before[at]!.why.likelihood, scores.threat!))
})

test('in a language that was not measured there is no verdict', () => {
  const eager = { ...model, pauseAt: 0 }
  expect(read('you there', { model: eager }).pause).toBe(true)
  const { pause, why } = read('Das ist nicht dein Ernst, oder?', { model: eager })
  expect([pause, why.attribute, why.words]).toEqual([false, null, []])
})

test('what cannot be read at all is a typed error', () => {
  expect(() => read(undefined as unknown as string)).toThrow(
    expect.objectContaining({ code: 'text_not_string' }),
  )
  expect(() => read('a'.repeat(TEXT_AT_MOST + 1))).toThrow(expect.objectContaining({ code: 'text_too_long' }))
  expect(() => read('a', { reader: 'careful' as 'quick' })).toThrow(
    expect.objectContaining({ code: 'reader_missing' }),
  )
})

test('any text gets scores between 0 and 1 and spans inside it, the same every time', () => {
  const open = { ...model, spansAt: model.spansAt.map(() => 0) }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const reading = read(text, { model: open })
      for (const score of Object.values(reading.scores)) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
      for (const { begin, end } of reading.spans) {
        expect(begin).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(begin)
        expect(end).toBeLessThanOrEqual(text.length)
      }
      expect(read(text, { model: open })).toEqual(reading)
    }),
  )
})

test('of a long text the worst is what counts, wherever it stands', () => {
  const calm = 'The bus came at nine and we all got on. '
  const sharp = Array.from({ length: 40 }, (_, at) => `You are w${at} and x${at}.`)
  const likelihood = (text: string) => read(text, { model }).why.likelihood
  const worst = sharp.reduce((one, other) => (likelihood(other) > likelihood(one) ? other : one))
  const alone = likelihood(calm.repeat(400))
  const begin = calm.length * 200
  const eager = { ...model, pauseAt: alone + 1e-9 }
  const { why } = read(calm.repeat(200) + `${worst} `.repeat(40) + calm.repeat(200), { model: eager })
  expect(why.likelihood).toBeGreaterThan(alone)
  for (const word of why.words) {
    expect(word.begin).toBeGreaterThan(begin - 2_500)
    expect(word.end).toBeLessThan(begin + 4_000)
  }
})

test.each([
  ['words', 'a word here '],
  ['accents', '\u0301'],
  ['marks of quotation', '"a '],
  ['dollars', '$a'],
  ['half surrogates', '\ud800'],
  ['dots', 'a.'],
  ['tags', '<code>'],
  ['letters apart', 'a b.'],
])('a quarter of a megabyte of %s is answered in time', (_, piece) => {
  const begin = performance.now()
  read(piece.repeat(250_000 / piece.length), { model })
  // A quarter of a second on a quiet core; tests share theirs.
  expect(performance.now() - begin).toBeLessThan(4_000)
})

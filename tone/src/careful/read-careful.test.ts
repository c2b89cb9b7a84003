import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carefulModel, carefulParts } from '../../test/careful-model.ts'
import { tinyModel } from '../../test/tiny-model.ts'
import { attributes } from '../attributes.ts'
import { ToneError } from '../error.ts'
import { languageOf } from '../language/language.ts'
import { Bag } from '../quick/bag.ts'
import { features } from '../quick/features.ts'
import { makeQuickModel } from '../quick/model.ts'
import { readQuick } from '../quick/read-quick.ts'
import { score } from '../quick/score.ts'
import type { Reading } from '../reading.ts'
import { CAREFUL_TEXT_AT_MOST } from './ask.ts'
import { weigh } from './head.ts'
import { type CarefulModel, makeCarefulModel } from './model.ts'
import { readCareful } from './read-careful.ts'

const quick = makeQuickModel(tinyModel())
const model = makeCarefulModel(carefulModel(), quick)
const options = { language: (text: string) => languageOf(text) }
const readWith = (text: string, one: CarefulModel = model): Reading => readCareful(one, text, options)
/** Everything has a span and a pause. */
const open: CarefulModel = { ...model, pauseAt: 0, spansAt: model.spansAt.map(() => 0) }

const PAUSE = attributes.length

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

test('a score is both readers together, as the model says', () => {
  const text = 'you are not my friend, and the table is a thing.'
  const found = features(text, undefined, new Bag())
  const { ids } = model.pieces.of(found.tokens)
  const framed = Uint16Array.of(model.pieces.begin, ...ids, model.pieces.end)
  const careful = weigh(model.encoder.run(framed), model.bias).logits
  const raw = score(quick, found).logits
  const { scores, why, model: by } = readWith(text)
  for (const [output, attribute] of attributes.entries())
    expect(scores[attribute]).toBeCloseTo(sigmoid(0.7 * careful[output]! + 0.5 * raw[output]! + 0.1), 12)
  expect(why.likelihood).toBeCloseTo(sigmoid(0.7 * careful[PAUSE]! + 0.5 * raw[PAUSE]! + 0.1), 12)
  expect(by).toEqual({ name: 'careful', version: 'fixture' })
})

/** A reader that looks at every piece alike and to which some say something, about all outputs. */
function knowing(says: Record<string, number>): CarefulModel {
  const vocabulary = carefulParts().header.pieces
  const outputs = model.outputs.length
  const run = (ids: Uint16Array) => ({
    look: new Float32Array(ids.length * outputs),
    say: Float32Array.from(
      { length: ids.length * outputs },
      (_, at) => (says[vocabulary[ids[Math.floor(at / outputs)]!]!] ?? 0) * ids.length,
    ),
  })
  const encoder = { positions: 32, outputs, run } as unknown as CarefulModel['encoder']
  const combine = model.outputs.map(() => ({ careful: 1, quick: 0, b: 0 }))
  return { ...open, encoder, combine, bias: new Float32Array(outputs).fill(-2) }
}

test('the words that say it are marked, whole where a piece does, and each scored as if it stood alone', () => {
  const text = 'The fool reads in my garden, sat at a table and thanked all the gardeners.'
  const { spans, why } = readWith(text, knowing({ fool: 3, '##s': 2.5, thank: 1 }))
  const insults = spans.filter(({ attribute }) => attribute === 'insult')
  const shown = insults.map(({ begin, end, score: own }) => [
    text.slice(begin, end),
    Math.round(own * 100) / 100,
  ])
  expect(shown).toEqual([
    ['fool reads', 0.97],
    ['gardeners', 0.62],
  ])
  expect(why.words.map(({ begin, end }) => text.slice(begin, end))).toEqual(['fool reads', 'gardeners'])
})

test('spans of one attribute never overlap, in long texts either', () => {
  const text = Array.from({ length: 120 }, (_, at) => `You are fool ${at} of my garden.`).join(' ')
  const ends = new Map<string, number>()
  for (const { attribute, begin, end } of readWith(text, open).spans) {
    expect(begin).toBeGreaterThanOrEqual(ends.get(attribute) ?? 0)
    ends.set(attribute, end)
  }
  expect(ends.size).toBeGreaterThan(10)
})

test('of a long text the worst counts, of harm and of kindness alike', () => {
  const calm = 'The bus came at nine and we all got on. '
  const sharp = 'You fool, you are a thing. '
  const [before, alone] = [readWith(calm.repeat(60)), readWith(calm.repeat(30) + sharp + calm.repeat(30))]
  const differ = attributes.filter((one) => Math.abs(before.scores[one] - alone.scores[one]) > 1e-3)
  expect(differ.length).toBeGreaterThan(5)
})

test('where there is no word, quick alone speaks', () => {
  for (const text of ['', ' ', '\u200b', '\n\n'])
    expect(readWith(text)).toEqual(readQuick(quick, text, options))
})

test('in a language whose words it does not know there is no verdict', () => {
  expect(readWith('You are here.', open).pause).toBe(true)
  const { pause, language } = readWith('Das ist nicht dein Ernst, oder?', open)
  expect([pause, language]).toEqual([false, { tag: 'de', measured: false }])
})

test('up to 20 KB are read, beyond is a typed error', () => {
  const text = 'You are a fool. '.repeat(2_000)
  expect(readWith(text.slice(0, CAREFUL_TEXT_AT_MOST)).model.name).toBe('careful')
  expect(() => readWith(text.slice(0, CAREFUL_TEXT_AT_MOST + 1))).toThrow(
    expect.objectContaining({ code: 'text_too_long_for_careful' }),
  )
})

/** An answer inside the text and the numbers, or a typed error. */
function expectSound(text: string): void {
  let reading: Reading
  try {
    reading = readWith(text, open)
  } catch (error) {
    expect(error).toBeInstanceOf(ToneError)
    return
  }
  for (const one of [...Object.values(reading.scores), reading.why.likelihood]) {
    expect(one).toBeGreaterThanOrEqual(0)
    expect(one).toBeLessThanOrEqual(1)
  }
  for (const { begin, end } of [...reading.spans, ...reading.why.words]) {
    expect(begin).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(begin)
    expect(end).toBeLessThanOrEqual(text.length)
  }
}

test.each([
  ['half surrogates', '\ud800'.repeat(3_000)],
  ['turned surrogates', '\udc00\ud800 you '.repeat(500)],
  ['10,000 combining marks', `you${'\u0301'.repeat(10_000)} are`],
  ['marks on nothing', '\u0301'.repeat(10_000)],
  ['right-to-left marks', '\u200f\u202eyou are\u202c '.repeat(400)],
  ['Arabic and English', 'مرحبا you are كلب '.repeat(300)],
  ['nothing that is seen', '\u200b\u2060\ufeff'.repeat(2_000)],
  ['one long word', 'a'.repeat(20_000)],
  ['many signs', '!?&%*'.repeat(4_000)],
  ['faces', '🙂'.repeat(10_000)],
  ['Chinese', '你是一个傻瓜'.repeat(3_000)],
  ['letters apart', 'y o u '.repeat(3_000)],
])('%s get an answer', (_, text) => {
  expectSound(text)
})

test('any text gets a sound answer, the same every time', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('you are', ' fool', '\ud83d', '\u0301', '\u202e', '\n', '. ', '"', '#'),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      expectSound(text)
      expect(readWith(text)).toEqual(readWith(text))
    }),
    { numRuns: 60 },
  )
})

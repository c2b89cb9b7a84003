import { beforeAll, expect, test } from 'vitest'
import { tinyModel } from '../test/tiny-model.ts'
import { ToneError } from './error.ts'
import { inItsLanguage } from './in-its-language.ts'
import { loadQuick } from './load.ts'
import { loadLanguage } from './load-language.ts'

const korean = tinyModel({ language: 'ko', knows: ['toxicity'], parts: ['linear'], seed: 5 })
const HELLO = '안녕하세요, 오늘 다들 어떻게 지내세요?'
const GERMAN = 'Das ist nicht dein Ernst, oder?'

beforeAll(async () => {
  await loadQuick(tinyModel())
})

test('a model that cannot be had leaves its messages without a verdict, says so, and is tried again', async () => {
  let tries = 0
  const readInItsLanguage = inItsLanguage(async () => {
    tries++
    throw new ToneError('model_missing', 'It is not there.')
  })
  const heard: string[] = []
  const failed = (tag: string, { code }: ToneError) => heard.push(`${tag} ${code}`)
  for (const each of [1, 2]) {
    expect((await readInItsLanguage(GERMAN, { failed })).language).toEqual({ tag: 'de', measured: false })
    expect(tries).toBe(each)
  }
  expect(heard).toEqual(['de model_missing', 'de model_missing'])
})

test('a language whose place nobody knows is not looked for', async () => {
  const readInItsLanguage = inItsLanguage(() => Promise.reject(new Error('looked for')))
  const reading = await readInItsLanguage(GERMAN, { from: () => undefined })
  expect(reading.language.measured).toBe(false)
})

test('a language is loaded once, however many ask, and its messages read by it', async () => {
  const places: unknown[] = []
  const readInItsLanguage = inItsLanguage((tag, from) => {
    places.push(from)
    return loadLanguage(tag, korean)
  })
  const from = (tag: string) => `/models/${tag}.bin`
  const readings = await Promise.all([HELLO, HELLO, 'hello'].map((text) => readInItsLanguage(text, { from })))
  expect(readings.map(({ language }) => language)).toEqual([
    { tag: 'ko', measured: true },
    { tag: 'ko', measured: true },
    { tag: 'en', measured: true },
  ])
  expect(places).toEqual(['/models/ko.bin'])
  await readInItsLanguage(HELLO, { from })
  expect(places.length).toBe(1)
})

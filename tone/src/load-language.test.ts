import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { tinyModel } from '../test/tiny-model.ts'
import { readCarefully } from './careful/read-carefully.ts'
import { loadQuick } from './load.ts'
import { languageToLoad, loadLanguage } from './load-language.ts'
import { makeQuickModel } from './quick/model.ts'
import { read } from './read.ts'
import type { Reading } from './reading.ts'

const korean = tinyModel({ language: 'ko', knows: ['toxicity', 'insult'], parts: ['linear'], seed: 5 })
const chinese = tinyModel({ language: 'zh', knows: ['toxicity'], parts: ['linear'], seed: 6 })
const HELLO = '안녕하세요, 오늘 다들 어떻게 지내세요?'

beforeAll(async () => {
  await loadQuick(tinyModel())
})

test('until a language is loaded a message in it has no verdict, and says what to load', async () => {
  const before = read(HELLO)
  expect([before.language, before.pause]).toEqual([{ tag: 'ko', measured: false }, false])
  expect(languageToLoad(before.language)).toBe('ko')
  await loadLanguage('ko', korean)
  const after = read(HELLO)
  expect(after.language).toEqual({ tag: 'ko', measured: true })
  expect(languageToLoad(after.language)).toBeUndefined()
  expect(await readCarefully(HELLO)).toEqual(after)
})

test('only what was measured in the language has a score', () => {
  expect(Object.keys(read(HELLO).scores)).toEqual(['toxicity', 'insult'])
  expect(Object.keys(read('hello').scores).length).toBe(27)
})

test('English is read as before, and so is what has no model', async () => {
  const texts = ['hello there', 'Das ist nicht dein Ernst, oder?', '我不确定', '👍', '']
  const before = texts.map((text) => read(text))
  await loadLanguage('zh-CN', chinese.slice().buffer)
  const after = texts.map((text) => read(text))
  expect(after.map(({ language }) => language.tag)).toEqual(['en', 'de', 'zh', 'en', 'en'])
  expect(after.toSpliced(2, 1)).toEqual(before.toSpliced(2, 1))
  expect(after[2]!.language.measured).toBe(true)
})

test('Chinese in other signs than it was measured in has no verdict', () => {
  for (const reading of [read('我不確定這樣說對不對'), read('好', { lang: 'zh-TW' })])
    expect([reading.language.measured, languageToLoad(reading.language)]).toEqual([false, undefined])
})

test('who knows the language says so; a model that is named reads whatever it is', () => {
  expect(read('ㅋㅋ', { lang: 'ko-KR' }).language).toEqual({ tag: 'ko-KR', measured: true })
  const model = makeQuickModel(korean, 'ko')
  expect(read('hello', { model }).language).toEqual({ tag: 'en', measured: false })
})

test('a pause names what is read in the language, and the words it rests on', async () => {
  const eager = { ...makeQuickModel(korean, 'ko'), pauseAt: 0 }
  const { pause, why } = read('너는 정말 답이 없다', { model: eager })
  expect(pause).toBe(true)
  expect(['toxicity', 'insult']).toContain(why.attribute)
})

test('what is no model of the language is refused, and what there is none for', async () => {
  await expect(loadLanguage('zh', korean)).rejects.toMatchObject({ code: 'model_unreadable' })
  await expect(loadLanguage('ko', tinyModel())).rejects.toMatchObject({ code: 'model_unreadable' })
  await expect(loadQuick(korean)).rejects.toMatchObject({ code: 'model_unreadable' })
  await expect(loadLanguage('nl')).rejects.toMatchObject({
    code: 'model_missing',
    message: expect.stringContaining('"nl"'),
  })
  const swapped = tinyModel({ language: 'ko', knows: ['insult', 'toxicity'], parts: ['linear'] })
  await expect(loadLanguage('ko', swapped)).rejects.toMatchObject({ code: 'model_unreadable' })
})

const inside = ({ scores, spans, why }: Reading, text: string): void => {
  for (const score of [...Object.values(scores), why.likelihood]) {
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  }
  for (const { begin, end } of [...spans, ...why.words]) {
    expect(begin).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(begin)
    expect(end).toBeLessThanOrEqual(text.length)
  }
}

const odd = [
  '가',
  '힣',
  'ᄏ',
  'ㅋㅋㅋㅋ',
  '\u1160',
  '𠮷',
  '好',
  '\ud800',
  '\u202e',
  'ё',
  '́'.repeat(9),
  'اـــ',
  ' ',
  '!',
  'a',
  '👍🏽',
]

test('any text in any script is answered, with spans inside it', () => {
  const pieces = fc.array(fc.constantFrom(...odd), { maxLength: 60 }).map((parts) => parts.join(''))
  const models = [
    { ...makeQuickModel(korean, 'ko'), spansAt: [0, 0, 0], pauseAt: 0 },
    { ...makeQuickModel(chinese, 'zh'), spansAt: [0, 0], pauseAt: 0 },
  ]
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      inside(read(text), text)
      for (const model of models) inside(read(text, { model, lang: model.language }), text)
    }),
  )
})

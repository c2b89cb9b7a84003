import { expect, test } from 'vitest'
import { normalise } from '../text/normalise.ts'
import { languageOf } from './language.ts'

const tag = (text: string): string => languageOf(normalise(text).text).tag

test.each([
  'Thanks, that helped.',
  'ok',
  'lol',
  'Me no think so, sir, kindly revert.',
  'naïve café owner',
  'mi deh yah, yuh know seh it nice',
  'Dinna fash yersel, it was a braw day',
  '👍',
  '12:30?',
  'Monday de-icing',
  'Ich mean, come on, you are late',
])('%j is English or counts as it', (text) => {
  expect(languageOf(normalise(text).text)).toEqual({ tag: 'en', measured: true })
})

test.each([
  ['Das ist nicht dein Ernst, oder?', 'de'],
  ['Je ne suis pas sûr que ce soit une bonne idée.', 'fr'],
  ['No estoy segura de que sea una buena idea.', 'es'],
  ['Non sono sicuro che sia una buona idea.', 'it'],
  ['Ik weet niet of dat een goed idee is.', 'nl'],
  ['Я не уверен, что это хорошая мысль.', 'und-Cyrl'],
  ['أنا لست متأكدا', 'und-Arab'],
  ['我不确定', 'und-Hani'],
  ['それはよくないと思う', 'ja'],
  ['잘 모르겠어요', 'ko'],
  ['δεν είμαι σίγουρος', 'el'],
  ['Čo to má byť, prosím ťa', 'und'],
])('%j is %s, and not measured', (text, expected) => {
  expect(languageOf(normalise(text).text)).toEqual({ tag: expected, measured: false })
})

test('who knows better says so', () => {
  expect(languageOf('chat', 'fr')).toEqual({ tag: 'fr', measured: false })
  expect(languageOf('colour', 'en-GB')).toEqual({ tag: 'en-GB', measured: true })
})

test('a mixed message is what most of its letters are', () => {
  expect(tag('ok ok да конечно приду завтра')).toBe('und-Cyrl')
  expect(tag('The word сука is rude in Russian, be careful')).toBe('en')
})

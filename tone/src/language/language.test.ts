import fc from 'fast-check'
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
  'ten ads. TEN. i counted',
  'lifesaver, ta',
  'nit: trailing space',
  'hoe and rake, both in the shed',
])('%j is English or counts as it', (text) => {
  expect(languageOf(normalise(text).text)).toEqual({ tag: 'en', measured: true })
})

test.each([
  ['Das ist nicht dein Ernst, oder?', 'de'],
  ['Je ne suis pas sûr que ce soit une bonne idée.', 'fr'],
  ['No estoy segura de que sea una buena idea.', 'es'],
  ['Non sono sicuro che sia una buona idea.', 'it'],
  ['Ik weet niet of dat een goed idee is.', 'nl'],
  ['Я не уверен, что это хорошая мысль.', 'ru'],
  ['привет', 'ru'],
  ['Я не впевнений, що це гарна думка.', 'uk'],
  ['Не съм сигурен, че това е добра идея.', 'bg'],
  ['Нисам сигуран да је то добра идеја.', 'sr'],
  ['Я не ўпэўнены.', 'be'],
  ['Мен бұл жақсы ой екеніне сенімді емеспін.', 'und-Cyrl'],
  ['أنا لست متأكدا', 'ar'],
  ['من مطمئن نیستم که این فکر خوبی باشد', 'fa'],
  ['مجھے یقین نہیں ہے', 'ur'],
  ['我不确定', 'zh'],
  ['我不確定這樣說對不對', 'zh-Hant'],
  ['@sam_the_one 谢谢 https://example.org/a/very/long/address', 'zh'],
  ['Die Nachbarn checken es einfach nicht', 'de'],
  ['mdrrr wesh alors', 'fr'],
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
  expect(tag('ok ok да конечно приду завтра')).toBe('ru')
  expect(tag('The word сука is rude in Russian, be careful')).toBe('en')
})

test('any text has a language, the same every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { tag } = languageOf(text)
      expect(tag).toMatch(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)
      expect(languageOf(text).tag).toBe(tag)
    }),
  )
})

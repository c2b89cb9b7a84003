import { expect, test } from 'vitest'
import { guessLanguage } from './guess-language.ts'

const texts: readonly (readonly [string, string])[] = [
  ['en', 'Does anyone know how to keep slugs off the beans? I have tried beer and it does not work.'],
  [
    'de',
    'Ich suche jemanden, der mir mit dem Zaun hilft. Das Holz ist schon da, aber ich habe nur eine Säge.',
  ],
  [
    'fr',
    'Je cherche quelqu’un pour garder le chat pendant les vacances, il est très calme et ne mange pas beaucoup.',
  ],
  ['es', '¿Alguien sabe dónde está la llave del taller? No la encuentro y los niños llegan a las cinco.'],
  ['pt', 'Alguém quer aprender a fazer azulejo? Não é difícil e eu tenho tinta para todos.'],
  ['it', 'Qualcuno ha una scala? Il gatto è sul tetto e non vuole scendere, per favore aiuto.'],
  ['nl', 'Heeft iemand een ladder? De kat zit op het dak en wil niet naar beneden.'],
  ['pl', 'Szukam hydraulika, czy ktoś może polecić? Rura w kuchni nie jest szczelna i już mam dość.'],
  ['ru', 'Кто-нибудь знает, где взять рассаду? Мы хотели посадить помидоры.'],
  ['uk', 'Хто знає, де їх купити? Мені потрібні саджанці.'],
  ['zh', '我们在花园里种了很多西红柿，有人想要吗？'],
  ['ja', '花園でトマトを育てています。欲しい人はいますか。'],
  ['ko', '정원에서 토마토를 키우고 있어요. 필요하신 분 계세요?'],
  ['th', 'ใครต้องการมะเขือเทศบ้าง เรามีเยอะมาก'],
  ['ar', 'هل يريد أحد بعض الطماطم من الحديقة؟'],
  ['el', 'Θέλει κανείς ντομάτες από τον κήπο;'],
]

test.each(texts)('%s is told from its script or its small words', (language, text) => {
  expect(guessLanguage(text)).toBe(language)
})

test('where it cannot tell, it says what the community speaks', () => {
  expect(guessLanguage('Ok!')).toBe('en')
  expect(guessLanguage('', 'de')).toBe('de')
  expect(guessLanguage('🙂 12:30 https://example.org/der-die-das-und', 'fr')).toBe('fr')
  expect(guessLanguage('Kompost? Giesskanne?', 'de')).toBe('de')
})

test('a quoted foreign word does not turn an English text', () => {
  expect(
    guessLanguage('They call it "la casa de la pradera" and it is the name of the house on the hill.'),
  ).toBe('en')
})

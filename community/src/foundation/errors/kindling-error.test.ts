import { expect, test } from 'vitest'
import { inEnglish, makeTranslator, pseudo } from '../i18n/translator.ts'
import { words } from '../i18n/words.ts'
import { KindlingError } from './kindling-error.ts'

const w = words('errorTest', {
  long: { one: 'Room for {count} letter.', other: 'Room for {count} letters.' },
  quicker: '{name} was quicker: {done}',
  hid: 'it is hidden.',
})

test('says itself in the language of who reads it', () => {
  const error = new KindlingError('too_long', w.long, { values: { count: 3 } })
  expect(error.sentence(inEnglish)).toBe('Room for 3 letters.')
  expect(error.sentence(makeTranslator(pseudo))).toBe('⟦Róoóom fóor 3 léettéers.⟧')
})

test('a phrase among its values is put into words with it', () => {
  const error = new KindlingError('quicker', w.quicker, { values: { name: 'Mira', done: w.hid } })
  expect(error.sentence(inEnglish)).toBe('Mira was quicker: it is hidden.')
})

test('a log and a stack show its code and nothing of its sentence', () => {
  const error = new KindlingError('quicker', w.quicker, { values: { name: 'Mira', done: w.hid } })
  expect(error.message).toBe('quicker')
  expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(/Mira|hidden/)
})

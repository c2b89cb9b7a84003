import { expect, test } from 'vitest'
import { parseMessage } from './messages.ts'

const parse = (text: string) => parseMessage({ text, tooLong: false })

test.each([
  ['{"id":1,"text":"hello"}', { id: 1, text: 'hello' }],
  [
    '{"id":"a","text":"","lang":"en","context":"before","more":[]}',
    { id: 'a', text: '', lang: 'en', context: 'before' },
  ],
  ['{"text":"no id","lang":null}', { id: null, text: 'no id' }],
  ['{"id":{"x":1},"text":"any id"}', { id: { x: 1 }, text: 'any id' }],
])('%s is a message', (line, message) => {
  expect(parse(line)).toEqual(message)
})

test.each([
  ['{"id":1', null, 'not_json'],
  ['hello', null, 'not_json'],
  ['[1]', null, 'not_an_object'],
  ['null', null, 'not_an_object'],
  ['{"id":7}', 7, 'no_text'],
  ['{"id":7,"text":5}', 7, 'no_text'],
  ['{"id":7,"text":"x","lang":5}', 7, 'bad_lang'],
  ['{"id":7,"text":"x","context":[]}', 7, 'bad_context'],
])('%s is refused with its id where there is one', (line, id, code) => {
  expect(parse(line)).toEqual({ id, error: { code, message: expect.stringMatching(/\.$/) } })
})

test('an empty line is no message, and one too long is refused', () => {
  expect(parse('  ')).toBeUndefined()
  expect(parseMessage({ text: '', tooLong: true })).toMatchObject({ error: { code: 'line_too_long' } })
})

import { expect, test } from 'vitest'
import { stackOf } from './stack-of.ts'

test('a stack for the log names places', () => {
  expect(stackOf(new Error('one'))).toMatch(/^at .*stack-of\.test\.ts:\d+:\d+/)
})

test('nothing of a message is in it, however it is laid out', () => {
  const message = 'first words\nsecond words\n    at words (words.ts:1:2)\nat words.ts:1:2'
  expect(stackOf(new Error(message))).not.toContain('words')
  const changed = new Error('short')
  changed.message = 'words'
  expect(stackOf(changed)).toMatch(/^at .*stack-of\.test\.ts/)
  expect(stackOf(Object.assign(new Error('x'), { stack: 'Error: words\nmore words' }))).toBe('')
  expect(stackOf(Object.assign(new Error('x'), { stack: undefined }))).toBeUndefined()
})

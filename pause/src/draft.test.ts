import { expect, test } from 'vitest'
import { Asked, keyOf } from './draft.ts'

test('a draft is the same while its words are', () => {
  expect(keyOf(' You  never\r\nread ')).toBe(keyOf('You never read'))
  expect(keyOf('You never read')).not.toBe(keyOf('You never read.'))
})

test('the last fifty are remembered', () => {
  const asked = new Asked()
  for (let at = 0; at < 60; at++) asked.add(`draft ${at}`)
  expect(asked.has('draft 59')).toBe(true)
  expect(asked.has('draft 10')).toBe(true)
  expect(asked.has('draft 9')).toBe(false)
})

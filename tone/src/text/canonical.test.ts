import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test.each([
  ['u', 'you', false],
  ['thx', 'thanks', false],
  ['sooo', 'so', true],
  ['sh1t', 'shit', true],
  ['garden', 'garden', false],
  ['__proto__', '__proto__', false],
  ['constructor', 'constructor', false],
])('%s is read as %s', (spelling, word, dressed) => {
  expect(canonical(spelling)).toEqual({ word, dressed })
})

test('what is said of her is read as if said of him', () => {
  expect(canonical('she').word).toBe(canonical('he').word)
  expect(canonical('her').word).toBe(canonical('his').word)
})

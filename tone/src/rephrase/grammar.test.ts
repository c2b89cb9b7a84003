import { expect, test } from 'vitest'
import { readsWell } from './grammar.ts'
import { see } from './seen.ts'

test.each([
  ['Fix the tests, idiot.', 'Fix the tests.'],
  ['You never listen.', "I don't feel listened to."],
  ['Two  spaces , are there, idiot.', 'Two  spaces , are there.'],
])('reads well: %s, %s', (before, after) => {
  expect(readsWell(see(before), see(after))).toBe(true)
})

test.each([
  ['a stupid idea here is this.', 'a idea here is this.'],
  ['It is late. You fool, go.', 'It is late. go.'],
  ['Fix it (you fool) now.', 'Fix it () now.'],
  ['Say "it is late" now.', 'Say "it is late now.'],
  ['The gate, you fool, is open.', 'The gate,, is open.'],
  ['It is late and you are a fool.', 'It is late and.'],
  ['You are a fool. The gate is open.', 'The gate the gate.'],
])('reads badly: %s, %s', (before, after) => {
  expect(readsWell(see(before), see(after))).toBe(false)
})

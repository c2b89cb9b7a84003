import { expect, test } from 'vitest'
import { baseOf, gerund, isPlural, participle, plural } from './verbs.ts'

test.each([
  ['delete', 'deleting', 'deleted'],
  ['do', 'doing', 'done'],
  ['put', 'putting', 'put'],
  ['try', 'trying', 'tried'],
  ['lie', 'lying', 'lied'],
  ['be', 'being', 'been'],
])('%s, %s, %s', (base, doing, done) => {
  expect(gerund(base)).toBe(doing)
  expect(participle(base)).toBe(done)
})

test.each(['fill', 'park', 'put', 'close', 'stop', 'write', 'call'])('the base of %s', (base) => {
  expect(baseOf(gerund(base))).toBe(base)
})

test.each([
  ['wants', 'want'],
  ['has', 'have'],
  ['watches', 'watch'],
  ['carries', 'carry'],
  ['can', 'can'],
])('one %s, few %s', (one, many) => {
  expect(plural(one)).toBe(many)
})

test('more than one thing is told from one', () => {
  for (const thing of ['the docs', 'these weeks', 'them', 'my notes on it'])
    expect(isPlural(thing), thing).toBe(true)
  for (const thing of ['the rota', 'this', 'the class', 'my plan for the beds'])
    expect(isPlural(thing), thing).toBe(false)
})

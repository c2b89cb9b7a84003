import { expect, test } from 'vitest'
import { contraction } from './contractions.ts'

test.each([
  ["you're", 'you', 'are', 3],
  ["don't", 'do', 'not', 2],
  ["can't", 'can', 'not', 2],
  ["won't", 'will', 'not', 2],
  ['dont', 'do', 'not', 2],
  ['im', 'i', 'am', 1],
  ['cannot', 'can', 'not', 3],
  ["sam's", 'sam', "'s", 3],
])('%s is %s and %s', (word, first, second, at) => {
  expect(contraction(word)).toEqual({ first, second, at })
})

test.each(['well', 'were', 'id', 'ill', "'twas", "o'clock", 'constructor', "rock'n'roll"])(
  '%s is one word',
  (word) => {
    expect(contraction(word)).toBeUndefined()
  },
)

test('the first part never takes all of the word', () => {
  for (const word of ["n't", "'s", "a's", 'gonna', "ain't", 'aint'])
    expect(contraction(word)?.at ?? 1).toBeLessThan(word.length)
})

import { expect, test } from 'vitest'
import { newWords } from './new-words.ts'

test('the new words are found in the suggested text', () => {
  // Of "Sam, you never read the rota. You fool."
  const text = 'Sam, these weeks did not follow the rota. Please look.'
  const changes = [
    { begin: 5, end: 20, text: 'these weeks did not follow ' },
    { begin: 30, end: 38, text: 'Please look' },
  ]
  const words = newWords({ text, move: 'issue', changes }).map(({ begin, end }) => text.slice(begin, end))
  expect(words).toEqual(['these weeks did not follow', 'Please look'])
})

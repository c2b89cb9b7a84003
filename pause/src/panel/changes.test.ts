import { expect, test } from 'vitest'
import { changesOf, newWords } from './changes.ts'

const draft = 'Sam, you never read the rota. You fool.'
const kinder = 'Sam, I see it otherwise. '

test('the new words are found in the suggested text', () => {
  const text = 'Sam, these weeks did not follow the rota. Please look.'
  const changes = [
    { begin: 30, end: 38, text: 'Please look' },
    { begin: 5, end: 20, text: 'these weeks did not follow ' },
  ]
  const words = newWords(draft, { text, move: 'issue', changes }).map(({ begin, end }) =>
    text.slice(begin, end),
  )
  expect(words).toEqual(['these weeks did not follow', 'Please look'])
})

test('changes that do not lead to the text give way to the one that does', () => {
  const changes = [{ begin: 0, end: 3, text: 'Nobody' }]
  const [change, ...others] = changesOf(draft, { text: kinder, move: 'issue', changes })
  expect(others).toEqual([])
  expect(draft.slice(0, change!.begin) + change!.text + draft.slice(change!.end)).toBe(kinder)
})

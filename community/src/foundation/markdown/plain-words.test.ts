import { expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'
import { renderMarkdown } from './render.ts'

test('words are plain as they are read: marks within a line part nothing, lines and paragraphs do', () => {
  const source =
    'The *oven*, **at last**: un`believ`able.\n\n- warm\n- [cheap](https://a.example)!\n\n> so\n\n& <all>'
  expect(plainWords(renderMarkdown(source))).toBe('The oven, at last: unbelievable. warm cheap! so & <all>')
  expect(plainWords('one<br>two<hr>three')).toBe('one two three')
})

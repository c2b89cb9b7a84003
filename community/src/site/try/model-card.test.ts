import { expect, test } from 'vitest'
import { unwrap } from './model-card.ts'

test('paragraphs and items become one line each, tables and headings stay', () => {
  const wrapped =
    '## How\nQuick: words\nare hashed.\n\n| a | b |\n| - | - |\n| 1 | 2 |\nAfter it.\n- one\n  goes on\n- two\n'
  expect(unwrap(wrapped)).toBe(
    '## How\nQuick: words are hashed.\n\n| a | b |\n| - | - |\n| 1 | 2 |\nAfter it.\n- one goes on\n- two\n',
  )
})

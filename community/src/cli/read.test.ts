import { expect, test } from 'vitest'
import { parseOptions } from './read.ts'

test.each([[[]], [['--reader', 'quick']], [['--reader=auto']], [['--reader', 'auto']]])(
  '%j is the quick reader',
  (args) => {
    expect(parseOptions(args)).toEqual({ reader: 'quick' })
  },
)

test.each([
  [['--reader', 'careful'], 'reader_missing'],
  [['--reader=careful'], 'reader_missing'],
  [['--rephrase'], 'rephrase_missing'],
  [['--reader', 'quick', '--rephrase'], 'rephrase_missing'],
  [['--reader', 'best'], 'unknown_reader'],
  [['--reader'], 'unknown_reader'],
  [['file.jsonl'], 'unknown_option'],
])('%j is refused with a code and a sentence', (args, code) => {
  expect(parseOptions(args)).toEqual({ code, message: expect.stringMatching(/\.$/) })
})

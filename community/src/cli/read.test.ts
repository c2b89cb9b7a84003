import { expect, test } from 'vitest'
import { parseOptions } from './read.ts'

test.each([
  [[], 'auto'],
  [['--reader', 'quick'], 'quick'],
  [['--reader=auto'], 'auto'],
  [['--reader', 'careful'], 'careful'],
  [['--reader=careful'], 'careful'],
])('%j is the reader %s', (args, reader) => {
  expect(parseOptions(args)).toEqual({ reader })
})

test.each([
  [['--rephrase'], 'rephrase_missing'],
  [['--reader', 'quick', '--rephrase'], 'rephrase_missing'],
  [['--reader', 'best'], 'unknown_reader'],
  [['--reader'], 'unknown_reader'],
  [['file.jsonl'], 'unknown_option'],
])('%j is refused with a code and a sentence', (args, code) => {
  expect(parseOptions(args)).toEqual({ code, message: expect.stringMatching(/\.$/) })
})

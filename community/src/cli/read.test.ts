import { loadQuick } from '@kindling/tone'
import { expect, test } from 'vitest'
import { parseOptions, readMessage } from './read.ts'

test.each([
  [[], 'auto'],
  [['--reader', 'quick'], 'quick'],
  [['--reader=auto'], 'auto'],
  [['--reader', 'careful'], 'careful'],
  [['--reader=careful'], 'careful'],
])('%j is the reader %s', (args, reader) => {
  expect(parseOptions(args)).toEqual({ reader })
})

test('what else is asked for is told apart', () => {
  expect(parseOptions(['--rephrase'])).toEqual({ reader: 'auto', rephrase: true })
  expect(parseOptions(['--personal', '--reader', 'quick', '--rephrase'])).toEqual({
    reader: 'quick',
    personal: true,
    rephrase: true,
  })
})

test.each([
  [['--reader', 'best'], 'unknown_reader'],
  [['--reader'], 'value_missing'],
  [['--fast'], 'unknown_option'],
  [['file.jsonl'], 'unknown_option'],
])('%j is refused with a code and a sentence', (args, code) => {
  expect(() => parseOptions(args)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(/\.$/) }),
  )
})

test.each(['quick', 'auto'] as const)(
  '%s: kinder words come only where they were asked for',
  async (reader) => {
    await loadQuick()
    const paused = { id: 1, text: 'Everyone knows this road is dangerous, you moron.' }
    const calm = { id: 2, text: 'Thanks for the lettuces.' }
    const bare = { id: 3, text: 'you useless idiot' }
    expect(await readMessage(paused, { reader, rephrase: true })).toMatchObject({
      pause: true,
      suggestions: expect.arrayContaining([
        { text: 'I think this road is dangerous.', move: 'soften_absolute' },
      ]),
    })
    expect(await readMessage(calm, { reader, rephrase: true })).toMatchObject({
      pause: false,
      suggestions: [],
    })
    expect(await readMessage(bare, { reader, rephrase: true })).toMatchObject({
      pause: true,
      suggestions: [],
    })
    expect(await readMessage(paused, { reader })).not.toHaveProperty('suggestions')
  },
)

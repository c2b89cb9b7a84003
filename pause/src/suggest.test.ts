import type { Reading } from '@kindling/tone'
import { beforeEach, expect, test, vi } from 'vitest'
import { readBy } from '../test/read-by.ts'
import * as device from './reading/device.ts'
import { DRAFT_AT_MOST, mayHaveOthers, suggest } from './suggest.ts'

vi.mock('./reading/device.ts', () => ({ readNow: vi.fn(), readByCareful: vi.fn() }))

const [byQuick, byCareful] = [readBy('quick'), readBy('careful')]

beforeEach(() => {
  vi.mocked(device.readNow).mockImplementation(byQuick)
  vi.mocked(device.readByCareful).mockImplementation(async (text) => byCareful(text))
})

const DRAFT = 'Fix the tests, idiot.'
const wordsOf = async (reading: Reading, draft = DRAFT) =>
  (await suggest(draft, reading)).map(({ text }) => text)

test('other words are read by the reader that read the draft, and by no other', async () => {
  const found = ['Fix the tests.', 'Could you fix the tests?']
  expect(await wordsOf(byQuick(DRAFT))).toEqual(found)
  expect(device.readByCareful).not.toHaveBeenCalled()
  vi.mocked(device.readNow).mockClear()
  expect(await wordsOf(byCareful(DRAFT))).toEqual(found)
  expect(device.readNow).not.toHaveBeenCalled()
})

test('what the careful reader does not read in time is not offered', async () => {
  vi.mocked(device.readByCareful).mockImplementation(async (text) =>
    text.startsWith('Could') ? undefined : byCareful(text),
  )
  expect(await wordsOf(byCareful(DRAFT))).toEqual(['Fix the tests.'])
})

test('where a sentence alone is not read in time, none goes for what it reads alone', async () => {
  const draft = 'I need the form by Friday. You moan like a wet cat.'
  const hurts = (text: string): Reading => {
    const likelihood = text.includes('wet cat') ? 0.9 : 0.05
    return {
      ...byCareful(text),
      scores: {},
      pause: likelihood > 0.5,
      why: { likelihood, attribute: null, words: [] },
    }
  }
  vi.mocked(device.readByCareful).mockImplementation(async (text) => hurts(text))
  expect(await wordsOf(hurts(draft), draft)).toEqual(['I need the form by Friday.'])
  vi.mocked(device.readByCareful).mockImplementation(async (text) =>
    text === 'You moan like a wet cat.' ? undefined : hurts(text),
  )
  expect(await wordsOf(hurts(draft), draft)).toEqual([])
})

test('for a draft too long to be searched while somebody waits there are none', async () => {
  const long = `${'The rota is on the door. '.repeat(100)}${DRAFT}`
  expect(long.length).toBeGreaterThan(DRAFT_AT_MOST)
  expect(await wordsOf(byQuick(long), long)).toEqual([])
  expect(device.readNow).not.toHaveBeenCalled()
})

test('others may be looked for elsewhere only where they would be looked for here', async () => {
  const reading = byQuick(DRAFT)
  expect(await mayHaveOthers(DRAFT, reading)).toBe(true)
  expect(await mayHaveOthers(DRAFT, { ...reading, scores: { ...reading.scores, threat: 0.6 } })).toBe(false)
  expect(await mayHaveOthers(DRAFT, { ...reading, pause: false })).toBe(false)
})

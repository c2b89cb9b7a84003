import type { Reading } from '@kindling/tone'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Field } from './fields/field.ts'
import { Judge } from './judge.ts'
import * as device from './reading/device.ts'

vi.mock('./reading/device.ts', () => ({
  isReady: vi.fn(() => true),
  isCareful: vi.fn(() => false),
  isReadySoon: vi.fn(async () => true),
  readNow: vi.fn(),
  readWell: vi.fn(),
}))

const reading = (name: string, pause: boolean): Reading =>
  ({ pause, why: { likelihood: 1, attribute: 'insult', words: [] }, model: { name } }) as unknown as Reading
const field = (text: string) => ({ text: () => text }) as Field
const judge = () => new Judge(() => ({ quick: '/quick.bin', languages: [] }))

beforeEach(() => {
  vi.mocked(device.isReady).mockReturnValue(true)
  vi.mocked(device.isCareful).mockReturnValue(false)
  vi.mocked(device.readNow).mockReset().mockReturnValue(reading('quick', true))
  vi.mocked(device.readWell).mockReset().mockResolvedValue(reading('careful', false))
})

test('quick answers at once and reads each draft once', () => {
  const here = judge()
  expect(here.judge([field('one'), field(' '), field('two')])).toMatchObject({
    kind: 'ask',
    draft: { text: 'one' },
  })
  expect(vi.mocked(device.readNow).mock.calls).toEqual([
    ['one', undefined],
    ['two', undefined],
  ])
  expect(here.readBy).toBe('quick')
})

test('where the careful reader may be asked, or the model is on its way, it takes time', async () => {
  for (const [ready, careful] of [
    [true, true],
    [false, false],
  ] as const) {
    vi.mocked(device.isReady).mockReturnValue(ready)
    vi.mocked(device.isCareful).mockReturnValue(careful)
    const here = judge()
    const verdict = here.judge([field('one')])
    expect(verdict).toBeInstanceOf(Promise)
    expect(await verdict).toMatchObject({ kind: 'go' })
    expect(here.readBy).toBe('careful')
  }
})

test('nothing to read goes at once, whatever is there', () => {
  vi.mocked(device.isReady).mockReturnValue(false)
  expect(judge().judge([field(' ')])).toMatchObject({ kind: 'go', reading: null })
})

test('whatever goes wrong is a verdict', async () => {
  const failed = { kind: 'failed' }
  const broken = () => {
    throw new Error('broken')
  }
  expect(new Judge(broken).judge([field('one')])).toEqual(failed)
  vi.mocked(device.readNow).mockImplementation(broken)
  expect(judge().judge([field('one')])).toEqual(failed)
  vi.mocked(device.isReady).mockReturnValue(false)
  vi.mocked(device.isReadySoon).mockResolvedValueOnce(false)
  expect(await judge().judge([field('one')])).toEqual(failed)
  vi.mocked(device.readWell).mockRejectedValue(new Error('broken'))
  expect(await judge().judge([field('one')])).toEqual(failed)
})

test('its page may decide otherwise, and says what the draft stands in', () => {
  const context = { answering: 'Who has the key?' }
  const rules = { rule: () => false, context: () => context }
  const none = new Judge(
    () => ({ quick: '/quick.bin', languages: [] }),
    () => rules,
  )
  expect(none.judge([field('one')])).toMatchObject({ kind: 'go' })
  expect(device.readNow).toHaveBeenCalledWith('one', context)
})

test('its page may hold drafts out: all that would be asked about must be, and rests come first', () => {
  const [hard, grave] = [reading('quick', true), { ...reading('quick', true), language: 'grave' }]
  const rules = { heldOut: (one: Reading) => one === hard }
  const trying = () =>
    new Judge(
      () => ({ quick: '/quick.bin', languages: [] }),
      () => rules,
    )
  vi.mocked(device.readNow).mockReturnValue(hard)
  expect(trying().judge([field('one')])).toMatchObject({ kind: 'held_out', draft: { text: 'one' } })
  vi.mocked(device.readNow)
    .mockReturnValueOnce(hard)
    .mockReturnValueOnce(grave as unknown as Reading)
  expect(trying().judge([field('one'), field('two')])).toMatchObject({ kind: 'ask', draft: { text: 'two' } })
  const rested = trying()
  vi.spyOn(rested.rests, 'has').mockReturnValue(true)
  expect(rested.judge([field('one')])).toMatchObject({ kind: 'go' })
})

import type { Reading } from '@kindling/tone'
import { expect, test } from 'vitest'
import { askedOf, backFromPause, markOf } from './after-pause.ts'
import { piecesOf } from './pieces.ts'
import { isAskedAbout, isGrave, isWorthAPause, USUAL } from './rules.ts'

const reading = (pause: boolean, scores: Reading['scores'], why = {}): Reading =>
  ({
    pause,
    scores,
    language: { tag: 'en', measured: true },
    why: { likelihood: 0.7, attribute: 'insult', words: [], ...why },
  }) as unknown as Reading

test('threats and severe harm are grave, and ask where only what is grave may', () => {
  const grave = reading(true, { threat: 0.5 } as Reading['scores'])
  const ordinary = reading(true, { threat: 0.49, insult: 0.9 } as Reading['scores'])
  expect([isGrave(grave), isGrave(ordinary)]).toEqual([true, false])
  expect(isGrave(reading(true, { severe_toxicity: 0.7 } as Reading['scores']))).toBe(true)
  const onlyGrave = { ordinary: false, grave: true }
  expect([isAskedAbout(grave, USUAL, onlyGrave), isAskedAbout(ordinary, USUAL, onlyGrave)]).toEqual([
    true,
    false,
  ])
  expect(isAskedAbout(reading(false, { threat: 0.9 } as Reading['scores']), USUAL, onlyGrave)).toBe(false)
})

test('a text in pieces gives the text again', () => {
  const stretches = [
    { begin: 0, end: 2 },
    { begin: 5, end: 7 },
  ]
  expect(piecesOf('ab cd ef', stretches, ({ begin }) => `[${begin}]`)).toEqual(['', '[0]', ' cd', '[5]', 'f'])
  expect(piecesOf('ab', [], () => '')).toEqual(['ab'])
})

test('back from the pause: as typed, or with other words in one field, and nothing of the pause itself', () => {
  const typed = { title: 'T', body: 'B', of: 'body', other: 'O', asked: 'a-mark' }
  const back = { title: 'T', body: 'B', asked: 'a-mark', way: 'edit' }
  expect(backFromPause({ ...typed, way: 'edit' })).toEqual(back)
  expect(backFromPause({ ...typed, way: 'use' })).toEqual({ ...back, body: 'O' })
  expect(backFromPause({ ...typed, way: 'use', of: 'constructor' })).toEqual(back)
  expect(backFromPause({ ...typed, way: 'post' })).toBeUndefined()
  expect(backFromPause(typed)).toBeUndefined()
})

test('words have one mark, whatever space is around them; a form that a script had read begins anew', () => {
  const mark = (body: string) => markOf({ title: 'T', body }, ['title', 'body'])
  expect(mark(' One. ')).toBe(mark('One.'))
  expect(mark('One.')).not.toBe(mark('Two.'))
  expect(askedOf({ asked: mark('One.') })).toBe(mark('One.'))
  expect([askedOf({ asked: 'yes' }), askedOf({})]).toEqual(['', ''])
})

test('PAUSE-3 a space has it speak less or more often, or leave something alone', () => {
  const none = {} as Reading['scores']
  const worth = (likelihood: number, pause: boolean, policy = {}, why = {}) =>
    isWorthAPause(reading(pause, none, { likelihood, ...why }), { ...USUAL, ...policy })
  for (const [likelihood, pause, less, usual, more] of [
    [0.4, false, false, false, false],
    [0.55, false, false, false, true],
    [0.7, true, false, true, true],
    [0.9, true, true, true, true],
  ] as const)
    expect([
      worth(likelihood, pause, { often: 'less' }),
      worth(likelihood, pause),
      worth(likelihood, pause, { often: 'more' }),
    ]).toEqual([less, usual, more])
  // In a thread that may be heating up a smaller spark is enough, but where a space wants less.
  const heated = (often: 'less' | 'usual') =>
    isWorthAPause(reading(false, none, { likelihood: 0.55 }), { ...USUAL, often }, true)
  expect([heated('less'), heated('usual')]).toEqual([false, true])
  expect(worth(0.9, true, { silent: ['insult'] })).toBe(false)
  expect(worth(0.9, true, { silent: ['threat'] })).toBe(true)
  const unmeasured = {
    ...reading(false, none, { likelihood: 0.9 }),
    language: { tag: 'fr', measured: false },
  }
  expect(isWorthAPause(unmeasured, { ...USUAL, often: 'more' })).toBe(false)
})

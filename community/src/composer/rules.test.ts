import type { Reading } from '@kindling/tone'
import { expect, test } from 'vitest'
import { backFromPause } from './after-pause.ts'
import { piecesOf } from './pieces.ts'
import { isAskedAbout, isGrave } from './rules.ts'

const reading = (pause: boolean, scores: Reading['scores']): Reading => ({ pause, scores }) as Reading

test('threats and severe harm are grave, and ask where only what is grave may', () => {
  const grave = reading(true, { threat: 0.5 } as Reading['scores'])
  const ordinary = reading(true, { threat: 0.49, insult: 0.9 } as Reading['scores'])
  expect([isGrave(grave), isGrave(ordinary)]).toEqual([true, false])
  expect(isGrave(reading(true, { severe_toxicity: 0.7 } as Reading['scores']))).toBe(true)
  const onlyGrave = { ordinary: false, grave: true }
  expect([isAskedAbout(grave, onlyGrave), isAskedAbout(ordinary, onlyGrave)]).toEqual([true, false])
  expect(isAskedAbout(reading(false, { threat: 0.9 } as Reading['scores']), onlyGrave)).toBe(false)
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
  const typed = { title: 'T', body: 'B', of: 'body', other: 'O', asked: '' }
  expect(backFromPause({ ...typed, way: 'edit' })).toEqual({ title: 'T', body: 'B' })
  expect(backFromPause({ ...typed, way: 'use' })).toEqual({ title: 'T', body: 'O' })
  expect(backFromPause({ ...typed, way: 'use', of: 'constructor' })).toEqual({ title: 'T', body: 'B' })
  expect(backFromPause({ ...typed, way: 'post' })).toBeUndefined()
  expect(backFromPause(typed)).toBeUndefined()
})

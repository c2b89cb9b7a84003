import type { Reading } from '@kindling/tone'
import { beforeEach, expect, test } from 'vitest'
import { Rests, type Store } from './rest.ts'

let kept: Map<string, string>
let store: Store
beforeEach(() => {
  kept = new Map()
  store = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) }
})

const reading = (text: string, words: string, attribute = 'insult'): Reading => {
  const begin = text.indexOf(words)
  return {
    why: { likelihood: 1, attribute, words: words === '' ? [] : [{ begin, end: begin + words.length }] },
  } as unknown as Reading
}

const FIRST = 'Sam, you clearly never read the rota.'
const first = reading(FIRST, 'you clearly never read')

test('rests for the same words and for words like them, whatever stands around them', () => {
  new Rests(store).add(FIRST, first)
  const rests = new Rests(store)
  const has = (text: string, words: string, attribute?: string) =>
    rests.has(text, reading(text, words, attribute))
  expect(has('Asha! You clearly NEVER read.', 'You clearly NEVER read')).toBe(true)
  expect(has('It seems you never read.', 'you never read')).toBe(true)
  expect(has('You clearly are a fool.', 'You clearly are a fool')).toBe(false)
  expect(has(FIRST, 'you clearly never read', 'threat')).toBe(false)
  // Another reader hears the same as something else, and marks more of it.
  expect(has(FIRST, 'you clearly never read the rota', 'dismissal')).toBe(true)
})

test('many rests do not add up to a rest for everything', () => {
  const rests = new Rests(store)
  for (const words of ['you are slow', 'a clown here', 'an utter bore'])
    rests.add(words, reading(words, words))
  expect(rests.has('you are a clown', reading('you are a clown', 'you are a clown'))).toBe(false)
})

test('what is kept holds no word and differs from device to device', () => {
  new Rests(store).add(FIRST, first)
  const here = [...kept.values()].join()
  expect(here).not.toMatch(/sam|you|clearly|never|read/i)
  expect(here).toMatch(/"marks":\[\d+,\d+,\d+\]/)
  kept.clear()
  new Rests(store).add(FIRST, first)
  expect([...kept.values()].join()).not.toBe(here)
})

test('it stays small', () => {
  const rests = new Rests(store)
  for (let at = 0; at < 500; at++) rests.add(`word${at} ${'more '.repeat(50)}`, reading('', ''))
  expect([...kept.values()].join().length).toBeLessThan(30_000)
})

test.each([
  ['without a store', undefined],
  [
    'with a store that is full',
    {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    },
  ],
  [
    'with a store that is full and holds an older list',
    {
      getItem: () => '{"salt":1,"groups":[{"as":"threat","marks":[1]}]}',
      setItem: () => {
        throw new Error('full')
      },
    },
  ],
  ['with a store that holds something else', { getItem: () => '{"salt":', setItem: () => {} }],
])('%s it rests until the page is left', (_, given) => {
  const rests = new Rests(given)
  rests.add(FIRST, first)
  expect(rests.has(FIRST, first)).toBe(true)
})

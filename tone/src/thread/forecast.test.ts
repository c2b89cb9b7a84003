import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { loadQuick, read } from '../node.ts'
import { factorNames } from './factors.ts'
import { forecast } from './forecast.ts'
import { type Turn, turnOf } from './turn.ts'
import { weights } from './weights.ts'

beforeAll(async () => void (await loadQuick()))

const talk = (...lines: string[]): Turn[] =>
  lines.map((line) => turnOf(line.slice(2), read(line.slice(2)), line[0]!))

const heated = [
  'a The bins are full of plastic pots again.',
  'b I put two in there because the skip was locked.',
  'a So it is you. You never think of anybody, you are so lazy.',
  'b You are being ridiculous, you always blame me, shut up.',
]
const softened = [
  ...heated.slice(0, 2),
  'a Ah, thanks for saying. I was cross at nobody in particular, sorry. Is there a second key for the skip?',
  'b There is, and I could bring it over on Saturday so that we sort them together. Thank you for doing it all this time.',
]

test('heat makes it likelier, softening less so', () => {
  const [hot, mild] = [forecast(talk(...heated))!, forecast(talk(...softened))!]
  expect(hot.likelihood).toBeGreaterThan(0.5)
  expect(mild.likelihood).toBeLessThan(0.5)
})

test('what it rests on adds up to what it says, the heaviest first', () => {
  const { likelihood, because } = forecast(talk(...heated))!
  const sum = because.reduce((total, { weight }) => total + weight, weights.start)
  expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(likelihood, 12)
  const sizes = because.map(({ weight }) => Math.abs(weight))
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
  for (const { factor } of because) expect(factorNames).toContain(factor)
})

test('a single message, or one person alone, is nothing to go by', () => {
  expect(forecast([])).toBeUndefined()
  expect(forecast(talk(heated[3]!))).toBeUndefined()
  expect(forecast(talk(heated[2]!, heated[0]!, 'a You are lazy.'))).toBeUndefined()
})

test('after a day of rest a conversation begins anew', () => {
  const turns = [...talk(...heated), ...talk('a Good morning.', 'b Good morning, the skip is open.')]
  const at = (hours: number[]) => turns.map((turn, index) => ({ ...turn, at: hours[index]! * 3_600_000 }))
  const rested = forecast(at([0, 1, 2, 3, 30, 31]))!
  expect(rested).toEqual(forecast(turns.slice(4).map((turn) => ({ ...turn }))))
  expect(rested.likelihood).not.toBe(forecast(at([0, 1, 2, 3, 4, 5]))!.likelihood)
})

test('who it is does not matter, only who is the same', () => {
  const other = talk(...heated).map((turn) => ({ ...turn, by: turn.by === 'a' ? '__proto__' : '' }))
  expect(forecast(other)).toEqual(forecast(talk(...heated)))
})

test('a turn keeps no words, and counts those that speak to the reader', () => {
  const turn = turnOf(
    'You said so yourself, did you not?',
    read('You said so yourself, did you not?'),
    'a',
    5,
  )
  expect(turn).toMatchObject({ by: 'a', you: 3, me: 0, asks: true, at: 5 })
  expect(JSON.stringify(turn)).not.toContain('said')
})

const odd = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -1, 0, 1e300, Number.POSITIVE_INFINITY))
const anyTurn: fc.Arbitrary<Turn> = fc.record({
  by: fc.string({ maxLength: 2 }),
  scores: fc.dictionary(fc.constantFrom('hostility', 'apology', 'sarcasm', 'gratitude'), odd),
  hurts: odd,
  words: odd,
  you: odd,
  me: odd,
  asks: fc.boolean(),
})

test('whatever the readings hold, a likelihood between 0 and 1 comes out, or none', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 12 }), (turns) => {
      const found = forecast(turns)
      if (!found) return
      expect(found.likelihood).toBeGreaterThan(0)
      expect(found.likelihood).toBeLessThan(1)
      for (const { weight } of found.because) expect(Number.isFinite(weight)).toBe(true)
    }),
  )
})

test('the weights are those of the shipped factors, learned and not left blank', () => {
  expect(Object.keys(weights.factors)).toEqual(factorNames)
  for (const { mean, spread } of Object.values(weights.factors)) {
    expect(Number.isFinite(mean)).toBe(true)
    expect(spread).toBeGreaterThan(0)
  }
  expect(weights.factors.heatNow.weight).toBeGreaterThan(0)
  expect(weights.factors.softening.weight).toBeLessThan(0)
})

test('the conversations it was learned from turn nearly half of the time, and are as their rules say', () => {
  const folder = new URL('../../../training/data/conversations/', import.meta.url)
  const all = ['turns', 'holds'].flatMap((name) =>
    readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )
  const ids = new Map(all.map((one) => [one.id, one]))
  expect(ids.size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(160)
  expect(Math.abs(all.filter(({ hostile }) => hostile).length / all.length - 0.5)).toBeLessThan(0.06)
  for (const { id, messages, seen, pair, hostile } of all) {
    expect(messages.length, id).toBeGreaterThanOrEqual(4)
    expect(messages.length, id).toBeLessThanOrEqual(10)
    expect(seen, id).toBeLessThan(messages.length)
    if (pair) expect(ids.get(pair), id).toMatchObject({ pair: id, hostile: 1 - hostile })
  }
})

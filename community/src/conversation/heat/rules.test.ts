import { loadQuick, read, type Turn, turnOf } from '@kindling/tone'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, heatIn, minutesUntil, nextAnswer, PACE } from './rules.ts'

await loadQuick()

const talk = (...lines: string[]): Turn[] =>
  lines.map((line) => turnOf(line.slice(2), read(line.slice(2)), line[0]!))

const calm = talk(
  'a The skip is locked again, does anybody have a key?',
  'b Jun has one, I saw him open it on Friday.',
  'a Thanks, I will ask him.',
  'b He is there until six.',
)
const heated = talk(
  'a The bins are full of plastic pots again.',
  'b I put two in there because the skip was locked.',
  'a So it is you. You never think of anybody, you are so lazy.',
  'b You are being ridiculous, you always blame me, shut up.',
)
const softened = [
  ...heated,
  ...talk(
    'a Sorry. I was tired and you got all of it. Could we sort them together on Saturday?',
    'b Thank you for saying that. Sorry for my part. Saturday is good, shall I bring the trolley?',
    'a That would be lovely, thank you. Is ten too early for you?',
  ),
]

test('PAUSE-5 a quarrel heats up, a calm back and forth does not, and sorry cools it', () => {
  expect(heatIn(calm, false)).toBeUndefined()
  expect(heatIn(heated, false)).toBeGreaterThan(0.7)
  expect(heatIn(softened, true)).toBeUndefined()
})

test('one person alone is no conversation', () => {
  expect(
    heatIn(
      heated.map((turn) => ({ ...turn, by: 'a' })),
      false,
    ),
  ).toBeUndefined()
})

test('between heating up and cooled it stays as it was', () => {
  const between = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(between, between, (hurts, hostility) => {
      const turns = [heated[0]!, heated[1]!, { ...heated[2]!, hurts, scores: { hostility } }]
      // What is heating up anew is heating up still.
      if (heatIn(turns, false) !== undefined) expect(heatIn(turns, true)).toBeDefined()
    }),
  )
})

test('all have to agree, and one no is enough', () => {
  expect(agreement([true, true])).toBe(true)
  expect(agreement([true, null])).toBeUndefined()
  expect(agreement([null, false])).toBe(false)
})

test('one answer each in half an hour', () => {
  const last = new Date('2030-05-01T10:00:00Z')
  expect(nextAnswer(undefined)).toBeUndefined()
  expect(nextAnswer(last)).toEqual(new Date(last.getTime() + PACE))
  expect(minutesUntil(nextAnswer(last)!, new Date('2030-05-01T10:12:30Z'))).toBe(18)
  expect(minutesUntil(last, last)).toBe(1)
})

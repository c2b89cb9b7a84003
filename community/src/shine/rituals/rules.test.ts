import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closedWith, closesAt, isTimeToRemind, missedAt, roundAnswer, type Turn } from './rules.ts'

const DAY = 86_400_000
const due = new Date('2030-06-07T18:00:00Z')
const after = (hours: number) => new Date(due.getTime() + hours * 3_600_000)

test('one that opens on time stays open as long as was chosen; one that opens late, a day at least', () => {
  expect(closesAt(due, 3, due)).toEqual(after(72))
  expect(closesAt(due, 3, after(2))).toEqual(after(72))
  expect(closesAt(due, 3, after(60))).toEqual(after(84))
  expect(closesAt(due, 1, after(23))).toEqual(after(47))
})

test('a first entry waits longer for its turn than nothing does', () => {
  expect(missedAt(due, 2, false)).toEqual(after(48))
  expect(missedAt(due, 2, true).getTime()).toBe(due.getTime() + 14 * DAY)
})

test('a host is reminded a day before, unless they were asked within the last day', () => {
  expect(isTimeToRemind(due, after(-100), after(-25))).toBe(false)
  expect(isTimeToRemind(due, after(-100), after(-24))).toBe(true)
  expect(isTimeToRemind(due, after(-30), after(-20))).toBe(false)
})

test('SHINE-5 with fewer than three voices there is no summary', () => {
  expect([0, 1, 2, 3, 40].map(closedWith)).toEqual(['quiet', 'quiet', 'quiet', 'gathered', 'gathered'])
})

const turns = (given: Record<string, Turn>) => new Map(Object.entries(given))

test('SHINE-5 in a round each writes once, may pass, and is read before anybody discusses', () => {
  const first = { isAnswer: false, hasRead: false }
  const going = turns({ mira: 'spoke', noor: 'waiting', jun: 'waiting' })
  expect(roundAnswer(going, 'noor', first)).toBe('their-turn')
  expect(roundAnswer(going, 'noor', { ...first, isAnswer: true })).toBe('not-yet')
  expect(roundAnswer(going, 'mira', { isAnswer: false, hasRead: true })).toBe('had-it')
  expect(roundAnswer(going, 'guest', first)).toBe('not-yet')
  const done = turns({ mira: 'spoke', noor: 'spoke', jun: 'passed' })
  for (const who of ['mira', 'jun', 'guest']) {
    expect(roundAnswer(done, who, first)).toBe('read-first')
    expect(roundAnswer(done, who, { isAnswer: true, hasRead: true })).toBe('discuss')
  }
})

test('nobody discusses while anybody waits for a turn', () => {
  const turn = fc.constantFrom<Turn>('waiting', 'spoke', 'passed')
  fc.assert(
    fc.property(
      fc.array(turn, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.nat(12),
      (all, hasRead, who) => {
        const said = roundAnswer(new Map(all.map((one, index) => [String(index), one])), String(who), {
          isAnswer: false,
          hasRead,
        })
        if (all.includes('waiting')) expect(['discuss', 'read-first']).not.toContain(said)
        else expect(said).toBe(hasRead ? 'discuss' : 'read-first')
      },
    ),
    { numRuns: 100 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ASKED_DAYS,
  type Candidate,
  DAY,
  DRAWN,
  draw,
  mayBeDrawn,
  mayStillAnswer,
  monthBefore,
  monthOf,
  roundOf,
  SHOWN,
  seasonOf,
  shownOf,
  turnOf,
} from './rules.ts'

const person: Omit<Candidate, 'id'> = {
  here: true,
  under18: false,
  saidNo: false,
  askedThisSeason: false,
  seenOutside: true,
  newcomer: false,
  unseenRole: false,
  steward: false,
}
const candidate = fc.record({
  id: fc.uuid(),
  here: fc.boolean(),
  under18: fc.boolean(),
  saidNo: fc.boolean(),
  askedThisSeason: fc.boolean(),
  seenOutside: fc.boolean(),
  newcomer: fc.boolean(),
  unseenRole: fc.boolean(),
  steward: fc.boolean(),
})
const many = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 40 })
const seed = fc.string({ maxLength: 12 })

test('SHINE-3 at most three different people, of whom each may be drawn; fewer only where there are fewer', () => {
  fc.assert(
    fc.property(many, seed, (people, lot) => {
      const drawn = draw(people, lot)
      const free = people.filter(mayBeDrawn)
      expect(drawn).toHaveLength(Math.min(DRAWN, free.length))
      expect(new Set(drawn).size).toBe(drawn.length)
      for (const id of drawn) expect(free.some((one) => one.id === id)).toBe(true)
    }),
  )
})

test('SHINE-3 the lot is the same again, in whatever order people come', () => {
  fc.assert(
    fc.property(many, seed, fc.func(fc.integer()), (people, lot, by) => {
      const shuffled = [...people].sort((one, other) => Number(by(one.id)) - Number(by(other.id)))
      expect(draw(shuffled, lot)).toEqual(draw(people, lot))
    }),
    { numRuns: 50 },
  )
})

test('SHINE-3 nobody is drawn while somebody whose turn comes first is left: newcomers and unseen roles, stewards last', () => {
  fc.assert(
    fc.property(many, seed, (people, lot) => {
      const drawn = draw(people, lot)
      const turns = (ids: (id: string) => boolean) =>
        people.filter((one) => mayBeDrawn(one) && ids(one.id)).map(turnOf)
      const latest = Math.max(-1, ...turns((id) => drawn.includes(id)))
      const earliestLeft = Math.min(3, ...turns((id) => !drawn.includes(id)))
      expect(latest).toBeLessThanOrEqual(earliestLeft)
    }),
  )
})

test.each([
  [{ here: false }],
  [{ under18: true }],
  [{ saidNo: true }],
  [{ askedThisSeason: true }],
  [{ seenOutside: false }],
])('SHINE-3 never drawn, however small the lot: %o', (given) => {
  expect(draw([{ ...person, ...given, id: 'a' }], 'seed')).toEqual([])
})

test('SHINE-3 among people of one turn everybody comes up, about as often as anybody else', () => {
  const people = Array.from({ length: 12 }, (_, number) => ({ ...person, id: `person ${number}` }))
  const times = new Map<string, number>()
  for (let round = 0; round < 400; round++)
    for (const id of draw(people, `round ${round}`)) times.set(id, (times.get(id) ?? 0) + 1)
  expect(times.size).toBe(12)
  // 100 each on average; five standard deviations to either side.
  for (const often of times.values()) expect(Math.abs(often - 100)).toBeLessThan(44)
})

test('SHINE-3 at most three sentences are shown, the same three each time', () => {
  const sentence = fc.record({ id: fc.uuid() })
  fc.assert(
    fc.property(fc.uniqueArray(sentence, { selector: ({ id }) => id, maxLength: 12 }), seed, (all, lot) => {
      const shown = shownOf(all, lot)
      expect(shown).toHaveLength(Math.min(SHOWN, all.length))
      expect(shownOf([...all].reverse(), lot)).toEqual(shown)
    }),
    { numRuns: 50 },
  )
})

test('seasons, months and their halves by the calendar on the wall', () => {
  expect(seasonOf({ year: 2030, month: 2, date: 31 })).toBe('2030-s1')
  expect(seasonOf({ year: 2030, month: 3, date: 1 })).toBe('2030-s2')
  expect(monthOf({ year: 2030, month: 0, date: 9 })).toBe('2030-01')
  expect(monthBefore('2030-01')).toBe('2029-12')
  expect(monthBefore('2030-11')).toBe('2030-10')
  expect(roundOf({ year: 2030, month: 4, date: 15 })).toBe('2030-05-1')
  expect(roundOf({ year: 2030, month: 4, date: 16 })).toBe('2030-05-2')
})

test('one may think about it for two weeks, and answers once', () => {
  const askedAt = new Date('2030-05-04T10:00:00Z')
  const after = (days: number) => new Date(askedAt.getTime() + days * DAY)
  expect(mayStillAnswer({ answer: null, askedAt }, after(ASKED_DAYS - 1))).toBe(true)
  expect(mayStillAnswer({ answer: null, askedAt }, after(ASKED_DAYS))).toBe(false)
  expect(mayStillAnswer({ answer: 'keep', askedAt }, after(1))).toBe(false)
})

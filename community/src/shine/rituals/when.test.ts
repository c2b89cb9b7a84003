import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTime } from '../../foundation/index.ts'
import { monthDays, nths, occurrences, type Recurrence, recurrenceOf, ruleOf, weekdays } from './when.ts'

const at = (text: string) => new Date(text)
const says = (dates: readonly Date[]) => dates.map((date) => date.toISOString().slice(0, 16))

const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ every: fc.constant('week' as const), weekday: fc.constantFrom(...weekdays) }),
  fc.record({
    every: fc.constant('month' as const),
    nth: fc.constantFrom(...nths),
    weekday: fc.constantFrom(...weekdays),
  }),
  fc.record({ every: fc.constant('month' as const), day: fc.constantFrom(...monthDays) }),
)

test('what was chosen is read back from its rule', () => {
  fc.assert(
    fc.property(recurrence, (chosen) => {
      expect({ ...recurrenceOf(ruleOf(chosen)) }).toEqual({ ...chosen })
    }),
  )
})

test('SHINE-5 every week at the same hour of the wall clock, over the change of the clocks', () => {
  const friday = ruleOf({ every: 'week', weekday: 'FR' })
  expect(says(occurrences(friday, 18, 'Europe/Berlin', at('2030-03-21T00:00:00Z'), 3))).toEqual([
    '2030-03-22T17:00',
    '2030-03-29T17:00',
    '2030-04-05T16:00',
  ])
})

test('SHINE-5 the hour that is skipped begins after the gap, as RFC 5545 says', () => {
  const sunday = ruleOf({ every: 'week', weekday: 'SU' })
  // Clocks go from 02:00 to 03:00 on 31 March in Berlin, and on 10 March in New York.
  expect(says(occurrences(sunday, 2, 'Europe/Berlin', at('2030-03-30T12:00:00Z'), 2))).toEqual([
    '2030-03-31T01:00',
    '2030-04-07T00:00',
  ])
  expect(says(occurrences(sunday, 2, 'America/New_York', at('2030-03-09T12:00:00Z'), 1))).toEqual([
    '2030-03-10T07:00',
  ])
})

test('SHINE-5 the hour that comes twice begins the first time, and once', () => {
  const sunday = ruleOf({ every: 'week', weekday: 'SU' })
  // Clocks go back at 03:00 on 27 October in Berlin, and at 02:00 on 3 November in New York.
  expect(says(occurrences(sunday, 2, 'Europe/Berlin', at('2030-10-26T12:00:00Z'), 2))).toEqual([
    '2030-10-27T00:00',
    '2030-11-03T01:00',
  ])
  expect(says(occurrences(sunday, 1, 'America/New_York', at('2030-11-02T12:00:00Z'), 2))).toEqual([
    '2030-11-03T05:00',
    '2030-11-10T06:00',
  ])
})

test.each([
  [{ every: 'month', nth: -1, weekday: 'SU' }, ['2030-01-27', '2030-02-24', '2030-03-31']],
  [{ every: 'month', nth: 2, weekday: 'TU' }, ['2030-01-08', '2030-02-12', '2030-03-12']],
  [{ every: 'month', day: -1 }, ['2030-01-31', '2030-02-28', '2030-03-31']],
  [{ every: 'month', day: 15 }, ['2030-01-15', '2030-02-15', '2030-03-15']],
] as const)('%o comes when a calendar says', (chosen, days) => {
  const found = occurrences(ruleOf(chosen), 9, 'UTC', at('2030-01-01T00:00:00Z'), 3)
  expect(found.map((date) => date.toISOString().slice(0, 10))).toEqual(days)
})

test('they follow each other, lie ahead, and show the chosen hour wherever that hour is there', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia')
  const start = fc.date({
    min: at('2025-01-01T00:00:00Z'),
    max: at('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(recurrence, fc.integer({ min: 4, max: 23 }), zones, start, (chosen, hour, zone, after) => {
      const found = occurrences(ruleOf(chosen), hour, zone, after, 4)
      expect(found).toHaveLength(4)
      let before = after.getTime()
      for (const one of found) {
        expect(one.getTime()).toBeGreaterThan(before)
        expect(localTime(zone, one.getTime()).hours).toBe(hour)
        before = one.getTime()
      }
    }),
    { numRuns: 60 },
  )
})

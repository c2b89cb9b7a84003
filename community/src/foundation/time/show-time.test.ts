import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inEnglish } from '../i18n/translator.ts'
import { localTime } from './local-time.ts'
import { makeTimeTeller } from './show-time.ts'

// A Tuesday, 12:30 in Berlin.
const time = makeTimeTeller(inEnglish, 'Europe/Berlin', new Date('2030-06-04T10:30:00Z'))
const at = (text: string) => new Date(text)

test.each([
  ['2030-06-04T08:12:00Z', 'Today, 10:12', 'today, 10:12', 'Today', 'today'],
  ['2030-06-03T22:05:00Z', 'Today, 00:05', 'today, 00:05', 'Today', 'today'],
  ['2030-06-03T21:59:00Z', 'Yesterday, 23:59', 'yesterday, 23:59', 'Yesterday', 'yesterday'],
  ['2030-06-01T10:00:00Z', 'Saturday, 12:00', 'Saturday, 12:00', 'Saturday', 'Saturday'],
  ['2030-05-03T06:05:00Z', '3 May, 08:05', '3 May, 08:05', '3 May', '3 May'],
  [
    '2024-12-31T23:30:00Z',
    '1 January 2025, 00:30',
    '1 January 2025, 00:30',
    '1 January 2025',
    '1 January 2025',
  ],
])('%s is said by itself and inside a sentence', (when, moment, momentWithin, day, dayWithin) => {
  expect(time.moment(at(when))).toBe(moment)
  expect(time.within.moment(at(when))).toBe(momentWithin)
  expect(time.day(at(when))).toBe(day)
  expect(time.within.day(at(when))).toBe(dayWithin)
})

test('after something of the same day the clock is enough', () => {
  expect(time.after(at('2030-06-01T11:00:00Z'), at('2030-06-01T10:00:00Z'))).toBe('13:00')
  expect(time.after(at('2030-06-04T08:12:00Z'), at('2030-06-03T10:00:00Z'))).toBe('Today, 10:12')
})

test('the parts of a wall clock are those of its calendar, also before 1970', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000_000_000_000, max: 6_000_000_000_000 }), (instant) => {
      const local = localTime('UTC', instant)
      const day = new Date(instant)
      expect(local.hours).toBe(day.getUTCHours())
      expect(local.minutes).toBe(day.getUTCMinutes())
      expect([local.year, local.month, local.date, local.weekday]).toEqual([
        day.getUTCFullYear(),
        day.getUTCMonth(),
        day.getUTCDate(),
        day.getUTCDay(),
      ])
      expect(local.dayNumber).toBe(Math.floor(instant / 86_400_000))
    }),
  )
})

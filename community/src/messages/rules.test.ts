import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, localTime } from '../foundation/index.ts'
import { clockOf, minuteOf, pairOf, quietUntil, REQUEST_RESTS_AFTER, rests } from './rules.ts'

const minute = fc.integer({ min: 0, max: 1439 })
const instant = fc.integer({ min: Date.UTC(2029, 0, 1), max: Date.UTC(2031, 0, 1) })
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
)

test('quiet hours that hold now end within a day, at the minute that was chosen', () => {
  fc.assert(
    fc.property(minute, minute, zone, instant, (from, until, where, at) => {
      const ends = quietUntil({ from, until }, where, new Date(at))
      if (!ends) return
      const length = ends.getTime() - at
      expect(length).toBeGreaterThan(-3_600_000)
      expect(length).toBeLessThanOrEqual(25 * 3_600_000)
      const local = localTime(where, ends.getTime())
      // An hour that the clock leaves out has no such minute.
      const wall = local.hours * 60 + local.minutes
      expect(Math.min(Math.abs(wall - until), 1440 - Math.abs(wall - until))).toBeLessThanOrEqual(60)
    }),
    { numRuns: 300 },
  )
})

test('a minute belongs to the quiet hours or to the rest of the day, never to both', () => {
  fc.assert(
    fc.property(minute, minute, zone, instant, (from, until, where, at) => {
      fc.pre(from !== until)
      const now = new Date(at)
      const inside = quietUntil({ from, until }, where, now) !== undefined
      const outside = quietUntil({ from: until, until: from }, where, now) !== undefined
      expect(inside).not.toBe(outside)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['22:00', '07:00', '2030-06-04T23:30', '2030-06-05T07:00'],
  ['22:00', '07:00', '2030-06-04T06:59', '2030-06-04T07:00'],
  ['13:00', '15:00', '2030-06-04T13:00', '2030-06-04T15:00'],
  ['22:00', '07:00', '2030-06-04T07:00', undefined],
  ['13:00', '15:00', '2030-06-04T12:59', undefined],
  ['13:00', '13:00', '2030-06-04T13:00', undefined],
])('quiet from %s until %s: at %s it ends at %s', (from, until, now, ends) => {
  const at = (text: string) => new Date(instantOf('Europe/Berlin', Date.parse(`${text}Z`)))
  const quiet = { from: minuteOf(from)!, until: minuteOf(until)! }
  expect(quietUntil(quiet, 'Europe/Berlin', at(now))).toEqual(ends && at(ends))
})

test('a time of day is read as it is written, and nothing else is one', () => {
  fc.assert(
    fc.property(minute, (one) => {
      expect(minuteOf(clockOf(one))).toBe(one)
    }),
  )
  for (const wrong of ['', '24:00', '7', '12:60', 'noon', '-1:00', '1e1:00'])
    expect(minuteOf(wrong)).toBeUndefined()
})

test('a pair is one pair, whoever is named first', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      expect(pairOf(one, other)).toEqual(pairOf(other, one))
    }),
  )
})

test('a request rests after “not now” at once, and after a month by itself', () => {
  const askedAt = new Date('2030-01-01T00:00:00Z')
  const later = (milliseconds: number) => new Date(askedAt.getTime() + milliseconds)
  expect(rests({ askedAt, restedAt: null }, later(REQUEST_RESTS_AFTER))).toBe(false)
  expect(rests({ askedAt, restedAt: null }, later(REQUEST_RESTS_AFTER + 1))).toBe(true)
  expect(rests({ askedAt, restedAt: askedAt }, askedAt)).toBe(true)
})

import { expect, test } from 'vitest'
import { digestDue, digestSince, mayWrite, zonesWhere } from './rules.ts'

const DAY = 86_400_000
const sundayMorning = new Date('2030-06-09T09:30:00Z')

test('a digest is due once in its morning', () => {
  expect(digestDue('weekly', 'UTC', null, sundayMorning)).toBe(true)
  expect(digestDue('weekly', 'UTC', new Date(sundayMorning.getTime() - 60_000), sundayMorning)).toBe(false)
  expect(digestDue('weekly', 'UTC', null, new Date(sundayMorning.getTime() + DAY))).toBe(false)
  expect(digestDue('daily', 'UTC', sundayMorning, new Date(sundayMorning.getTime() + DAY))).toBe(true)
  expect(digestDue('none', 'UTC', null, sundayMorning)).toBe(false)
  // Still Saturday there.
  expect(digestDue('weekly', 'Pacific/Pago_Pago', null, sundayMorning)).toBe(false)
})

test('a digest begins where the last one ended, and the first one a week or a day back at most', () => {
  const last = new Date(sundayMorning.getTime() - 7 * DAY)
  const joined = new Date(0)
  expect(digestSince('weekly', last, joined, sundayMorning)).toEqual(last)
  expect(digestSince('daily', null, joined, sundayMorning)).toEqual(new Date(sundayMorning.getTime() - DAY))
  expect(digestSince('weekly', null, new Date(sundayMorning.getTime() - DAY), sundayMorning)).toEqual(
    new Date(sundayMorning.getTime() - DAY),
  )
})

test('zones are found by the hour their people live in', () => {
  expect(zonesWhere(['UTC', 'Asia/Tokyo', 'America/New_York'], sundayMorning, 'morning')).toEqual(['UTC'])
  expect(zonesWhere(['UTC', 'Asia/Tokyo', 'America/New_York'], sundayMorning, 'evening')).toEqual([
    'Asia/Tokyo',
  ])
})

test('the first week has a limit of its own, which answers to oneself do not meet', () => {
  const joined = new Date(sundayMorning.getTime() - DAY)
  const long = new Date(0)
  expect(mayWrite({ lastDay: 0, sinceJoining: 3 }, joined, sundayMorning, false)).toBe(false)
  expect(mayWrite({ lastDay: 0, sinceJoining: 3 }, joined, sundayMorning, true)).toBe(true)
  expect(mayWrite({ lastDay: 0, sinceJoining: 30 }, long, sundayMorning, false)).toBe(true)
  expect(mayWrite({ lastDay: 12, sinceJoining: 12 }, long, sundayMorning, true)).toBe(false)
})

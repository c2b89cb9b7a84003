import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anniversary, FIRST_MILLISECONDS, isFirstNow, isOfferName, OFFERED_DAYS } from './offers/rules.ts'
import { ASKED_DAYS, byName, DAY, handlesIn, isStanding, mayStillAnswer, restsAt } from './rules.ts'

test('SHINE-4 one stands for two weeks and then rests', () => {
  const openedAt = new Date('2026-03-01T10:00:00Z')
  const one = { restsAt: restsAt(openedAt) }
  expect(isStanding(one, new Date(openedAt.getTime() + 14 * DAY - 1))).toBe(true)
  expect(isStanding(one, new Date(openedAt.getTime() + 14 * DAY))).toBe(false)
})

test('SHINE-4 names stand by the alphabet, in whatever order people said yes', () => {
  const people = ['Zoë', 'Asha', 'Émile', 'Ben', 'Noor'].map((name) => ({ name }))
  fc.assert(
    fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
      expect(byName(shuffled, 'en').map(({ name }) => name)).toEqual(['Asha', 'Ben', 'Émile', 'Noor', 'Zoë'])
    }),
    { numRuns: 20 },
  )
})

test('SHINE-4 a question to be named lapses; a yes is taken back at any time', () => {
  const askedAt = new Date('2026-03-01T10:00:00Z')
  const late = new Date(askedAt.getTime() + ASKED_DAYS * DAY)
  expect(mayStillAnswer({ askedAt, answer: null }, new Date(late.getTime() - 1))).toBe(true)
  expect(mayStillAnswer({ askedAt, answer: null }, late)).toBe(false)
  expect(mayStillAnswer({ askedAt, answer: 'no' }, late)).toBe(false)
  expect(mayStillAnswer({ askedAt, answer: 'yes' }, late)).toBe(true)
})

test('handles are read however they are typed, each once', () => {
  expect(handlesIn(' @Mira, noor;ben\n@mira  ')).toEqual(['mira', 'noor', 'ben'])
  expect(handlesIn(' , ;')).toEqual([])
})

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number]
  return { year, month: month - 1, date }
}

test('SHINE-4 an anniversary is offered on its day and within the week after, also over the turn of the year', () => {
  const from = day('2023-12-30')
  expect(anniversary(from, day('2026-12-30'))).toEqual({ years: 3, isToday: true })
  expect(anniversary(from, day('2027-01-05'))).toEqual({ years: 3, isToday: false })
  expect(anniversary(from, day('2027-01-06'))).toBeUndefined()
  expect(anniversary(from, day('2026-12-29'))).toBeUndefined()
  expect(anniversary(from, day('2024-01-02'))).toBeUndefined()
  expect(anniversary(day('2024-02-29'), day('2025-03-01'))).toEqual({ years: 1, isToday: true })
})

test('SHINE-4 whatever the day, an anniversary is offered on seven days of a year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1460 }), (offset) => {
      const at = (days: number) => {
        const date = new Date(Date.UTC(2021, 0, 1) + days * DAY)
        return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() }
      }
      const offered = Array.from({ length: 366 }, (_, one) => anniversary(at(offset), at(offset + 180 + one)))
      expect(offered.filter(Boolean)).toHaveLength(OFFERED_DAYS)
    }),
    { numRuns: 40 },
  )
})

test('SHINE-4 a first is told of while it is fresh, and not while its thanks can be taken back', () => {
  const thankedAt = new Date('2026-03-01T10:00:00Z')
  const after = (milliseconds: number) => isFirstNow(thankedAt, new Date(thankedAt.getTime() + milliseconds))
  expect(after(5 * 60_000)).toBe(false)
  expect(after(DAY)).toBe(true)
  expect(after(FIRST_MILLISECONDS)).toBe(false)
})

test('offers are known by name', () => {
  expect(['years-1', 'years-12', 'first'].every(isOfferName)).toBe(true)
  expect(['years-0', 'years--1', 'years-1e3', 'last', ''].some(isOfferName)).toBe(false)
})

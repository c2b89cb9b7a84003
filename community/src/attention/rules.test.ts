import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Phrase } from '../foundation/index.ts'
import type { AttentionKind } from './kinds.ts'
import {
  type Answer,
  dismissedInRow,
  INTERRUPTIONS,
  mayAsk,
  type Outcome,
  sleepsUntil,
  speaksOfGrave,
  type Use,
} from './rules.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const label: Phrase = { key: 'test', text: 'Test' }
const kindOf = (
  name: string,
  order: number,
  day: number,
  week: number,
  interrupts = true,
): AttentionKind => ({
  name,
  order,
  label,
  about: label,
  limits: { day, week },
  interrupts,
})
const pause = kindOf('pause', 30, 2, 5)
const privacy = kindOf('private-data', 20, 3, 8)
const norm = kindOf('norm', 40, 3, 8)
const thanks = kindOf('thanks', 50, 1, 3, false)
const interrupting = new Set(['pause', 'private-data', 'norm'])
const choices = { quiet: false, off: new Set<string>() }
const start = new Date('2026-11-02T08:00:00Z')
const after = (hours: number) => new Date(start.getTime() + hours * HOUR)
const use = (hours: number, outcome: Outcome | null = 'heeded', kind = 'pause', free = false): Use => ({
  kind,
  at: after(hours),
  outcome,
  free,
  still: false,
})
const ask = (uses: Use[], hours: number, { kind = pause, own = choices } = {}): Answer =>
  mayAsk(kind, { uses, choices: own, interrupting }, after(hours))

test('PAUSE-7 twice within a day, and no third time before the day is over', () => {
  expect(ask([], 0)).toBe('speak')
  expect(ask([use(0)], 1)).toBe('speak')
  expect(ask([use(0), use(1)], 2)).toBe('spent')
  expect(ask([use(0), use(1)], 24.5)).toBe('speak')
})

test('PAUSE-7 five times within a week', () => {
  const five = [0, 25, 50, 75, 100].map((hours) => use(hours))
  expect(ask(five, 130)).toBe('spent')
  expect(ask(five, 7 * 24 + 1)).toBe('speak')
})

test('PAUSE-7 all that interrupts shares one limit; what does not interrupt is outside of it', () => {
  const others = [use(0, 'heeded', 'norm'), use(1, 'heeded', 'private-data'), use(2, 'heeded', 'norm')]
  expect(ask(others, 3)).toBe('spent')
  expect(ask(others, 3, { kind: thanks })).toBe('speak')
  expect(ask([use(0), use(1), use(2, null, 'thanks')], 3, { kind: norm })).toBe('speak')
})

test('PAUSE-7 dismissed twice in a row it sleeps for thirty days, and wakes', () => {
  const twice = [use(0, 'heeded'), use(30, 'dismissed'), use(60, 'dismissed')]
  expect(ask(twice, 90)).toBe('asleep')
  expect(sleepsUntil(twice, 'pause', after(90))).toEqual(after(60 + 30 * 24))
  expect(ask(twice, 60 + 30 * 24 + 1)).toBe('speak')
  // Once more, and it sleeps at once.
  const again = [...twice, use(60 + 31 * 24, 'dismissed')]
  expect(ask(again, 60 + 31 * 24 + 1)).toBe('asleep')
  expect(dismissedInRow(again, 'pause')).toBe(3)
})

test('PAUSE-7 what was heeded, or is not answered yet, is no dismissal', () => {
  expect(dismissedInRow([use(0, 'dismissed'), use(1, 'heeded'), use(2, 'dismissed')], 'pause')).toBe(1)
  expect(dismissedInRow([use(0, 'dismissed'), use(1, null), use(2, 'dismissed')], 'pause')).toBe(2)
  expect(dismissedInRow([use(0, 'dismissed', 'norm')], 'pause')).toBe(0)
})

test('PAUSE-7 what is grave speaks when the budget is spent, uses none of it, and still obeys a member', () => {
  const spent = [use(0), use(1)]
  expect(speaksOfGrave(ask(spent, 2))).toBe(true)
  expect(ask([use(0, 'heeded', 'pause', true), use(1, 'heeded', 'pause', true)], 2)).toBe('speak')
  expect(speaksOfGrave(ask([use(0, 'dismissed'), use(1, 'dismissed')], 2))).toBe(true)
  for (const own of [
    { quiet: true, off: new Set<string>() },
    { quiet: false, off: new Set(['pause']) },
  ])
    expect(speaksOfGrave(ask([], 0, { own }))).toBe(false)
})

const someOutcome = fc.constantFrom<(Outcome | null)[]>('heeded', 'dismissed', null)

test('PAUSE-7 a member who writes ten posts a day for thirty days, with everything wanting to speak each time', () => {
  const kinds = [privacy, pause, norm]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), someOutcome), { minLength: 300, maxLength: 300 }),
      (posts) => {
        const uses: Use[] = []
        posts.forEach(([shift, outcome], post) => {
          const hours = Math.floor(post / 10) * 24 + (post % 10) * 1.5 + shift / 16
          // The most important one that may, and no other.
          const kind = kinds.find((one) => ask(uses, hours, { kind: one }) === 'speak')
          if (kind) uses.push(use(hours, outcome, kind.name))
        })
        for (const { at } of uses) {
          const within = (days: number, names = interrupting) =>
            uses.filter(
              (one) => names.has(one.kind) && one.at <= at && one.at.getTime() > at.getTime() - days * DAY,
            ).length
          expect(within(1)).toBeLessThanOrEqual(INTERRUPTIONS.day)
          expect(within(7)).toBeLessThanOrEqual(INTERRUPTIONS.week)
          expect(within(1, new Set(['pause']))).toBeLessThanOrEqual(2)
          expect(within(7, new Set(['pause']))).toBeLessThanOrEqual(5)
        }
        expect(uses.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 40 },
  )
})

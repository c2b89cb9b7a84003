import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actOfDay, dayOf } from './rules.ts'

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 15 })
const seed = fc.string({ maxLength: 8 })

/** Goes through days as the page does. */
function live(
  start: readonly string[],
  days: number,
  change: (day: number, acts: string[]) => string[],
  place: string,
) {
  const last = new Map<string, string>()
  let acts = [...start]
  return Array.from({ length: days }, (_, number) => {
    acts = change(number, acts)
    const day = `2030-01-${String(number + 1).padStart(3, '0')}`
    const chosen = actOfDay(
      acts.map((id) => ({ id, lastDay: last.get(id) ?? null })),
      `${place} ${day}`,
    )
    const unseen = acts.filter((id) => !last.has(id))
    if (chosen) last.set(chosen, day)
    return { chosen, unseen, acts }
  })
}

test('SHINE-6 no idea stands on the page again before all of them were there', () => {
  fc.assert(
    fc.property(ids, seed, (acts, place) => {
      const days = live(acts, acts.length * 2, (_, same) => same, place).map(({ chosen }) => chosen)
      expect(new Set(days.slice(0, acts.length)).size).toBe(acts.length)
      // The second time round in the order of the first: each waits for all others.
      expect(days.slice(acts.length)).toEqual(days.slice(0, acts.length))
    }),
    { numRuns: 60 },
  )
})

test('SHINE-6 also while ideas are added and taken away: whatever never stood there comes first', () => {
  fc.assert(
    fc.property(ids, fc.array(fc.uuid(), { maxLength: 10 }), seed, (acts, more, place) => {
      const change = (day: number, now: string[]) => {
        const added = more[day] && !now.includes(more[day]!) ? [...now, more[day]!] : now
        return day % 5 === 4 ? added.slice(1) : added
      }
      for (const { chosen, unseen, acts: then } of live(acts, 30, change, place)) {
        if (then.length === 0) expect(chosen).toBeUndefined()
        else expect(unseen.length > 0 ? unseen : then).toContain(chosen)
      }
    }),
    { numRuns: 60 },
  )
})

test('SHINE-6 the idea of a day is the same in whatever order ideas come', () => {
  fc.assert(
    fc.property(ids, seed, (acts, place) => {
      const shown = acts.map((id, number) => ({ id, lastDay: number % 3 === 0 ? '2030-01-01' : null }))
      expect(actOfDay([...shown].reverse(), place)).toBe(actOfDay(shown, place))
    }),
    { numRuns: 60 },
  )
  expect(actOfDay([], 'nothing')).toBeUndefined()
  expect(dayOf({ year: 2030, month: 0, date: 5 })).toBe('2030-01-05')
})

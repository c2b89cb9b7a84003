import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  after,
  BAND,
  bandCandidates,
  bandOf,
  bridges,
  type HeadStarts,
  HOUR,
  kindOrder,
  MOST_HOURS,
  notYet,
  type Placed,
  reasonOf,
} from './rules.ts'

const now = new Date('2026-05-01T12:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR)
const post = fc.record({
  id: fc.uuid(),
  activeAt: fc.integer({ min: 0, max: 400 }).map(ago),
  createdAt: fc.integer({ min: 0, max: 600 }).map(ago),
  authorId: fc.option(fc.constantFrom('ada', 'ben'), { nil: undefined }),
  need: fc.constantFrom(null, 'advice' as const, 'celebrate' as const),
  answered: fc.boolean(),
  first: fc.boolean(),
  bridges: fc.boolean(),
  locked: fc.boolean(),
})
const posts = fc.uniqueArray(post, { selector: ({ id }) => id, maxLength: 30 })
const starts: fc.Arbitrary<HeadStarts> = fc.record({
  unanswered: fc.nat(MOST_HOURS),
  first: fc.nat(MOST_HOURS),
  bridges: fc.nat(MOST_HOURS),
})
const none: HeadStarts = { unanswered: 0, first: 0, bridges: 0 }
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

test('SHINE-2 the order loses and doubles nothing, whatever order it is given, and without head starts it is latest activity', () => {
  fc.assert(
    fc.property(posts, starts, (list, formula) => {
      const order = kindOrder(list, formula, now)
      expect(ids(order).sort()).toEqual(ids(list).sort())
      expect(kindOrder([...list].reverse(), formula, now)).toEqual(order)
      const plain = kindOrder(list, none, now)
      for (let at = 1; at < plain.length; at++) expect(plain[at - 1]!.place >= plain[at]!.place).toBe(true)
      expect(plain.every(({ reason }) => reason === undefined)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('SHINE-2 nothing is moved by more than its head start, and only with a reason that holds', () => {
  fc.assert(
    fc.property(posts, starts, (list, formula) => {
      for (const { id, place, reason } of kindOrder(list, formula, now)) {
        const one = list.find((known) => known.id === id)!
        const moved = place - one.activeAt.getTime()
        expect(moved).toBe(reason ? formula[reason] * HOUR : 0)
        expect(reason).toBe(reasonOf(one, formula, now))
        if (reason === 'unanswered') expect(one.answered || one.locked).toBe(false)
      }
    }),
    { numRuns: 100 },
  )
})

test('SHINE-2 page after page is the whole order, once', () => {
  fc.assert(
    fc.property(posts, starts, fc.integer({ min: 1, max: 7 }), (list, formula, size) => {
      const order = kindOrder(list, formula, now)
      const read: string[] = []
      for (
        let left: readonly Placed[] = order;
        left.length > 0;
        left = after(order, left[Math.min(size, left.length) - 1])
      )
        read.push(...ids(left.slice(0, size)))
      expect(read).toEqual(ids(order))
    }),
    { numRuns: 100 },
  )
})

test('SHINE-2 the band: one of each, three at most, only what its reader sees', () => {
  fc.assert(
    fc.property(posts, fc.func(fc.boolean()), (list, sees) => {
      const visible = new Set(ids(list).filter((id) => sees(id)))
      const band = bandOf(bandCandidates(list, now), visible)
      expect(band.length).toBeLessThanOrEqual(BAND)
      expect(new Set(ids(band)).size).toBe(band.length)
      expect(new Set(band.map(({ reason }) => reason)).size).toBe(band.length)
      for (const { id } of band) expect(visible.has(id)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('SHINE-2 a thread bridges where at least three wrote and most pairs have not written together elsewhere', () => {
  const strangers = () => false
  expect(bridges(['ada', 'ben', 'cleo'], strangers)).toBe(true)
  expect(bridges(['ada', 'ben'], strangers)).toBe(false)
  expect(bridges(['ada', 'ben', 'ben', 'ada'], strangers)).toBe(false)
  expect(bridges(['ada', 'ben', 'cleo'], (one, other) => one === 'ada' && other === 'ben')).toBe(true)
  expect(bridges(['ada', 'ben', 'cleo'], (one) => one === 'ada')).toBe(false)
  const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 10 })
  fc.assert(
    fc.property(people, (all) => !bridges(all, () => true)),
    { numRuns: 30 },
  )
})

test('SHINE-2 it is offered where fifty write, in a hobby or project space with more than 20 posts a day', () => {
  const here = { kind: 'hobby' as const, isHouse: true, postsADay: 21 }
  expect(notYet(here)).toBeUndefined()
  expect(notYet({ ...here, kind: 'support' })).toBe('other-kind')
  expect(notYet({ ...here, isHouse: false })).toBe('small-place')
  expect(notYet({ ...here, postsADay: 20 })).toBe('quiet-space')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../foundation/index.ts'
import {
  DEEPEST,
  depthOf,
  isQuietEdit,
  mayMoveBetween,
  newSince,
  nextMark,
  QUIET_EDIT_MILLISECONDS,
  quoteOf,
  replyPath,
  titleFrom,
  VISIT_MILLISECONDS,
} from './rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2030, 0, 1) + minutes * 60_000)

test('at a first visit nothing is new, and it is remembered', () => {
  expect(newSince(undefined, at(0))).toBeUndefined()
  expect(nextMark(undefined, at(-5), at(0))).toEqual({ readAt: at(0), since: at(0) })
})

test('what came while somebody was away is new for the whole visit, not only for its first page', () => {
  const before = { readAt: at(0), since: at(-60) }
  expect(newSince(before, at(90))).toEqual(at(0))
  const during = nextMark(before, at(80), at(90))!
  expect(during).toEqual({ readAt: at(90), since: at(0) })
  expect(newSince(during, at(95))).toEqual(at(0))
  expect(newSince(during, at(90 + VISIT_MILLISECONDS / 60_000 + 1))).toEqual(at(90))
})

test('a thread in which nothing was written since is read without writing', () => {
  expect(nextMark({ readAt: at(10), since: at(0) }, at(10), at(500))).toBeUndefined()
  expect(nextMark({ readAt: at(10), since: at(0) }, at(11), at(12))).toEqual({ readAt: at(12), since: at(0) })
})

test('a mark never goes back, and nothing older than it is ever new', () => {
  const minutes = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(minutes, minutes, minutes, minutes, (a, b, active, later) => {
      const mark = { readAt: at(Math.max(a, b)), since: at(Math.min(a, b)) }
      const now = at(Math.max(a, b) + later)
      const next = nextMark(mark, at(active), now)
      if (!next) return
      expect(next.readAt >= mark.readAt).toBe(true)
      expect(next.since >= mark.since && next.since <= next.readAt).toBe(true)
    }),
  )
})

test('fixes of the first five minutes are quiet, later ones are not', () => {
  expect(isQuietEdit(at(0), new Date(at(0).getTime() + QUIET_EDIT_MILLISECONDS))).toBe(true)
  expect(isQuietEdit(at(0), new Date(at(0).getTime() + QUIET_EDIT_MILLISECONDS + 1))).toBe(false)
})

test('a thread that was answered never moves to where more people read', () => {
  const wider: [Parameters<typeof mayMoveBetween>[0], Parameters<typeof mayMoveBetween>[1]][] = [
    ['members', 'public'],
    ['invited', 'public'],
    ['invited', 'members'],
    ['invited', 'invited'],
  ]
  for (const [from, to] of wider) {
    expect(mayMoveBetween(from, to, true)).toBe(false)
    expect(mayMoveBetween(from, to, false)).toBe(true)
  }
  for (const [from, to] of [
    ['public', 'public'],
    ['public', 'members'],
    ['public', 'invited'],
    ['members', 'members'],
    ['members', 'invited'],
  ] as const)
    expect(mayMoveBetween(from, to, true)).toBe(true)
})

test('a quote has the words, without what they quoted themselves and without pictures', () => {
  expect(quoteOf('> you said\n\nI say\nthis')).toBe('> I say\n> this\n\n')
  expect(quoteOf('Look:\n\n![a cat](/files/01890000-0000-7000-8000-000000000000)')).toBe('> Look:\n\n')
  expect(quoteOf('> only a quote')).toBe('')
  const long = quoteOf('word '.repeat(500))
  expect(long.length).toBeLessThan(520)
  expect(long).toMatch(/word …\n\n$/)
})

test('every line of a quote is quoted, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (body) => {
      const quote = quoteOf(body)
      for (const line of quote.trimEnd().split('\n')) if (quote) expect(line.startsWith('>')).toBe(true)
      expect(quote.isWellFormed()).toBe(true)
    }),
  )
})

test('the title of a post without one is its first words', () => {
  expect(titleFrom('# Beans\nthey climb')).toBe('Beans')
  expect(titleFrom(`${'bean '.repeat(40)}`)).toMatch(/^(bean )+…$/)
  expect(titleFrom('bean '.repeat(40)).length).toBeLessThan(90)
})

test('a title taken from the first words shows no marks', () => {
  expect(titleFrom('The **latch** on the *old* _door_.')).toBe('The latch on the old door.')
  expect(titleFrom('## See [the plan](https://plan.example/a_b) for `make_bread`')).toBe(
    'See the plan for make_bread',
  )
  expect(titleFrom('```\nboiler --reset\n```')).toBe('boiler --reset')
  expect(titleFrom('2 * 3 * 4 makes snake_case_words')).toBe('2 * 3 * 4 makes snake_case_words')
  expect(titleFrom('\n\n')).toBe('')
})

/** A thread grown at random: each reply answers the post or an earlier reply. */
const thread = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((choices) => {
  const replies: { id: string; parent: number | undefined; path: Buffer }[] = []
  for (const [index, choice] of choices.entries()) {
    const parent = choice % (index + 1) === index ? undefined : choice % (index + 1)
    const id = newId(1_700_000_000_000 + index)
    replies.push({
      id,
      parent,
      path: replyPath(id, parent === undefined ? undefined : replies[parent]!.path),
    })
  }
  return replies
})

test('sorted by path, an answer stands after what it answers, and siblings in the order of their times', () => {
  fc.assert(
    fc.property(thread, (replies) => {
      const sorted = [...replies].sort((one, other) => Buffer.compare(one.path, other.path))
      const place = new Map(sorted.map((reply, index) => [reply.id, index]))
      for (const reply of replies) {
        if (reply.parent === undefined) continue
        expect(place.get(reply.id)).toBeGreaterThan(place.get(replies[reply.parent]!.id)!)
      }
      for (const [index, reply] of replies.entries())
        for (const later of replies.slice(index + 1))
          if (later.parent === reply.parent) expect(place.get(later.id)).toBeGreaterThan(place.get(reply.id)!)
    }),
  )
})

test('sorted by path, everything under one answer stands together, and nothing steps in more than twice', () => {
  fc.assert(
    fc.property(thread, (replies) => {
      const rootOf = (index: number): number =>
        replies[index]!.parent === undefined ? index : rootOf(replies[index]!.parent!)
      const roots = [...replies.keys()]
        .sort((one, other) => Buffer.compare(replies[one]!.path, replies[other]!.path))
        .map(rootOf)
      expect(roots.filter((root, index) => root !== roots[index - 1]).length).toBe(new Set(roots).size)
      for (const { path } of replies) expect(depthOf(path.toString('hex'))).toBeLessThan(DEEPEST)
      expect(new Set(replies.map(({ path }) => path.toString('hex'))).size).toBe(replies.length)
    }),
  )
})

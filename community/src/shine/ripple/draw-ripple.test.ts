import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawing, drawRipple, shortName } from './draw-ripple.ts'
import { NAMES_SHOWN } from './rules.ts'

const drawing = (given: Partial<Drawing> = {}): Drawing => ({
  people: [],
  wentOn: undefined,
  mirrored: false,
  title: 'Rings',
  description: 'Names on them',
  ...given,
})
const people = (count: number, name = (at: number) => `Name ${String.fromCharCode(97 + at)}`) =>
  Array.from({ length: count }, (_, at) => ({ name: name(at), icon: 'thanks' as const }))

/** Where each name stands, in percent across and pixels down. */
const places = (svg: string) =>
  [...svg.matchAll(/<svg x="([\d.]+)%" y="([\d.]+)" overflow="visible"><text/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))

test('SHINE-7 it is said in words: a picture with a title and a description', () => {
  const svg = drawRipple(drawing())
  expect(svg).toMatch(/^<svg class="ripple"[^>]* role="img" aria-labelledby="ripple-title ripple-desc">/)
  expect(svg).toContain('<title id="ripple-title">Rings</title><desc id="ripple-desc">Names on them</desc>')
})

test('SHINE-7 no more than ten names, whoever else told: it stays calm', () => {
  for (const count of [0, 1, 2, 3, 6, 7, 10])
    expect(places(drawRipple(drawing({ people: people(count) })))).toHaveLength(count)
  expect(drawRipple(drawing({ people: people(10_000, (at) => `n${at % 10}`) }))).toBe(
    drawRipple(drawing({ people: people(NAMES_SHOWN, (at) => `n${at}`) })),
  )
})

test('SHINE-7 no two names meet at any width, and each stands inside the picture', () => {
  for (let count = 1; count <= NAMES_SHOWN; count++) {
    const svg = drawRipple(drawing({ people: people(count), wentOn: 'and it went on' }))
    const height = Number(/height="(\d+)"/.exec(svg)![1])
    const found = places(svg)
    const heights = found.map(({ y }) => y).sort((one, other) => one - other)
    for (const [at, y] of heights.entries())
      if (at > 0) expect(y - heights[at - 1]!).toBeGreaterThanOrEqual(24)
    for (const { x, y } of found) {
      expect(x).toBeGreaterThan(8)
      expect(x).toBeLessThan(92)
      expect(y).toBeGreaterThan(12)
      expect(y).toBeLessThan(height - 30)
    }
  }
})

test('SHINE-7 from right to left it stands in a mirror', () => {
  const right = places(drawRipple(drawing({ people: people(7) })))
  const left = places(drawRipple(drawing({ people: people(7), mirrored: true })))
  expect(left.map(({ x, y }) => ({ x: Math.round(100 - x), y }))).toEqual(
    right.map(({ x, y }) => ({ x: Math.round(x), y })),
  )
})

test('SHINE-7 whatever people call themselves, it stays one picture without a style or a script', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (names) => {
      const given = drawing({ people: names.map((name) => ({ name, icon: 'thanks' as const })) })
      const svg = drawRipple(given)
      expect(svg).toBe(drawRipple(given))
      expect(svg.match(/<text/g) ?? []).toHaveLength(Math.min(names.length, NAMES_SHOWN))
      const tags = svg.replace(/>[^<]*</g, '><')
      expect(tags).not.toMatch(/style=|<script|on\w+=|NaN/)
      expect((svg.match(/<svg/g) ?? []).length).toBe((svg.match(/<\/svg>/g) ?? []).length)
    }),
    { numRuns: 100 },
  )
})

test('a long name is cut between letters, never inside one', () => {
  expect(shortName('  Noor ')).toBe('Noor')
  expect(shortName('Maximiliane von Hohenberg')).toBe('Maximiliane von…')
  expect(shortName('👩‍👩‍👧‍👦'.repeat(12))).toBe(`${'👩‍👩‍👧‍👦'.repeat(9)}…`)
  expect(shortName('W'.repeat(12))).toBe(`${'W'.repeat(9)}…`)
  expect(shortName('山'.repeat(12))).toBe(`${'山'.repeat(9)}…`)
  expect(shortName(`a${'\u0301'.repeat(4_000)}`).length).toBeLessThan(60)
})

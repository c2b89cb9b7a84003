import { expect, test } from 'vitest'
import { compareScores } from './compare.ts'
import { COLUMNS, flecksOf, ROWS } from './density.ts'
import { plotOf } from './plot.ts'
import { across, FIELD, marksOf, oldLabelsOf, upTo } from './plot-marks.ts'
import type { Result } from './result.ts'

const spread = Array.from({ length: 100 }, (_, at) => (at + 1) / 100)
const compared = (thresholds: number[], ours = spread.map((score) => score / 2), name = 'TOXICITY') =>
  compareScores(name, { old: spread, ours }, thresholds)

const resultOf = (...comparisons: Result['comparisons']): Result => ({
  texts: 100,
  models: ['quick 1'],
  comparisons,
  tooFew: [],
  unanswered: [],
  absent: [],
  unused: new Map(),
})

test('flecks stand where messages are, the largest where most are', () => {
  const flecks = flecksOf({ old: [0, 0.01, 1], ours: [0, 0.01, 1] })
  const [left, bottom] = [0.5 / COLUMNS, 0.5 / ROWS]
  expect(flecks).toEqual([
    { old: left, ours: bottom, weight: 1 },
    { old: 1 - left, ours: 1 - bottom, weight: Math.log(2) / Math.log(3) },
  ])
})

test('places: percent across, px down', () => {
  expect([0, 0.333, 1].map(across)).toEqual(['0%', '33.3%', '100%'])
  expect([0, 0.5, 1].map(upTo)).toEqual([FIELD, FIELD / 2, 0])
})

test.each([
  ['apart', [0.2, 0.5, 0.9]],
  ['near one another', [0.7, 0.71, 0.72, 0.73, 0.74]],
  ['at the top', [0.96, 0.97, 0.98, 0.99, 1]],
  ['at the bottom', [0.01, 0.02, 0.03]],
])('labels of thresholds %s have a line each, within the field', (_, thresholds) => {
  const labels = marksOf(compared(thresholds, spread)).map(({ label }) => label)
  for (const [at, label] of labels.entries()) {
    expect(label).toBeGreaterThanOrEqual(0)
    expect(label).toBeLessThanOrEqual(FIELD)
    if (at > 0) expect(labels[at - 1]! - label).toBeGreaterThanOrEqual(16)
  }
})

test.each([
  [
    [0.5, 0.7, 0.8, 0.9],
    [0, 0, 0, 0],
  ],
  [
    [0.9, 0.95, 0.98],
    [0, 1, 2],
  ],
  [
    [0.5, 0.75, 0.8, 0.9],
    [0, 0, 1, 0],
  ],
  // The first line begins with words.
  [
    [0.1, 0.4],
    [1, 0],
  ],
])('labels of the old thresholds %j stand on lines %j', (thresholds, lines) => {
  expect(oldLabelsOf(compared(thresholds)).map(({ line }) => line)).toEqual(lines)
})

test('a panel for each attribute, with its thresholds and what each becomes', () => {
  const svg = plotOf(resultOf(compared([0.5, 0.8]), compared([0.9], spread, 'INSULT')))
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="kc-title kc-desc">\n<title id="kc-title">/)
  expect(svg).toContain(
    'TOXICITY: 100 texts, rank correlation 1.00 (1.00–1.00); 0.5 becomes 0.25, 0.8 becomes 0.4.',
  )
  expect(svg).toContain('INSULT: 100 texts, rank correlation 1.00 (1.00–1.00); 0.9 becomes 0.9.')
  expect(svg.match(/class="name"/g)).toHaveLength(2)
  expect(svg.match(/class="dot"/g)).toHaveLength(3)
  expect(svg).toContain('prefers-color-scheme:dark')
  expect(svg).toContain("These scores are not Google's")
  expect(svg).not.toMatch(/<script|NaN|undefined|Infinity|href/)
})

test('every element is closed', () => {
  const svg = plotOf(
    resultOf(
      compared([0.5]),
      compared(
        [0.5],
        spread.map(() => 0.2),
        'THREAT',
      ),
    ),
  )
  const open: string[] = []
  for (const [, end, name, alone] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name)
    else if (!alone) open.push(name!)
  }
  expect(open).toEqual([])
})

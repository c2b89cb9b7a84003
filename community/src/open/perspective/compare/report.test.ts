import { expect, test } from 'vitest'
import { compareScores } from './compare.ts'
import { reportOf } from './report.ts'
import { reportJson } from './report-json.ts'
import type { Result } from './result.ts'
import { notGoogles } from './sentences.ts'

const spread = (count: number) => Array.from({ length: count }, (_, at) => (at + 1) / count)

function resultWith(count: number, change: (score: number) => number, parts: Partial<Result> = {}): Result {
  const pairs = { old: spread(count), ours: spread(count).map(change) }
  return {
    texts: count,
    models: ['quick 1'],
    comparisons: [compareScores('TOXICITY', pairs, [0.5, 0.95])],
    tooFew: [],
    unanswered: [],
    absent: [],
    unused: new Map(),
    ...parts,
  }
}

test('a table, what is in none, and that the scores are not those of old', () => {
  const result = resultWith(200, (score) => score / 2, {
    unanswered: ['SPAM'],
    tooFew: [{ name: 'THREAT', texts: 1 }],
    absent: ['INSULT'],
    unused: new Map([
      ['not_json', { count: 1, first: [7] }],
      ['no_text', { count: 1200, first: [8, 9] }],
    ]),
  })
  expect(
    reportOf(result),
  ).toBe(`200 texts with old scores, read here by quick 1. The new thresholds are for that reader alone.

TOXICITY: 200 texts, rank correlation 1.00, probably 1.00 to 1.00
   old  above           new        probably  still above
   0.5    101  50.5%   0.25  0.250 to 0.258   100 of 100
  0.95     11   5.5%  0.475  0.475 to 0.482   100 of 100

above:       messages at or above the old threshold
new:         the threshold that keeps the same share here, and where it probably lies
still above: of 100 messages above the old threshold, how many are above the new one

THREAT has 1 text; a comparison takes 10.
SPAM is not answered here, so no threshold carries over.
INSULT has a threshold and no score in this file.
Left out: 1 entry with something else than a JSON object (line or row 7).
Left out: 1,200 entries without a text (line or row 8, 9 and 1,198 more).

${notGoogles}
`)
})

test.each([
  [40, (score: number) => score, 'Fewer than 50 texts: these figures say little.'],
  [
    60,
    (score: number) => 1 - score,
    'The two barely agree: a threshold that keeps the share keeps other messages.',
  ],
  [60, (score: number) => score, 'Fewer than 10 messages are above 0.95: too few to tell.'],
  [60, () => 0.3, 'Many messages score the same here: 0.3 keeps 100.0% instead of 51.7%.'],
  [60, () => 0.3, 'no rank correlation: one side scores every text the same'],
])('%i texts: a caution', (count, change, sentence) => {
  expect(reportOf(resultWith(count, change))).toContain(sentence)
})

test('above a threshold that nobody reached there is a dash', () => {
  const pairs = { old: spread(60).map((score) => score / 4), ours: spread(60) }
  const result = resultWith(60, (score) => score, { comparisons: [compareScores('THREAT', pairs, [0.9])] })
  expect(reportOf(result)).toContain('\n  0.9      0  0.0%    -         -            -\n')
})

test('the same for programs', () => {
  const found = reportJson(resultWith(200, (score) => score / 2, { unanswered: ['SPAM'] }))
  expect(found).toMatchObject({
    texts: 200,
    models: ['quick 1'],
    attributes: {
      TOXICITY: {
        texts: 200,
        rankCorrelation: 1,
        rankCorrelationBetween: [1, 1],
        thresholds: [
          { old: 0.5, above: 101, share: 0.505, new: 0.25, newAbove: 101, newShare: 0.505, stillAbove: 1 },
          {},
        ],
      },
    },
    unanswered: ['SPAM'],
    unused: [],
    note: notGoogles,
  })
  expect(JSON.parse(JSON.stringify(found))).toEqual(found)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOldLine } from './old-scores.ts'

const parse = (line: unknown) => parseOldLine(JSON.stringify(line))
const toxic = (score: number) => ({ text: 'Hm.', scores: new Map([['TOXICITY', score]]) })

test.each([
  ['scores by name', { text: 'Hm.', scores: { TOXICITY: 0.8 } }],
  ['in lower case, as text', { text: 'Hm.', scores: { toxicity: '0.8' } }],
  ["the original's answer", { text: 'Hm.', attributeScores: { TOXICITY: { summaryScore: { value: 0.8 } } } }],
  ['the same under another name', { body: 'Hm.', scores: { TOXICITY: { summaryScore: { value: 0.8 } } } }],
  ['the whole request kept', { comment: { text: 'Hm.' }, scores: { TOXICITY: 0.8, INSULT: null } }],
  ['a name that nobody knows', { comment: 'Hm.', scores: { TOXICITY: 0.8, KARMA: 71, __proto__: 2 } }],
])('%s', (_, line) => {
  expect(parse(line)).toEqual(toxic(0.8))
})

test('what nothing answers is kept by its name, so that it can be told', () => {
  expect(parse({ text: 'Hm.', scores: { SPAM: 0.4 } })).toEqual({
    text: 'Hm.',
    scores: new Map([['SPAM', 0.4]]),
  })
})

test.each([
  ['no_text', { scores: { TOXICITY: 0.8 } }],
  ['no_text', { text: '  \n', scores: { TOXICITY: 0.8 } }],
  ['no_text', { text: 7, scores: { TOXICITY: 0.8 } }],
  ['no_scores', { text: 'Hm.' }],
  ['no_scores', { text: 'Hm.', scores: {} }],
  ['no_scores', { text: 'Hm.', scores: { KARMA: 1 } }],
  ['no_scores', { text: 'Hm.', scores: [0.8] }],
  ['no_scores', { text: 'Hm.', attributeScores: { TOXICITY: { spanScores: [] } } }],
  ['score_wrong', { text: 'Hm.', scores: { TOXICITY: 80 } }],
  ['score_wrong', { text: 'Hm.', scores: { TOXICITY: -0.1 } }],
  ['score_wrong', { text: 'Hm.', scores: { TOXICITY: 'high' } }],
  ['score_wrong', { text: 'Hm.', scores: { TOXICITY: true } }],
  ['not_json', ['Hm.', 0.8]],
  ['not_json', null],
])('%s: %j', (code, line) => {
  expect(parse(line)).toBe(code)
})

test('no line breaks it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (line) => {
      const found = parseOldLine(line)
      expect(typeof found === 'string' || found.scores.size > 0).toBe(true)
    }),
  )
})

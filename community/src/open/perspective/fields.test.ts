import { expect, test } from 'vitest'
import { partsOf } from './fields.ts'

const score = (value: number) => ({ summaryScore: { value, type: 'PROBABILITY' } })
const answer = {
  attributeScores: { TOXICITY: score(0.2), INSULT: score(0.1) },
  languages: ['en'],
}

test.each([
  [' ', answer],
  ['*', answer],
  ['languages', { languages: ['en'] }],
  ['attributeScores/TOXICITY', { attributeScores: { TOXICITY: score(0.2) } }],
  [
    'attributeScores/*/summaryScore/value',
    {
      attributeScores: {
        TOXICITY: { summaryScore: { value: 0.2 } },
        INSULT: { summaryScore: { value: 0.1 } },
      },
    },
  ],
  [
    'languages, attributeScores(INSULT(summaryScore/value))',
    { attributeScores: { INSULT: { summaryScore: { value: 0.1 } } }, languages: ['en'] },
  ],
  ['nothing', {}],
])('of an answer, %s', (fields, parts) => {
  expect(partsOf(answer, fields)).toEqual(parts)
})

test.each(['a(', 'a)', '/', 'a,,b', 'a(b', '(', `${'a/'.repeat(40)}a`])('%s is refused', (fields) => {
  expect(() => partsOf(answer, fields)).toThrow("Invalid value at 'fields'")
})

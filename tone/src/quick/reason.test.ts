import { expect, test } from 'vitest'
import { type Attribute, attributes } from '../attributes.ts'
import { reasonFor } from './reason.ts'

const withScores = (scores: Partial<Record<Attribute, number>>) =>
  reasonFor({
    ...(Object.fromEntries(attributes.map((one) => [one, 0.01])) as Record<Attribute, number>),
    ...scores,
  })

test.each([
  [{ toxicity: 0.9, insult: 0.8 }, 'insult'],
  [{ toxicity: 0.9, insult: 0.3 }, 'toxicity'],
  [{ hostility: 0.7, toxicity: 0.6, dismissal: 0.5 }, 'dismissal'],
  [{ profanity: 0.95, toxicity: 0.3, insult: 0.2 }, 'profanity'],
  [{ threat: 0.6, insult: 0.7 }, 'insult'],
] as const)('%j is named %s', (scores, harm) => {
  expect(withScores(scores)).toBe(harm)
})

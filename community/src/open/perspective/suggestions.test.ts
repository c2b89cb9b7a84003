import { describe, expect, test } from 'vitest'
import { appWith, ask } from '../../../test/kit/perspective.ts'
import type { Suggestion } from './suggestions.ts'

describe('suggested scores', () => {
  const suggestion = {
    comment: { text: 'Fair point.' },
    attributeScores: { TOXICITY: { summaryScore: { value: 0 } }, SPAM: { summaryScore: { value: 0.2 } } },
    languages: ['en'],
    communityId: 'Coral:https://paper.example',
    clientToken: 'comment:7',
    sessionId: 'https://paper.example_42',
  }

  test('are thanked for and forgotten', async () => {
    const { status, body } = await ask(appWith(), suggestion, 'suggestscore')
    expect(status).toBe(200)
    expect(body).toEqual({
      clientToken: 'comment:7',
      requestedLanguages: ['en'],
      detectedLanguages: ['en'],
    })
  })

  test('as clients write them that leave out zeros, or score stretches alone', async () => {
    const kept: Suggestion[] = []
    const app = appWith({ suggestions: { add: async (one) => void kept.push(one) } })
    const suggest = (TOXICITY: object, more: object = {}) =>
      ask(app, { comment: { text: 'Hm.' }, attributeScores: { TOXICITY }, ...more }, 'suggestscore')
    await suggest({ summaryScore: { type: 'PROBABILITY' } }, { languages: ['call 555', 'en\u0000', 'en'] })
    await suggest({ spanScores: [{ score: { value: 0.2 } }, { score: { value: 0.9 } }] })
    await suggest({ summaryScore: { value: 1 } }, { doNotStore: true })
    expect(kept).toEqual([
      { text: 'Hm.', scores: { toxicity: 0 }, languages: ['en'] },
      { text: 'Hm.', scores: { toxicity: 0.9 }, languages: [] },
    ])
  })

  test('where the operator keeps them: the text and the scores, and nobody', async () => {
    const kept: Suggestion[] = []
    const app = appWith({ suggestions: { add: async (one) => void kept.push(one) } })
    await ask(app, suggestion, 'suggestscore')
    expect(kept).toEqual([{ text: 'Fair point.', scores: { toxicity: 0, SPAM: 0.2 }, languages: ['en'] }])
  })
})

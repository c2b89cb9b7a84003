import { describe, expect, test } from 'vitest'
import { appWith, ask, comment } from '../../../test/kit/perspective.ts'
import { mapped, unanswered } from './attributes.ts'

describe('scores', () => {
  test('every name that is mapped is answered, with one span for the whole', async () => {
    const text = 'Thanks for asking, Sam. 🎉'
    const { body } = await ask(appWith(), {
      comment: { text },
      requestedAttributes: Object.fromEntries(Object.keys(mapped).map((name) => [name, {}])),
    })
    expect(Object.keys(body.attributeScores)).toEqual(Object.keys(mapped))
    for (const { summaryScore, spanScores } of Object.values(body.attributeScores)) {
      expect(summaryScore.value).toBeGreaterThanOrEqual(0)
      expect(summaryScore.value).toBeLessThanOrEqual(1)
      expect(spanScores).toEqual([{ begin: 0, end: text.length, score: summaryScore }])
    }
  })

  test.each(unanswered)('%s was never measured, and is refused', async (name) => {
    const { status, body } = await ask(appWith(), comment('Hm.', { requestedAttributes: { [name]: {} } }))
    expect(status).toBe(400)
    expect(body.error.message).toBe(`Unknown requested attribute: ${name}`)
  })

  test('a span for each sentence, in UTF-16 units', async () => {
    const text = '🎉 You came! You pathetic liar.'
    const { body } = await ask(appWith(), comment(text, { spanAnnotations: true }))
    const { spanScores } = body.attributeScores.TOXICITY!
    expect(spanScores.map(({ begin, end }) => text.slice(begin, end))).toEqual([
      '🎉 You came!',
      'You pathetic liar.',
    ])
    expect(spanScores[1]!.score.value).toBeGreaterThan(spanScores[0]!.score.value)
  })

  test('below its threshold an attribute is left out', async () => {
    const requestedAttributes = { TOXICITY: { scoreThreshold: 0.9 }, INSULT: { scoreThreshold: 0 } }
    const { body } = await ask(appWith(), comment('Lovely soup.', { requestedAttributes }))
    expect(Object.keys(body.attributeScores)).toEqual(['INSULT'])
  })

  test('the model stands in a header and not in the body; the token comes back', async () => {
    const { body, headers } = await ask(appWith(), comment('Hm.', { clientToken: 'comment:9' }))
    expect(headers.get('x-kindling-model')).toMatch(/^quick \d{4}-/)
    expect(Object.keys(body).sort()).toEqual([
      'attributeScores',
      'clientToken',
      'detectedLanguages',
      'languages',
    ])
    expect(body.clientToken).toBe('comment:9')
  })

  test('only the parts that are wanted, and laid out for people where that is wanted', async () => {
    const app = appWith()
    const query = '?fields=attributeScores/TOXICITY/summaryScore/type&prettyPrint=true'
    const response = await app.request(`/v1alpha1/comments:analyze${query}`, {
      method: 'POST',
      body: JSON.stringify(comment('Hm.')),
    })
    const text = await response.text()
    expect(JSON.parse(text)).toEqual({
      attributeScores: { TOXICITY: { summaryScore: { type: 'PROBABILITY' } } },
    })
    expect(text).toContain('\n  ')
  })
})

describe('languages', () => {
  const german = 'Du bist doch ein erbärmlicher Lügner, das weiß hier jeder.'

  test('found where none was asked for', async () => {
    const { body } = await ask(appWith(), comment(german))
    expect(body).toMatchObject({ languages: ['de'], detectedLanguages: ['de'] })
    expect(body.attributeScores.TOXICITY!.summaryScore.value).toBeGreaterThan(0.3)
  })

  test('what was not measured in it is read as English, and the answer says so', async () => {
    const requestedAttributes = { TOXICITY: {}, NUANCE_EXPERIMENTAL: {} }
    const { body } = await ask(appWith(), comment(german, { requestedAttributes }))
    expect(Object.keys(body.attributeScores)).toHaveLength(2)
    expect(body.detectedLanguages).toEqual(['de', 'en'])
  })

  test.each(['ok', '👍', '12', 'Ce monsieur est un imbécile et je ne veux plus le voir ici.', 'asdf qwer'])(
    'none was asked for: %s is always answered',
    async (text) => {
      const { status, body } = await ask(appWith(), comment(text))
      expect(status).toBe(200)
      expect(body.detectedLanguages).toContain('en')
    },
  )

  test.each(['tr', 'fr', 'zh-Hant', 'no language at all'])(
    'asked for %s, which nobody measured: refused as the original does',
    async (tag) => {
      const { status, body } = await ask(appWith(), comment('Hm, yes, why not.', { languages: [tag] }))
      expect(status).toBe(400)
      expect(body.error.message).toBe(`Attribute TOXICITY does not support request languages: ${tag}`)
      expect(body.error.details[0]).toMatchObject({
        errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
        languageNotSupportedByAttributeError: { attribute: 'TOXICITY', requestedLanguages: [tag] },
      })
    },
  )

  test('a long list of languages is refused at once', async () => {
    for (const languages of [Array<string>(21).fill('en'), ['e'.repeat(40)]]) {
      const { status, body } = await ask(appWith(), comment('Hm.', { languages }))
      expect([status, body.error.message]).toEqual([
        400,
        "Invalid value at 'languages': up to 20 language tags are taken.",
      ])
    }
  })

  test('of several, the one that fits is taken', async () => {
    const { body } = await ask(appWith(), comment(german, { languages: ['en-US', 'de-AT'] }))
    expect(body.languages).toEqual(['en-US', 'de-AT'])
    const alone = await ask(appWith(), comment(german, { languages: ['de'] }))
    expect(body.attributeScores).toEqual(alone.body.attributeScores)
  })
})

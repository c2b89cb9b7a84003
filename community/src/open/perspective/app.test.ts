import { beforeAll, describe, expect, test } from 'vitest'
import { perspectiveApp } from './app.ts'
import { mapped, unanswered } from './attributes.ts'
import { hashOfKey, requireCaller } from './keys.ts'
import { MemoryRates } from './rates.ts'
import { PerspectiveReader } from './reader.ts'
import type { Service } from './service.ts'
import type { Suggestion } from './suggestions.ts'

let reader: PerspectiveReader
beforeAll(async () => {
  reader = await PerspectiveReader.start('quick')
})

function appWith(parts: Partial<Service> = {}) {
  const service: Service = {
    reader,
    admit: () => ({ name: 'anyone', perMinute: undefined }),
    rates: new MemoryRates(),
    failed(error) {
      throw error
    },
    ...parts,
  }
  return perspectiveApp({
    service: () => service,
    address: () => '192.0.2.1',
  })
}

interface Score {
  value: number
}
interface Span {
  begin: number
  end: number
  score: Score
}
interface Body {
  attributeScores: Record<string, { summaryScore: Score; spanScores: Span[] }>
  languages: string[]
  detectedLanguages: string[]
  clientToken: string
  error: { code: number; message: string; status: string; details: Record<string, unknown>[] }
}
interface Told {
  status: number
  body: Body
  headers: Headers
}

async function ask(
  app: ReturnType<typeof appWith>,
  body: unknown,
  path = 'analyze',
  query = '',
): Promise<Told> {
  const response = await app.request(`http://home.example/v1alpha1/comments:${path}${query}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers }
}

const comment = (text: string, more: object = {}) => ({
  comment: { text },
  requestedAttributes: { TOXICITY: {} },
  ...more,
})

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

  test('of several, the one that fits is taken', async () => {
    const { body } = await ask(appWith(), comment(german, { languages: ['en-US', 'de-AT'] }))
    expect(body.languages).toEqual(['en-US', 'de-AT'])
    const alone = await ask(appWith(), comment(german, { languages: ['de'] }))
    expect(body.attributeScores).toEqual(alone.body.attributeScores)
  })
})

describe('who may ask, and how often', () => {
  const keys = [
    { name: 'forum', hash: hashOfKey('forum-key'), perMinute: 2 },
    { name: 'paper', hash: hashOfKey('paper-key'), perMinute: undefined },
  ]
  const closed = () => appWith({ admit: ({ key }) => requireCaller(key, keys) })

  test('without a key, and with a wrong one', async () => {
    const none = await ask(closed(), comment('Hm.'))
    expect(none.status).toBe(403)
    expect(none.body.error.status).toBe('PERMISSION_DENIED')
    const wrong = await ask(closed(), comment('Hm.'), 'analyze', '?key=AIzaSyWrong')
    expect(wrong.status).toBe(400)
    expect(wrong.body.error.details[0]!.reason).toBe('API_KEY_INVALID')
  })

  test('in the address, in a header, as a bearer token', async () => {
    const app = closed()
    const ways: [string, Record<string, string>][] = [
      ['?key=paper-key', {}],
      ['?access_token=paper-key', {}],
      ['', { 'x-goog-api-key': 'paper-key' }],
      ['', { authorization: 'Bearer paper-key' }],
    ]
    for (const [query, headers] of ways) {
      const init = { method: 'POST', headers, body: JSON.stringify(comment('Hm.')) }
      expect((await app.request(`/v1alpha1/comments:analyze${query}`, init)).status).toBe(200)
    }
  })

  test('each key has its own limit, with the body that clients know', async () => {
    const app = closed()
    const as = (key: string) => ask(app, comment('Hm.'), 'analyze', `?key=${key}`)
    expect([(await as('forum-key')).status, (await as('forum-key')).status]).toEqual([200, 200])
    const { status, body, headers } = await as('forum-key')
    expect(status).toBe(429)
    expect(body.error.status).toBe('RESOURCE_EXHAUSTED')
    expect(body.error.message).toMatch(
      /^Quota exceeded for quota metric 'Analysis requests \(AnalyzeComment\)'/,
    )
    expect(body.error.details[0]).toMatchObject({
      reason: 'RATE_LIMIT_EXCEEDED',
      metadata: { quota_limit_value: '2' },
    })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await as('paper-key')).status).toBe(200)
  })

  test('pages of other sites may ask', async () => {
    const response = await appWith().request('/v1alpha1/comments:analyze', {
      method: 'OPTIONS',
      headers: { origin: 'https://forum.example', 'access-control-request-headers': 'content-type' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type')
  })
})

describe('no reading', () => {
  const broken = () =>
    PerspectiveReader.start('quick', async () => {
      throw Object.assign(new Error('The model file is not whole.'), { code: 'model_unreadable' })
    })

  test('is said at once and never a zero', async () => {
    const reader = await broken()
    expect(reader.failure).toEqual({ code: 'model_unreadable', message: 'The model file is not whole.' })
    const { status, body } = await ask(appWith({ reader }), comment('Hm.'))
    expect(status).toBe(503)
    expect(body).toEqual({
      error: { code: 503, status: 'UNAVAILABLE', message: expect.stringContaining('nothing can be scored') },
    })
  })

  test('what nobody expected is an answer too, and the log hears no text', async () => {
    const heard: Error[] = []
    const app = appWith({
      admit() {
        throw new Error('Out of order.')
      },
      failed: (error) => heard.push(error),
    })
    const { status, body } = await ask(app, comment('Very private.'))
    expect([status, body.error.status]).toEqual([500, 'INTERNAL'])
    expect(heard.map(({ message }) => message)).toEqual(['Out of order.'])
  })
})

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

  test('where the operator keeps them: the text and the scores, and nobody', async () => {
    const kept: Suggestion[] = []
    const app = appWith({ suggestions: { add: async (one) => void kept.push(one) } })
    await ask(app, suggestion, 'suggestscore')
    expect(kept).toEqual([{ text: 'Fair point.', scores: { toxicity: 0, SPAM: 0.2 }, languages: ['en'] }])
  })
})

describe('the rest of the surface', () => {
  test('the document names the address under which it was reached', async () => {
    const response = await appWith().request(
      'http://home.example:4610/$discovery/rest?version=v1alpha1&key=a',
    )
    const document = await response.json()
    expect(document).toMatchObject({ rootUrl: 'http://home.example:4610/', batchPath: 'batch' })
    const behindProxy = await appWith().request('http://home.example/$discovery/rest', {
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(await behindProxy.json()).toMatchObject({ rootUrl: 'https://home.example/' })
  })

  test.each([
    ['GET', 'comments:analyze'],
    ['POST', 'comments:nothing'],
  ])('%s %s is nothing here', async (method, path) => {
    const response = await appWith().request(`/v1alpha1/${path}`, { method })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { status: 'NOT_FOUND' } })
  })

  test('only JSON comes back', async () => {
    const { status } = await ask(appWith(), comment('Hm.'), 'analyze', '?alt=proto')
    expect(status).toBe(400)
  })

  test('a body that is too large is not read to its end', async () => {
    const { status, body } = await ask(appWith(), `{"comment":{"text":"${'a'.repeat(4_200_000)}"}}`)
    expect([status, body.error.message]).toEqual([
      413,
      'Request payload size exceeds the limit: 4194304 bytes.',
    ])
  })

  test('a colon that was escaped is one all the same', async () => {
    const init = { method: 'POST', body: JSON.stringify(comment('Hm.')) }
    expect((await appWith().request('/v1alpha1/comments%3Aanalyze', init)).status).toBe(200)
  })
})

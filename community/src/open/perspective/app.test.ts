import { deflateSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { perspectiveApp } from './app.ts'
import { mapped, unanswered } from './attributes.ts'
import { hashOfKey, requireCaller } from './keys.ts'
import { MemoryRates } from './rates.ts'
import { PerspectiveReader } from './reader.ts'
import { keyUnknown } from './refusal.ts'
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

describe('batches', () => {
  const part = (id: string, request: string, body = '') =>
    `--one\r\nContent-Type: application/http\r\nContent-ID: ${id}\r\n\r\n${request} HTTP/1.1\r\n\r\n${body}\r\n`
  const send = async (app: ReturnType<typeof appWith>, ...parts: string[]) => {
    const headers = { 'content-type': 'multipart/mixed; boundary=one' }
    const response = await app.request('/batch', {
      method: 'POST',
      headers,
      body: `${parts.join('')}--one--`,
    })
    return { status: response.status, text: await response.text() }
  }
  const analyzing = (body: object) => ['POST /v1alpha1/comments:analyze', JSON.stringify(body)] as const

  test('each part has its id, its status, the model and its own refusal', async () => {
    const { status, text } = await send(
      appWith(),
      part('<a>', ...analyzing(comment('Lovely soup.'))),
      part('b', 'no request at all'),
      part('<c>', ...analyzing(comment(''))),
      part('<d>', 'POST http://[ '),
    )
    expect(status).toBe(200)
    const [first, second, third, fourth] = text.split(/--batch_[^\r]+/).slice(1)
    expect(first).toMatch(/Content-ID: <response-a>[\s\S]*HTTP\/1.1 200 OK[\s\S]*X-Kindling-Model: quick /)
    expect(second).toMatch(/Content-ID: <response-b>[\s\S]*HTTP\/1.1 400/)
    expect(third).toContain('Comment must be non-empty.')
    expect(fourth).toContain('HTTP/1.1 400')
  })

  test('a part beyond its limit is told when to come again; one that is too large, that it is', async () => {
    const app = appWith({ admit: () => ({ name: 'forum', perMinute: 1 }) })
    const { text } = await send(
      app,
      part('<a>', ...analyzing(comment('Hm.'))),
      part('<b>', ...analyzing(comment('Hm.'))),
      part('<c>', 'POST /v1alpha1/comments:analyze', 'a'.repeat(4_200_000)),
    )
    expect(text).toMatch(/HTTP\/1.1 429[\s\S]*Retry-After: \d+/)
    expect(text).toContain('HTTP/1.1 413')
  })

  test('a comment of thousands of sentences has some hundreds of spans, which cover it all', async () => {
    const text = 'A b. '.repeat(4_000)
    const { body } = await ask(appWith(), comment(text, { spanAnnotations: true }))
    const { spanScores } = body.attributeScores.TOXICITY!
    expect(spanScores.length).toBeLessThanOrEqual(400)
    expect(spanScores[0]!.begin).toBe(0)
    expect(spanScores.at(-1)!.end).toBe(text.trimEnd().length)
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

  test.each(['gzip', 'deflate'] as const)(
    'a body packed as %s is read, within the same bounds',
    async (packing) => {
      const pack = packing === 'gzip' ? gzipSync : deflateSync
      const send = (text: string) =>
        appWith().request('/v1alpha1/comments:analyze', {
          method: 'POST',
          headers: { 'content-encoding': packing },
          body: new Uint8Array(pack(text)),
        })
      expect((await send(JSON.stringify(comment('Hm.')))).status).toBe(200)
      expect((await send(`{"a":"${'a'.repeat(5_000_000)}"}`)).status).toBe(413)
    },
  )

  test('another packing, and one that is broken, are said to be so', async () => {
    const send = (packing: string) =>
      appWith().request('/v1alpha1/comments:analyze', {
        method: 'POST',
        headers: { 'content-encoding': packing },
        body: JSON.stringify(comment('Hm.')),
      })
    expect((await send('br')).status).toBe(415)
    expect((await send('gzip')).status).toBe(400)
  })

  test('another version of the document is nothing here; an escaped dollar is one', async () => {
    const ask = async (path: string) => (await appWith().request(path)).status
    expect(await ask('/$discovery/rest?version=v2')).toBe(404)
    expect(await ask('/%24discovery/rest?version=v1alpha1')).toBe(200)
    expect((await appWith().request('/$discovery/rest', { method: 'HEAD' })).status).toBe(200)
  })

  test('who may not ask is told before the body is read', async () => {
    const app = appWith({
      admit() {
        throw keyUnknown()
      },
    })
    let read = 0
    const body = new ReadableStream({
      pull(controller) {
        read++
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect((await app.request('/v1alpha1/comments:analyze', init)).status).toBe(400)
    expect(read).toBeLessThan(3)
  })

  test('a colon that was escaped is one all the same', async () => {
    const init = { method: 'POST', body: JSON.stringify(comment('Hm.')) }
    expect((await appWith().request('/v1alpha1/comments%3Aanalyze', init)).status).toBe(200)
  })
})

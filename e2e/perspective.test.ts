import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askInPython, nodeClients } from './kit/clients.ts'
import {
  type Analyzed,
  type PerspectiveServer,
  post,
  type Refused,
  startPerspective,
} from './kit/perspective.ts'

let server: PerspectiveServer
beforeAll(async () => {
  server = await startPerspective()
})
afterAll(() => server?.stop())

const analyzeAt = () => `${server.url}/v1alpha1/comments:analyze?key=a-key`
const hurtful = 'You are a pathetic liar.'
const production = ['TOXICITY', 'SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY', 'THREAT']

describe('OPEN-1 clients that people use, by changing the address alone', () => {
  test("googleapis builds itself from the server's own document", async () => {
    const { google } = createRequire(nodeClients())('googleapis')
    const client = await google.discoverAPI(`${server.url}/$discovery/rest?version=v1alpha1`)
    const resource = { comment: { text: hurtful }, requestedAttributes: { TOXICITY: {} } }
    const { data } = await client.comments.analyze({ key: 'a-key', resource })
    expect((data as Analyzed).attributeScores.TOXICITY!.summaryScore.value).toBeGreaterThan(0.7)
    const empty = client.comments.analyze({ key: 'a-key', resource: { ...resource, comment: { text: '' } } })
    await expect(empty).rejects.toThrow('Comment must be non-empty.')
  })

  test('perspective-api-client, with its fixed address led here', async () => {
    const require = createRequire(nodeClients())
    const axios = require('axios')
    axios.interceptors.request.use((config: { url: string }) => ({
      ...config,
      url: config.url.replace('https://commentanalyzer.googleapis.com', server.url),
    }))
    const Perspective = require('perspective-api-client')
    const client = new Perspective({ apiKey: 'a-key' })
    const answer: Analyzed = await client.analyze(`<p>${hurtful}</p>`, {
      attributes: ['toxicity', 'insult'],
    })
    expect(answer.attributeScores.INSULT!.summaryScore.value).toBeGreaterThan(0.7)
    await expect(client.analyze('Hm.', { attributes: ['nonsense'] })).rejects.toThrow(
      'Unknown requested attribute: NONSENSE',
    )
  })

  test('google-api-python-client: single calls, errors, and a batch whose ids are whole comments', async () => {
    const said = askInPython(server.url)
    const single = said.get('single') as Analyzed
    expect(single.attributeScores.TOXICITY!.summaryScore.value).toBeGreaterThan(0.7)
    expect(said.get('suggest')).toEqual({
      clientToken: 'comment:1',
      requestedLanguages: [],
      detectedLanguages: ['en'],
    })
    const error = said.get('error') as { status: number; text: string; content: Refused }
    expect(error.status).toBe(400)
    expect(error.text).toContain('Comment must be non-empty.')
    expect(error.text).toContain('COMMENT_EMPTY')
    const batch = said.get('batch') as Analyzed[]
    expect(batch.map(({ attributeScores }) => attributeScores.TOXICITY!.spanScores.length)).toEqual([2, 1, 1])
    expect(batch[0]!.attributeScores.TOXICITY!.summaryScore.value).toBeGreaterThan(
      batch[1]!.attributeScores.TOXICITY!.summaryScore.value,
    )
    expect(said.get('batch error')).toContain('Comment must be non-empty.')
  })

  test("curl as Google's own documentation has it, with keys that have no quotes", async () => {
    const body = `{comment: {text: "what kind of idiot name is foo?"},
       languages: ["en"],
       requestedAttributes: {TOXICITY:{}} }`
    const { status, body: answer } = await post<Analyzed>(analyzeAt(), body)
    expect(status).toBe(200)
    const { summaryScore, spanScores } = answer.attributeScores.TOXICITY!
    expect(summaryScore).toEqual({ value: expect.any(Number), type: 'PROBABILITY' })
    expect(spanScores).toEqual([{ begin: 0, end: 31, score: summaryScore }])
    expect(answer.languages).toEqual(['en'])
  })
})

/** Requests put together from what the source of these clients sends; the programs themselves were not run. */
describe('OPEN-1 requests as other programs send them, built from their source', () => {
  test('Coral: one attribute, its language, its own time limit of 800 ms', async () => {
    const begun = performance.now()
    const { body } = await post<Analyzed>(analyzeAt(), {
      comment: { text: hurtful },
      doNotStore: true,
      requestedAttributes: { SEVERE_TOXICITY: {} },
      languages: ['en'],
    })
    expect(body.attributeScores.SEVERE_TOXICITY!.summaryScore.value).toBeTypeOf('number')
    expect(performance.now() - begun).toBeLessThan(800)
  })

  test("Coral: what moderators decided, with the comment's place as context", async () => {
    const url = `${server.url}/v1alpha1/comments:suggestscore?key=a-key`
    const { status, body } = await post(url, {
      comment: { text: hurtful },
      context: {
        entries: [
          {
            text: JSON.stringify({
              url: 'https://paper.example/story?commentID=7',
              reply_to_id_Coral_comment_id: '6',
              Coral_comment_id: '7',
            }),
          },
        ],
      },
      attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
      languages: ['en'],
      communityId: 'Coral:https://paper.example',
      clientToken: 'comment:7',
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      clientToken: 'comment:7',
      requestedLanguages: ['en'],
      detectedLanguages: ['en'],
    })
  })

  test("Discourse's plugin: no language, a session that names a person", async () => {
    const { body } = await post<Analyzed>(
      analyzeAt(),
      {
        comment: { text: hurtful },
        doNotStore: true,
        sessionId: 'https://forum.example_42',
        requestedAttributes: { TOXICITY: { scoreType: 'PROBABILITY' } },
      },
      { accept: '*/*', 'user-agent': 'Discourse/3.5.0' },
    )
    expect(body.attributeScores.TOXICITY!.summaryScore.value).toBeGreaterThan(0.7)
  })

  test('4CAT: six attributes, item by item', async () => {
    const requestedAttributes = Object.fromEntries(production.map((name) => [name, {}]))
    const { body } = await post<Analyzed>(`${analyzeAt()}&alt=json`, {
      comment: { text: hurtful },
      requestedAttributes,
    })
    expect(Object.keys(body.attributeScores)).toEqual(production)
  })

  test('peRspective: a language that is no list, and the first span looked into without asking', async () => {
    const { body } = await post<Analyzed>(analyzeAt(), {
      comment: { text: hurtful },
      spanAnnotations: false,
      requestedAttributes: { TOXICITY: {} },
      doNotStore: false,
      languages: 'en',
    })
    expect(body.attributeScores.TOXICITY!.spanScores[0]!.score.value).toBeGreaterThan(0.7)
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answering, type ModelServer, startModelServer } from '../../../test/kit/model-server.ts'
import { complete, type Line } from './complete.ts'

let server: ModelServer
beforeAll(async () => {
  server = await startModelServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked = []
})

const line = (more: Partial<Line> = {}): Line => ({
  address: server.address,
  model: 'small',
  key: 'sk-local',
  milliseconds: 500,
  ...more,
})
const ask = (more: Partial<Line> = {}, gone?: AbortSignal) =>
  complete(line(more), [{ role: 'user', content: 'Hello' }], 100, gone)
const failure = (answering: Answering, more: Partial<Line> = {}) => {
  server.answering = answering
  return ask(more).catch((error) => error.code)
}

test('it is asked as most servers understand it, with its key', async () => {
  server.answering = { content: 'Here.' }
  expect(await ask()).toBe('Here.')
  expect(server.asked).toEqual([
    {
      path: '/v1/chat/completions',
      authorization: 'Bearer sk-local',
      body: {
        model: 'small',
        messages: [{ role: 'user', content: 'Hello' }],
        stream: false,
        temperature: 0.3,
        max_tokens: 100,
      },
    },
  ])
  await ask({ key: undefined })
  expect(server.asked[1]!.authorization).toBeUndefined()
})

test.each(['max_tokens', 'temperature'])(
  'a server that takes no %s is asked without, once more',
  async (refuses) => {
    server.answering = { refuses, drafts: ['Here.'] }
    expect(await ask()).toContain('Here.')
    expect(server.asked).toHaveLength(2)
    expect(server.asked[1]!.body).toMatchObject({ max_completion_tokens: 100 })
  },
)

test.each<[string, Answering]>([
  ['key_refused', { status: 401 }],
  ['key_refused', { status: 403 }],
  ['model_unknown', { status: 404, body: '{"error":{"message":"model \\"small\\" not found"}}' }],
  ['not_there', { status: 404, body: 'page not found' }],
  ['not_there', { status: 302 }],
  ['busy', { status: 429 }],
  ['broken', { status: 500 }],
  ['broken', { status: 503 }],
  ['refused', { status: 400 }],
  ['refused', { status: 422 }],
  ['odd_answer', { raw: '<html>Hello</html>' }],
  ['odd_answer', { raw: '{"choices":[]}' }],
  ['odd_answer', { raw: 'null' }],
  ['odd_answer', { raw: '{"choices":[{"message":{"content":7}}]}' }],
  ['odd_answer', { content: 'x'.repeat(300_000) }],
  ['too_slow', { late: 2_000, drafts: [] }],
])('what goes wrong is %s', async (code, answering) => {
  expect(await failure(answering)).toBe(code)
})

test('nobody there, and nobody waiting any more', async () => {
  expect(await failure({ drafts: [] }, { address: 'http://127.0.0.1:9/v1' })).toBe('unreachable')
  server.answering = { late: 2_000, drafts: [] }
  const gone = new AbortController()
  setTimeout(() => gone.abort(), 50)
  expect(await ask({}, gone.signal).catch((error) => error.code)).toBe('given_up')
})

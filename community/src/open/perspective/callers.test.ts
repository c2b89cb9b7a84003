import { describe, expect, test } from 'vitest'
import { appWith, ask, comment } from '../../../test/kit/perspective.ts'
import { hashOfSecret } from '../../foundation/secrets/hash-secret.ts'
import { callersOf, requireCaller } from './keys.ts'

describe('who may ask, and how often', () => {
  const keys = callersOf([
    { name: 'forum', hash: hashOfSecret('forum-key'), perMinute: 2 },
    { name: 'paper', hash: hashOfSecret('paper-key'), perMinute: undefined },
  ])
  const closed = () => appWith({ admit: ({ key }) => requireCaller(key, (hash) => keys.get(hash)) })

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

import { describe, expect, test } from 'vitest'
import { appWith, ask, comment } from '../../../test/kit/perspective.ts'

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

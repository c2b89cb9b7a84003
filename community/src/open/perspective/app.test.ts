import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { appWith, ask, comment } from '../../../test/kit/perspective.ts'
import { PerspectiveReader } from './reader.ts'
import { keyUnknown } from './refusal.ts'

describe('no reading', () => {
  const broken = () =>
    PerspectiveReader.start('quick', {
      load: {
        async plain() {
          throw Object.assign(new Error('The model file is not whole.'), { code: 'model_unreadable' })
        },
      },
    })

  test('is said at once and never a zero', async () => {
    const reader = await broken()
    expect(reader.failure).toEqual({ code: 'model_unreadable', message: 'The model file is not whole.' })
    const { status, body } = await ask(appWith({ reader: async () => reader }), comment('Hm.'))
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

describe('the rest of the surface', () => {
  test('the document names the address under which it was reached', async () => {
    const response = await appWith().request(
      'http://home.example:4610/$discovery/rest?version=v1alpha1&key=a',
    )
    const document = await response.json()
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
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

  test('who may not ask is told before the body is read, and no reader is loaded for them', async () => {
    let loaded = 0
    const app = appWith({
      async reader() {
        loaded++
        throw new Error('Nobody may ask.')
      },
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
    expect(loaded).toBe(0)
  })

  test('a colon that was escaped is one all the same', async () => {
    const init = { method: 'POST', body: JSON.stringify(comment('Hm.')) }
    expect((await appWith().request('/v1alpha1/comments%3Aanalyze', init)).status).toBe(200)
  })
})

import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comment } from '../../../test/kit/perspective.ts'
import { hashOfSecret } from '../../foundation/secrets/hash-secret.ts'
import { PerspectiveReader } from './reader.ts'
import { type StandaloneOptions, standaloneApp } from './standalone.ts'

const reader = await PerspectiveReader.start('quick')
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function open(parts: Partial<StandaloneOptions> = {}): Promise<string> {
  const options: StandaloneOptions = {
    host: '127.0.0.1',
    port: 0,
    reader: 'quick',
    keys: undefined,
    perMinute: undefined,
    keepSuggestions: undefined,
    trustProxy: false,
    ...parts,
  }
  const server = createServer(getRequestListener(standaloneApp(options, reader).fetch))
  closing.push(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

let url: string
beforeEach(async () => {
  url = await open()
})

const analyze = (at: string, headers: Record<string, string> = {}) =>
  fetch(`${at}/v1alpha1/comments:analyze`, { method: 'POST', headers, body: JSON.stringify(comment('Hm.')) })

test('figures by route pattern, to this machine alone', async () => {
  await analyze(url)
  await fetch(`${url}/some-wheelbarrow`)
  const figures = await (await fetch(`${url}/metrics`)).text()
  expect(figures).toContain('{route="/v1alpha1/:method",method="POST",status="2xx"} 1')
  expect(figures).toContain('{route="none",method="GET",status="4xx"} 1')
  expect(figures).not.toContain('wheelbarrow')
  const through = await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect([through.status, await through.json()]).toMatchObject([
    403,
    { error: { status: 'PERMISSION_DENIED' } },
  ])
})

test('what is nothing here is said as the original says it', async () => {
  const response = await fetch(`${url}/anything`)
  expect([response.status, await response.json()]).toEqual([
    404,
    { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
  ])
})

test("limits count an address, the proxy's word where it is one's own", async () => {
  const statuses = async (trustProxy: boolean) => {
    const at = await open({ perMinute: 1, trustProxy })
    const callers = ['203.0.113.1', '203.0.113.2', '203.0.113.2']
    const answers = []
    for (const caller of callers) answers.push((await analyze(at, { 'x-forwarded-for': caller })).status)
    return answers
  }
  expect(await statuses(false)).toEqual([200, 429, 429])
  expect(await statuses(true)).toEqual([200, 200, 429])
})

test('each key has its limit, or that of all', async () => {
  const keys = [
    { name: 'forum', hash: hashOfSecret('forum-key'), perMinute: 2 },
    { name: 'paper', hash: hashOfSecret('paper-key'), perMinute: undefined },
  ]
  const at = await open({ keys, perMinute: 1 })
  const as = async (key: string) => (await analyze(at, { 'x-goog-api-key': key })).status
  expect([await as('forum-key'), await as('forum-key'), await as('forum-key')]).toEqual([200, 200, 429])
  expect([await as('paper-key'), await as('paper-key'), await as('other')]).toEqual([200, 429, 400])
})

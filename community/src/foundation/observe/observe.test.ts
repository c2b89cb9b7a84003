import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import type { LogFields } from '../log/log.ts'
import { Metrics } from './metrics.ts'

let place: TestApp
const lines: { event: string; fields: LogFields }[] = []

beforeAll(async () => {
  const note = (event: string, fields: LogFields = {}) => void lines.push({ event, fields })
  place = await makeTestApp({ parts: { log: { info: note, error: note } } })
})
afterAll(() => place?.close())

/** Asks over a socket: who is asking is known only there. */
async function overSocket(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const server = createServer(getRequestListener(place.app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = server.address() as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return new Response(await answer.text(), answer)
  } finally {
    server.close()
  }
}

test('up is up; ready is only who has a database with every table', async () => {
  const anyone = place.as(undefined)
  expect(await (await anyone.get('/healthz')).json()).toEqual({ status: 'up' })
  expect((await anyone.get('/readyz')).status).toBe(200)
  const { rows } = await place.house.pool.query<{ name: string }>(
    'delete from migrations where name = (select max(name) from migrations) returning name',
  )
  const behind = await anyone.get('/readyz')
  expect(behind.status).toBe(503)
  expect(await behind.json()).toMatchObject({ code: 'migrations_missing' })
  await place.house.pool.query('insert into migrations (name) values ($1)', [rows[0]!.name])
  expect((await anyone.get('/readyz')).status).toBe(200)
})

test('a silent database is said with a code, and the process is still up', async () => {
  const { query } = place.house.pool
  place.house.pool.query = (() => Promise.reject(new Error('gone'))) as never
  try {
    const answer = await place.as(undefined).get('/readyz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'database_silent' })
    expect((await place.as(undefined).get('/healthz')).status).toBe(200)
  } finally {
    place.house.pool.query = query
  }
})

test('metrics count by route pattern and hold neither ids nor words', async () => {
  const mira = await place.member('Mira')
  const post = await place.post(mira, await place.space('garden'), { title: 'Wheelbarrow' })
  await place.as(mira).get(`/posts/${post}?before=wheelbarrow`)
  await place.as(mira).get(`/api/v1/posts/${post}`)
  await place.as(mira).get('/no-such-wheelbarrow')
  const answer = await overSocket('/metrics')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await answer.text()
  expect(text).toContain('kindling_requests_total{route="/posts/:id",method="GET",status="2xx"} 1')
  expect(text).toContain('kindling_requests_total{route="/api/v1/posts/:id",method="GET",status="2xx"} 1')
  expect(text).toContain('kindling_requests_total{route="none",method="GET",status="4xx"} 1')
  for (const name of [
    'kindling_request_seconds_bucket',
    'kindling_database_connections',
    'kindling_event_loop_delay_seconds',
    'kindling_memory_bytes',
  ])
    expect(text).toContain(name)
  expect(text).not.toContain(post)
  expect(text.toLowerCase()).not.toContain('wheelbarrow')
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [0-9.e+-]+)$/)
})

test('metrics open to this machine and to the token, to nobody else', async () => {
  expect((await place.as(undefined).get('/metrics')).status).toBe(403)
  expect((await overSocket('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403)
  const { config } = place.house
  place.house.config = { ...config, metricsToken: 'a token for the watcher' }
  try {
    const holding = (token: string) =>
      place.as(undefined, { authorization: `Bearer ${token}` }).get('/metrics')
    expect((await holding('a token for the watcher')).status).toBe(200)
    expect((await holding('another')).status).toBe(403)
    expect((await overSocket('/metrics')).status).toBe(403)
  } finally {
    place.house.config = config
  }
})

test('each request is one line in the log: pattern, status, time and the id the answer carries', async () => {
  lines.length = 0
  const answer = await place.as(undefined).get('/posts/0192f3a1-7c00-7abc-8def-0123456789ab?q=secret-words')
  expect(lines).toEqual([
    {
      event: 'request',
      fields: {
        requestId: answer.headers.get('x-request-id'),
        method: 'GET',
        route: '/posts/:id',
        status: 404,
        ms: expect.any(Number),
      },
    },
  ])
})

test('a histogram adds up its buckets', () => {
  const metrics = new Metrics()
  for (const seconds of [0.0004, 0.004, 0.004, 99]) metrics.request('/x', 'GET', 200, seconds)
  const text = metrics.show()
  expect(text).toContain('kindling_request_seconds_bucket{route="/x",le="0.001"} 1')
  expect(text).toContain('kindling_request_seconds_bucket{route="/x",le="0.005"} 3')
  expect(text).toContain('kindling_request_seconds_bucket{route="/x",le="10"} 3')
  expect(text).toContain('kindling_request_seconds_bucket{route="/x",le="+Inf"} 4')
  expect(text).toContain('kindling_request_seconds_count{route="/x"} 4')
})

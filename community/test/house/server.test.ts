import { mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Assets } from '../../src/foundation/index.ts'
import { makeTestApp, type TestApp } from '../kit/app.ts'

/** What a build leaves: a script of pages, and the worker that has a policy of its own. */
function builtAssets(): Assets {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-assets-'))
  const files = { 'page.js': 'page.1.js', 'careful-worker.js': 'careful-worker.2.js' }
  for (const file of Object.values(files)) writeFileSync(join(folder, file), 'export {}')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(files))
  return new Assets(folder)
}

let place: TestApp
let server: ReturnType<typeof serve>
let port: number

beforeAll(async () => {
  place = await makeTestApp({ parts: { assets: builtAssets() } })
  await place.space('garden')
  port = await new Promise((resolve) => {
    server = serve({ fetch: place.app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(info.port),
    )
  })
})
afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  await place.close()
})

/** What a server says to bytes as they are. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let heard = ''
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (data) => {
      heard += data.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })
}
const statusOf = (heard: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0)
const url = (path: string) => `http://127.0.0.1:${port}${path}`

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/', '/spaces/garden', '/robots.txt', '/nowhere', '/healthz', '/api/v1']) {
    const [get, head] = [await fetch(url(path)), await fetch(url(path), { method: 'HEAD' })]
    expect([path, head.status]).toEqual([path, get.status])
    expect(await head.text()).toBe('')
    await get.body?.cancel()
    for (const name of ['content-type', 'content-security-policy', 'x-content-type-options'])
      expect(head.headers.get(name)).toBe(get.headers.get(name))
  }
})

test('methods nobody uses here are answered with 4xx', async () => {
  const close = 'Host: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
  for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE', 'PURGE', 'M-SEARCH'])
    for (const path of ['/', '/new', '/api/v1/posts', '/assets/style.css']) {
      const status = statusOf(await say(`${method} ${path} HTTP/1.1\r\n${close}`))
      expect([method, path, status >= 400 && status < 500, status]).toEqual([method, path, true, status])
    }
})

test('requests that are no requests are refused, and the next one is answered', async () => {
  const rest = 'Connection: close\r\n\r\n'
  const host = 'Host: 127.0.0.1\r\n'
  for (const bytes of [
    'nonsense\r\n\r\n',
    `GET / HTTP/1.1\r\n${rest}`,
    `GET / HTTP/9.9\r\n${host}${rest}`,
    `GET / HTTP/1.1\r\nHost: \r\n${rest}`,
    `GET / HTTP/1.1\r\nHost: a b<c>\r\n${rest}`,
    `GET / HTTP/1.1\r\nHost: [::1\r\n${rest}`,
    `GET /% HTTP/1.1\r\n${host}${rest}`,
    `GET /posts/%ff%fe HTTP/1.1\r\n${host}${rest}`,
    `GET //evil.example/ HTTP/1.1\r\n${host}${rest}`,
    `GET http://evil.example/ HTTP/1.1\r\n${host}${rest}`,
    `GET /search?q=${'x'.repeat(20_000)} HTTP/1.1\r\n${host}${rest}`,
    `GET / HTTP/1.1\r\n${host}X-A: ${'a'.repeat(20_000)}\r\n${rest}`,
    `POST /sign-in HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n${rest}0\r\n\r\n`,
    `POST /sign-in HTTP/1.1\r\n${host}Content-Length: -5\r\n${rest}`,
    `POST /sign-in HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n${rest}zz\r\nabc`,
    `POST /sign-in HTTP/1.1\r\n${host}Content-Type: multipart/form-data\r\nContent-Length: 3\r\n${rest}abc`,
  ]) {
    const heard = await say(bytes)
    expect([bytes.slice(0, 60), statusOf(heard) < 500]).toEqual([bytes.slice(0, 60), true])
    expect(heard).not.toMatch(/\.ts:\d|node_modules/)
  }
  expect((await fetch(url('/healthz'))).status).toBe(200)
})

/** Sends without end, until an answer comes. @returns its status, and how much was taken before */
function pour(path: string, headers: Record<string, string>): Promise<{ status: number; sent: number }> {
  const piece = Buffer.alloc(256 * 1024, 'x')
  const most = 200 * 1024 * 1024
  return new Promise((resolve, reject) => {
    let sent = 0
    let status = 0
    const request = httpRequest(
      { port, host: '127.0.0.1', path, method: 'POST', headers: { ...headers, host: '127.0.0.1' } },
      (answer) => {
        status = answer.statusCode ?? 0
        answer.resume()
        request.destroy()
        resolve({ status, sent })
      },
    )
    request.on('error', (error) => (status ? undefined : reject(error)))
    const next = () => {
      if (status || request.destroyed) return
      if (sent >= most) return request.end()
      sent += piece.length
      if (request.write(piece)) setImmediate(next)
      else request.once('drain', next)
    }
    next()
  })
}

const form = 'application/x-www-form-urlencoded'

test('a body without end is cut off at the limit, whether it says how long it is, says nothing, or lies', async () => {
  for (const [path, headers] of [
    ['/sign-in', { 'content-type': form }],
    ['/sign-in', { 'content-type': form, 'content-length': String(300 * 1024 * 1024) }],
    ['/auth/passkeys/sign-in', { 'content-type': 'application/json' }],
    ['/api/v1/posts', { 'content-type': 'application/json' }],
    ['/api/v1/posts', { 'content-type': 'application/json', 'content-length': String(300 * 1024 * 1024) }],
  ] as const) {
    const { status, sent } = await pour(path, headers)
    expect([path, [401, 413].includes(status), status]).toEqual([path, true, status])
    expect(sent, path).toBeLessThan(24 * 1024 * 1024)
  }
})

test('every answer carries the headers that keep the page ours', async () => {
  for (const [path, init] of [
    ['/', {}],
    ['/assets/nothing.css', {}],
    ['/healthz', {}],
    ['/nowhere', {}],
    ['/%00', {}],
    ['/robots.txt', {}],
    ['/api/v1', {}],
    ['/api/v1/nowhere', {}],
    ['/sign-in', { method: 'POST', body: 'x'.repeat(1_100_000), headers: { 'content-type': form } }],
    ['/sign-in', { method: 'POST', headers: { origin: 'https://elsewhere.example' } }],
  ] as const) {
    const answer = await fetch(url(path), init)
    await answer.body?.cancel()
    expect([path, answer.headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    expect(answer.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('referrer-policy'), path).toBe('same-origin')
  }
})

test("only the careful reader's worker may compile, and it may do nothing else", async () => {
  const policyOf = async (path: string) => {
    const answer = await fetch(url(path))
    expect([path, answer.status]).toEqual([path, 200])
    await answer.body?.cancel()
    return answer.headers.get('content-security-policy')
  }
  expect(await policyOf('/assets/careful-worker.2.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  )
  for (const path of ['/', '/assets/page.1.js']) expect(await policyOf(path)).not.toMatch(/unsafe|script-src/)
})

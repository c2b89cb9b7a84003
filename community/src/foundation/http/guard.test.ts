import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { answerErrors } from './answer-errors.tsx'
import { guardForms, refuseZeros, securityHeaders } from './guard.ts'
import type { AppEnv } from './request.ts'

const app = new Hono<AppEnv>()
app.onError(answerErrors)
app.use('*', securityHeaders)
app.use('*', refuseZeros)
app.use('*', guardForms)
app.all('*', (c) => c.text('done'))

const HOST = 'place.example'
type Sent = Record<string, string>

async function ask(method: string, headers: Sent, path = '/sign-in'): Promise<number> {
  return (await app.request(`http://${HOST}${path}`, { method, headers: { host: HOST, ...headers } })).status
}

test('what our own pages send passes, with a cookie and without', async () => {
  for (const own of [
    { 'sec-fetch-site': 'same-origin', origin: `https://${HOST}` },
    { 'sec-fetch-site': 'none' },
    { origin: `https://${HOST}` },
  ] as Sent[])
    for (const cookie of [{}, { cookie: 'a=b' }] as Sent[])
      expect(await ask('POST', { ...own, ...cookie })).toBe(200)
})

test('what a browser says comes from another site is refused, without a cookie too', async () => {
  for (const foreign of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: `https://${HOST}` },
    { origin: 'https://elsewhere.example' },
    { origin: `https://${HOST}.elsewhere.example` },
    { origin: `https://${HOST}:8443` },
    { origin: 'null' },
    { origin: 'nonsense' },
  ] as Sent[])
    for (const more of [{}, { cookie: 'a=b' }, { authorization: 'Basic eDp5' }] as Sent[])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect([foreign, method, await ask(method, { ...foreign, ...more })]).toEqual([foreign, method, 403])
})

test('who says nothing about where it comes from passes without a cookie, as mail programs do, and not with one', async () => {
  expect(await ask('POST', {})).toBe(200)
  expect(await ask('POST', { cookie: 'a=b' })).toBe(403)
})

test('a program with a token passes from anywhere, to what reads tokens; reading is never refused', async () => {
  const program = { authorization: 'Bearer x', origin: 'https://elsewhere.example' }
  expect(await ask('POST', program, '/api/v1/posts')).toBe(200)
  // Pages would take the cookie that came along.
  expect(await ask('POST', { ...program, cookie: 'a=b' })).toBe(403)
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(await ask(method, { 'sec-fetch-site': 'cross-site', cookie: 'a=b' })).toBe(200)
})

test('every answer carries the headers that keep it ours, a refusal too', async () => {
  for (const answer of [
    await app.request(`http://${HOST}/`),
    await app.request(`http://${HOST}/%00`),
    await app.request(`http://${HOST}/`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }),
  ]) {
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  }
})

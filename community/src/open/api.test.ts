import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'

let place: TestApp
let mira: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
})
afterAll(() => place?.close())

interface Operation {
  summary: string
  operationId: string
  security: Record<string, string[]>[]
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}
interface Document {
  openapi: string
  info: { title: string; description: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

async function readDocument(): Promise<Document> {
  const answer = await place.as(undefined).get(`${API_ROOT}/openapi.json`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Document
}

const operations = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )

test('the document says of every operation what it does, who may, and how it refuses', async () => {
  const document = await readDocument()
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.info.title).toContain('Test Street')
  const all = operations(document)
  expect(all.length).toBeGreaterThan(20)
  expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length)
  for (const { path, method, operation } of all) {
    const where = `${method} ${path}`
    expect(operation.summary.length, where).toBeGreaterThan(5)
    const named = [...path.matchAll(/{(\w+)}/g)].map((match) => match[1])
    const given = (operation.parameters ?? []).filter((one) => one.in === 'path')
    expect(
      given.map((one) => one.name),
      where,
    ).toEqual(named)
    expect(
      given.every((one) => one.required),
      where,
    ).toBe(true)
    expect(
      Object.keys(operation.responses).some((status) => /^20[014]$/.test(status)),
      where,
    ).toBe(true)
    for (const status of [
      '401',
      '403',
      '422',
      '429',
      ...(named.length > 0 ? ['404'] : []),
      ...(operation.requestBody ? ['400', '413', '415'] : []),
    ])
      expect(
        operation.responses[status]?.content?.['application/problem+json'],
        `${where} ${status}`,
      ).toBeDefined()
  }
})

test('every reference in the document leads somewhere', async () => {
  const document = await readDocument()
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!)
  expect(references.length).toBeGreaterThan(50)
  for (const reference of new Set(references)) {
    const found = reference
      .split('/')
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document)
    expect(found, reference).toBeDefined()
  }
  for (const { operation } of operations(document))
    for (const scheme of operation.security.flatMap((one) => Object.keys(one)))
      expect(document.components.securitySchemes[scheme]).toBeDefined()
})

test('the document and the app know the same addresses', async () => {
  const documented = operations(await readDocument()).map(
    ({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`,
  )
  const served = place.app.routes
    .filter(
      (route) => route.path.startsWith(`${API_ROOT}`) && !route.path.includes('*') && route.method !== 'ALL',
    )
    .map((route) => `${route.method} ${route.path.slice(API_ROOT.length) || '/'}`)
  expect([...new Set(served)].sort()).toEqual(documented.sort())
})

async function problemOf(answer: Response): Promise<Record<string, unknown>> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const body = (await answer.json()) as Record<string, unknown>
  expect(body.status).toBe(answer.status)
  expect(body.type).toBe(`urn:kindling:error:${body.code}`)
  expect(body.requestId).toBe(answer.headers.get('x-request-id'))
  return body
}

test.each([
  ['an address that is not there', 'GET', '/nothing', undefined, 404, 'not_found'],
  ['an id that is none', 'GET', '/posts/seven', undefined, 404, 'not_found'],
  ['JSON that is not whole', 'POST', '/posts', '{"space":', 400, 'json_unreadable'],
  ['no JSON at all', 'POST', '/posts', '', 400, 'json_unreadable'],
] as const)('%s is refused as a problem', async (_, method, path, body, status, code) => {
  const answer = await place.as(mira).request(`${API_ROOT}${path}`, {
    method,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
  })
  expect(answer.status).toBe(status)
  expect((await problemOf(answer)).code).toBe(code)
})

test('a body of another kind is refused with 415, also where a form could be sent from another site', async () => {
  const answer = await place.as(mira).form(`${API_ROOT}/posts`, { space: 'garden', body: 'Hello' })
  expect(answer.status).toBe(415)
  expect((await problemOf(answer)).code).toBe('json_expected')
})

test('a wrong method is answered with those that work', async () => {
  const answer = await place
    .as(mira)
    .request(`${API_ROOT}/posts/0192f3a1-7c00-7abc-8def-0123456789ab`, { method: 'POST' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')?.split(', ').sort()).toEqual([
    'DELETE',
    'GET',
    'HEAD',
    'OPTIONS',
    'PATCH',
  ])
  expect((await problemOf(answer)).code).toBe('method_wrong')
})

test('more than a megabyte is refused while it comes, without being kept', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000
      controller.enqueue(new Uint8Array(100_000).fill(32))
    },
  })
  const answer = await place.as(mira).request(`${API_ROOT}/posts`, {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as RequestInit)
  expect(answer.status).toBe(413)
  expect((await problemOf(answer)).code).toBe('body_too_large')
  expect(sent).toBeLessThan(1_500_000)
})

test('what does not fit is named, field by field, in sentences', async () => {
  const answer = await place.as(mira).json('POST', `${API_ROOT}/posts`, {
    space: 7,
    body: 'x'.repeat(20_001),
    tittle: 'Beds',
    need: 'applause',
  })
  expect(answer.status).toBe(422)
  const { code, errors } = await problemOf(answer)
  expect(code).toBe('invalid')
  expect(errors).toEqual({
    space: 'This takes a text.',
    body: 'This takes at most 20000 characters.',
    need: 'This takes one of: listening, advice, hands, resource, feedback, celebrate.',
    tittle: 'There is no such field here. Check its name, or leave it away.',
  })
})

test('a misspelt parameter is named instead of being passed over', async () => {
  const answer = await place.as(mira).get(`${API_ROOT}/posts?limit=0&ordr=newest`)
  expect(answer.status).toBe(422)
  expect((await problemOf(answer)).errors).toEqual({
    limit: 'This is 1 or more.',
    ordr: 'There is no such field here. Check its name, or leave it away.',
  })
})

test('who calls too often is told when to try again', async () => {
  const sol = await place.member('Sol')
  const statuses: number[] = []
  let last: Response | undefined
  for (let call = 0; call < 61; call++) {
    last = await place
      .as(sol)
      .request(`${API_ROOT}/posts/0192f3a1-7c00-7abc-8def-0123456789ab`, { method: 'DELETE' })
    statuses.push(last.status)
  }
  expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true)
  expect(last!.status).toBe(429)
  expect(Number(last!.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await problemOf(last!)).code).toBe('too_often')
  expect((await place.as(mira).get(`${API_ROOT}/me`)).status).toBe(200)
})

test('any page may call with a token, and none is ever allowed to use cookies', async () => {
  const origin = { origin: 'https://elsewhere.example' }
  const asked = await place
    .as(undefined, {
      ...origin,
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization',
    })
    .request(`${API_ROOT}/me`, { method: 'OPTIONS' })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-origin')).toBe('*')
  expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization')
  const refused = await place
    .as(undefined, { ...origin, authorization: 'Bearer kdl_unknown' })
    .get(`${API_ROOT}/me`)
  expect(refused.status).toBe(401)
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  for (const answer of [asked, refused, await place.as(mira, origin).get(`${API_ROOT}/me`)])
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
})

test('another site cannot write with a cookie; our own pages can', async () => {
  const body = { name: 'Mira' }
  const foreign = place.as(mira, {
    cookie: 'a=b',
    origin: 'https://elsewhere.example',
    'sec-fetch-site': 'cross-site',
  })
  expect((await foreign.json('PATCH', `${API_ROOT}/me`, body)).status).toBe(403)
  const withProxyPassword = place.as(mira, {
    cookie: 'a=b',
    authorization: 'Basic eDp5',
    'sec-fetch-site': 'cross-site',
  })
  expect((await withProxyPassword.json('PATCH', `${API_ROOT}/me`, body)).status).toBe(403)
  const own = place.as(mira, { cookie: 'a=b', 'sec-fetch-site': 'same-origin' })
  expect((await own.json('PATCH', `${API_ROOT}/me`, body)).status).toBe(200)
})

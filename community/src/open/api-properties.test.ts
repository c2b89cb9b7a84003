import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'

interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  enum?: unknown[]
}
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
interface Route {
  path: string
  method: string
  operation: Operation
  body: Record<string, Schema> | undefined
}

let place: TestApp
let routes: Route[]
let callers: Caller[]
/** Ids, handles and slugs that exist, besides some that do not. */
let known: string[]

function bodyOf(operation: Operation, schemas: Record<string, Schema>): Record<string, Schema> | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema
  return (schema?.$ref ? schemas[schema.$ref.split('/').pop()!] : schema)?.properties
}

beforeAll(async () => {
  place = await makeTestApp()
  const [mira, jun]: TestMember[] = [
    await place.member('Mira'),
    await place.member('Jun', { role: 'steward' }),
  ]
  const garden = await place.space('garden')
  const rooms = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const post = await place.post(mira!, garden)
  const secret = await place.post(jun!, rooms, { unnamed: true })
  const reply = await place.reply(jun!, post)
  const thanks = await place.as(mira).json('POST', `${API_ROOT}/thanks`, { postId: post, replyId: reply })
  known = [
    post,
    secret,
    reply,
    ((await thanks.json()) as { id: string }).id,
    'garden',
    'long-haul',
    mira!.handle,
    jun!.handle,
  ]
  callers = [place.as(mira), place.as(jun), place.as(undefined)]
  const document = (await (await place.as(undefined).get(`${API_ROOT}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, Schema> }
  }
  routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      body: bodyOf(operation, document.components.schemas),
    })),
  )
})
afterAll(() => place?.close())

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '',
    '%00',
    '%ff',
    '%',
    '..',
    '0192f3a1-7c00-7abc-8def-0123456789ab',
    '9999999999999999_0192f3a1-7c00-7abc-8def-0123456789ab',
    '%F0%9F%92%99',
    "';--",
    'null',
  ),
)
const segment = fc.oneof(
  fc.nat(7).map((index) => ({ index })),
  odd.map((text) => ({ text })),
)
const json = fc.jsonValue({ maxDepth: 3 })
const header = fc.dictionary(
  fc.constantFrom(
    'accept',
    'authorization',
    'cookie',
    'content-type',
    'origin',
    'sec-fetch-site',
    'if-none-match',
    'range',
    'x-forwarded-for',
    'accept-language',
  ),
  fc.oneof(
    fc.string({ maxLength: 30 }).map((text) => text.replace(/[^\x20-\x7e]/g, '').trim()),
    fc.constantFrom('application/json', 'text/plain', 'Bearer x', 'bearer', 'same-origin', 'cross-site'),
  ),
  { maxKeys: 3 },
)
const call = fc.record({
  route: fc.nat(10_000),
  caller: fc.nat(2),
  segments: fc.array(segment, { minLength: 1, maxLength: 3 }),
  query: fc.oneof(
    fc.constant({}),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('limit', 'cursor', 'space', 'feed', 'order', 'name', 'language', 'q'),
        fc.string({ maxLength: 8 }),
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
      { maxKeys: 3 },
    ),
  ),
  shape: fc.constantFrom('fitting', 'fitting', 'fitting', 'fields', 'any', 'broken', 'none'),
  values: fc.array(json, { minLength: 6, maxLength: 6 }),
  headers: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: header }),
})
type Asked = typeof call extends fc.Arbitrary<infer Value> ? Value : never

/** A value that a field takes, so that calls get past the first checks. */
function fitting(name: string, schema: Schema, choice: number, value: unknown): unknown {
  if (schema.enum) return schema.enum[choice % schema.enum.length]
  if (name === 'space') return 'garden'
  if (name === 'postId') return known[0]
  if (name.endsWith('Id')) return null
  return [schema.type].flat().includes('boolean') ? false : `Beds ${JSON.stringify(value)}`.slice(0, 200)
}

function bodyFor(route: Route, asked: Asked): string | undefined {
  if (route.method === 'GET' || asked.shape === 'none') return undefined
  if (asked.shape === 'broken') return `${JSON.stringify(asked.values).slice(0, -1)}\u0000`
  if (asked.shape === 'any') return JSON.stringify(asked.values[0])
  const entries = Object.entries(route.body ?? {}).map(([name, schema], index) => {
    const value = asked.values[index % 6]
    return [name, asked.shape === 'fitting' ? fitting(name, schema, asked.route, value) : value] as const
  })
  return JSON.stringify(Object.fromEntries(entries))
}

function send(route: Route, asked: Asked): Promise<Response> {
  let next = 0
  const segmentFor = () => {
    const one = asked.segments[next++ % asked.segments.length]!
    return 'text' in one ? one.text : known[one.index]!
  }
  const path = API_ROOT + (route.path === '/' ? '' : route.path.replaceAll(/{\w+}/g, segmentFor))
  const query = new URLSearchParams(
    Object.entries(asked.query).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
  ).toString()
  const body = bodyFor(route, asked)
  // Far apart, so that limits do not hide what lies behind them.
  place.house.clock.forward(61_000)
  return callers[asked.caller]!.request(`${path}${query ? `?${query}` : ''}`, {
    method: route.method,
    headers: { 'content-type': 'application/json', ...asked.headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** Each route asked by each caller with what it takes: that the calls do more than knock at the door is not left to chance. */
function fittingCalls(): [Asked][] {
  const values = ['sown', 'pricked', 'hardened', 'planted', 'watered', 'picked']
  const segments = [{ index: 0 }, { index: 2 }]
  return routes.flatMap((_, route) =>
    callers.map((_, caller): [Asked] => [
      { route, caller, segments, query: {}, shape: 'fitting', values, headers: {} },
    ]),
  )
}

test('whatever is sent, the answer is never an error of ours, and every refusal is a problem with a code and a sentence', async () => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(call, async (asked) => {
      const route = routes[asked.route % routes.length]!
      const answer = await send(route, asked)
      seen.add(answer.status)
      expect(answer.status, `${route.method} ${route.path}`).toBeLessThan(500)
      if (answer.status < 400) return
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      const problem = (await answer.json()) as {
        code: string
        title: string
        errors?: Record<string, string>
      }
      expect(problem.code).toMatch(/^[a-z_]+$/)
      expect(problem.title).toMatch(/[.?]$/)
      if (problem.code === 'invalid') expect(Object.values(problem.errors ?? {}).length).toBeGreaterThan(0)
    }),
    { numRuns: 600, examples: fittingCalls() },
  )
  for (const status of [200, 201, 204, 401, 404, 422]) expect(seen).toContain(status)
})

test('a field of a wrong type is named, in every body the document describes', async () => {
  const jun = callers[1]!
  const missed: string[] = []
  for (const route of routes.filter((one) => one.body)) {
    for (const [name, schema] of Object.entries(route.body!)) {
      place.house.clock.forward(61_000)
      const wrong = [schema.type].flat().includes('object') ? 7 : { of: 'another kind' }
      const parts = { id: known[0]!, reply: known[1]!, slug: 'a-space', handle: 'mira' }
      const path = Object.entries(parts).reduce(
        (at, [part, value]) => at.replaceAll(`{${part}}`, value),
        API_ROOT + route.path,
      )
      const answer = await jun.json(route.method, path, { [name]: wrong })
      const { errors } = (await answer.json()) as { errors?: Record<string, string> }
      if (answer.status !== 422 || !Object.keys(errors ?? {}).some((key) => key.split('.')[0] === name))
        missed.push(`${route.method} ${route.path} ${name}`)
    }
  }
  expect(missed).toEqual([])
})

test('a parameter that does not fit is named, on every route that has some', async () => {
  const missed: string[] = []
  for (const { method, path, operation } of routes) {
    for (const { name } of (operation.parameters ?? []).filter((one) => one.in === 'query')) {
      place.house.clock.forward(61_000)
      const answer = await callers[1]!.request(
        `${API_ROOT}${path.replace('{id}', known[0]!).replace('{slug}', 'a-space')}?${name}=a&${name}=b`,
        { method },
      )
      const { errors } = (await answer.json()) as { errors?: Record<string, string> }
      if (answer.status !== 422 || !errors?.[name]) missed.push(`${method} ${path} ${name}`)
    }
  }
  expect(missed).toEqual([])
})

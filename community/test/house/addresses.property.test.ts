import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressFor, kinds, type LivedIn, makeLivedIn, pageRoutes } from '../kit/lived-in.ts'
import { expectKindRefusal } from '../kit/refusals.ts'

const ENDURE = Boolean(process.env.KINDLING_ENDURE)

let livedIn: LivedIn
let routes: string[]
let ids: string[]

beforeAll(async () => {
  livedIn = await makeLivedIn()
  routes = pageRoutes(livedIn.place, 'GET')
  ids = Object.values(livedIn.ids)
})
afterAll(() => livedIn?.close())

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '',
    '%00',
    '%ff',
    '%',
    '%zz',
    '..',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%5c..',
    '%F0%9F%92%99',
    "';--",
    'null',
    '-1',
    '0',
    '1e309',
    'NaN',
    'x'.repeat(4_000),
    '%E2%80%AE',
    '%0d%0aset-cookie:%20a=b',
    '[object%20Object]',
    '__proto__',
    'constructor',
    '2030-13-45',
    '2030-02-30',
    '+275760-09-14',
    '9999-12-31',
    '0001-01-01',
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '0192f3a1-7c00-7abc-8def-0123456789ab',
    '9999999999999999_0192f3a1-7c00-7abc-8def-0123456789ab',
    '2030-01-01T00:00:00.000Z_0192f3a1-7c00-7abc-8def-0123456789ab',
    'eyJhIjoxfQ',
    'MTIzNDU2Nzg5',
    'javascript%3Aalert(1)',
  ),
)

/** Names that some page or other reads from its address. */
const known = [
  'q',
  'in',
  'by',
  'from',
  'to',
  'since',
  'until',
  'before',
  'after',
  'cursor',
  'order',
  'page',
  'space',
  'need',
  'post',
  'reply',
  'then',
  'did',
  'done',
  'token',
  'code',
  'state',
  'error',
  'language',
  'topic',
  'quote',
  'thanked',
  'sent',
  'taken',
  'kind',
  'invitation',
  'older',
  'newer',
  'who',
  'author',
  'name',
  'way',
  'answer',
]
const queryOf = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...known), odd),
    fc.oneof(
      odd,
      fc.nat(30).map((index) => ({ index })),
    ),
  ),
  { maxLength: 4 },
)

const call = fc.record({
  route: fc.nat(10_000),
  kind: fc.constantFrom(...kinds),
  choose: fc.nat(20),
  stray: fc.option(odd, { freq: 2 }),
  query: queryOf,
  head: fc.boolean(),
})

function pathFor(route: string, choose: number, stray: string | null): string {
  if (stray === null) return addressFor(livedIn, route, choose).replace('*', 'style.css')
  return route.replace(/:\w+|\*/g, () => (choose % 3 === 0 ? ids[choose % ids.length]! : stray))
}

/** A visitor is led to sign in, and back here afterwards; nobody is led anywhere else. */
function expectOwnPlace(answer: Response, asked: string): void {
  const to = answer.headers.get('location')
  if (to === null) return
  expect(to, asked).toMatch(/^\/(?![/\\])/)
  expect(new URL(to, 'http://kindling.test').host, asked).toBe('kindling.test')
}

test(
  'whatever stands in an address, no answer is an error of ours, and every refusal is a page with a sentence',
  async () => {
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(call, async ({ route: number, kind, choose, stray, query, head }) => {
        const route = routes[number % routes.length]!
        const pairs = query.map(
          ([name, value]) => `${name}=${typeof value === 'string' ? value : ids[value.index % ids.length]}`,
        )
        const path = `${pathFor(route, choose, stray)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
        const asked = `GET ${path.slice(0, 300)} by ${kind}`
        const { place, people } = livedIn
        const answer = await place.as(people[kind]).request(path, { method: head ? 'HEAD' : 'GET' })
        seen.add(answer.status)
        expect(answer.status, asked).toBeLessThan(route === '/readyz' ? 504 : 500)
        expectOwnPlace(answer, asked)
        expect(answer.headers.get('set-cookie') ?? '', asked).not.toContain('a=b')
        expect(answer.headers.get('x-content-type-options'), asked).toBe('nosniff')
        if (head) expect(await answer.text(), asked).toBe('')
        else if (answer.headers.get('content-type')?.startsWith('text/event-stream'))
          await answer.body?.cancel()
        else if (answer.status >= 400) await expectKindRefusal(answer, asked)
        else expect(await answer.text(), asked).not.toContain('<script>alert(1)')
      }),
      { numRuns: ENDURE ? 10_000 : 400 },
    )
    for (const status of [200, 303, 400, 404]) expect([...seen]).toContain(status)
  },
  ENDURE ? 900_000 : 60_000,
)

test('pages for members lead a visitor to sign in, and back to where they were', async () => {
  const { place, people } = livedIn
  const led: string[] = []
  for (const route of routes) {
    const path = addressFor(livedIn, route)
    const answer = await place.as(undefined).get(path)
    if (answer.status === 303 && answer.headers.get('location')!.startsWith('/sign-in?')) {
      expect(answer.headers.get('location')).toBe(`/sign-in?then=${encodeURIComponent(path)}`)
      led.push(route)
    } else await answer.body?.cancel()
  }
  expect(led).toEqual(
    expect.arrayContaining([
      '/new',
      '/notices',
      '/bookmarks',
      '/settings/profile',
      '/admin',
      '/today',
      '/members/:handle',
    ]),
  )
  const sign = await place.as(people.visitor).get('/sign-in?then=%2Fnotices%3Fa%3D1')
  expect(await sign.text()).toContain('name="then" value="/notices?a=1"')
})

const elsewhere = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%2f/evil.example',
  '/\t/evil.example',
  ' //evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http:evil.example',
  '///evil.example',
  '/\u0000/evil.example',
  'https:/evil.example',
  '@evil.example',
]

/** Pages that people pass through on their way to somewhere. */
const ways = new Set([
  '/sign-in',
  '/sign-in/link',
  '/sign-in/second',
  '/join',
  '/arrived',
  '/auth/arrive',
  '/sign-out',
])

test('no "then" leads away from here: not as a link, not as a field, not as a redirect', async () => {
  const { place, people } = livedIn
  for (const route of routes.filter((one) => !/[:*]|^\/live/.test(one)))
    for (const then of ways.has(route) ? elsewhere : elsewhere.slice(0, 2))
      for (const person of [people.visitor, people.member]) {
        const path = `${route}?then=${encodeURIComponent(then)}`
        const answer = await place.as(person).get(path)
        expectOwnPlace(answer, path)
        const page = await answer.text()
        expect(page, path).not.toMatch(
          /(?:href|action|formaction)="(?:[a-z]+:|[/\\]{2}|\s)[^"]*evil\.example/i,
        )
        expect(page, path).not.toMatch(/(?:href|action|formaction)="(?:javascript|data):/i)
        expect(page, path).not.toMatch(/name="then" value="(?!\/%2f)[^"]*evil\.example"/)
      }
}, 30_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT, endpointsOf, makeApi, type Scope, scopes } from '../foundation/index.ts'
import { makeToken } from './index.ts'

let place: TestApp
let mira: TestMember
let jun: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  jun = await place.member('Jun', { role: 'administrator' })
})
afterAll(() => place?.close())

const tokenFor = (member: TestMember, given: Partial<{ scopes: Scope[]; lifetime: string }> = {}) =>
  makeToken(place.house, member.viewer, {
    name: 'printer',
    scopes: given.scopes ?? ['read'],
    lifetime: given.lifetime ?? '30',
  })
const holding = (token: string) => place.as(undefined, { authorization: `Bearer ${token}` })
const statusOf = async (token: string) => (await holding(token).get(`${API_ROOT}/me`)).status

const shownToken = (html: string) => /<textarea[^>]*>\s*(kdl_[\w-]{43})\s*<\/textarea>/.exec(html)?.[1]

test('a member makes a token, sees it once, uses it, and takes it back', async () => {
  const page = await place
    .as(mira)
    .form('/settings/tokens', { name: 'the poster printer', scopes: 'read', lifetime: '90' })
  expect(page.status).toBe(200)
  expect(page.headers.get('cache-control')).toContain('no-store')
  const token = shownToken(await page.text())!
  expect(token).toBeDefined()
  expect(await (await holding(token).get(`${API_ROOT}/me`)).json()).toMatchObject({
    handle: mira.handle,
    scopes: ['read'],
  })
  const list = await (await place.as(mira).get('/settings/tokens')).text()
  expect(list).toContain('the poster printer')
  expect(list).toContain('Last used: Today.')
  expect(list).not.toContain(token)
  const id = /tokens\/([0-9a-f-]{36})\/take-back/.exec(list)![1]!
  expect((await place.as(jun).form(`/settings/tokens/${id}/take-back`, {})).status).toBe(303)
  expect(await statusOf(token)).toBe(200)
  expect((await place.as(mira).form(`/settings/tokens/${id}/take-back`, {})).status).toBe(303)
  expect(await statusOf(token)).toBe(401)
})

test('of a token only a hash and the day of its last use are stored', async () => {
  const token = await tokenFor(mira)
  await statusOf(token)
  const { rows } = await place.house.pool.query(
    'select t::text as row, last_used_on::text as day from api_tokens t order by id desc limit 1',
  )
  expect(rows[0].row).not.toContain(token.slice(4))
  expect(rows[0].day).toBe(place.house.clock.now().toISOString().slice(0, 10))
})

test('a refused form keeps what was typed and says what to change', async () => {
  const page = await place
    .as(mira)
    .form('/settings/tokens', { name: 'my <script>', scopes: '', lifetime: '30' })
  expect(page.status).toBe(422)
  const html = await page.text()
  expect(html).toContain('Choose at least one thing that it may do.')
  expect(html).toContain('value="my &lt;script&gt;"')
})

test('a token ends on its day', async () => {
  const token = await tokenFor(mira, { lifetime: '30' })
  const endless = await tokenFor(mira, { lifetime: 'none' })
  place.house.clock.forward(29 * 86_400_000)
  expect(await statusOf(token)).toBe(200)
  place.house.clock.forward(1.1 * 86_400_000)
  expect(await statusOf(token)).toBe(401)
  expect(await statusOf(endless)).toBe(200)
})

test('an hour after signing in, a token is made only after signing in once more', async () => {
  const sol = await place.member('Sol')
  place.house.clock.forward(2 * 3_600_000)
  const page = await place.as(sol).form('/settings/tokens', { name: 'late', scopes: 'read', lifetime: '30' })
  expect(page.status).toBe(422)
  expect(shownToken(await page.text())).toBeUndefined()
})

test.each(['left', 'waiting', 'suspended'])('the token of a member who is %s stops', async (status) => {
  const guest = await place.member('Guest')
  const token = await tokenFor(guest)
  expect(await statusOf(token)).toBe(200)
  await place.house.pool.query('update members set status = $1 where id = $2', [status, guest.id])
  expect(await statusOf(token)).toBe(401)
})

test('a token is good in its own place only, and opens no page', async () => {
  const token = await tokenFor(mira)
  await place.house.pool.query(
    `insert into communities (id, host, name, time_zone, opened_at, created_at) values (gen_random_uuid(), 'other.test', 'Other', 'UTC', now(), now())`,
  )
  place.house.communities.forget()
  expect((await holding(token).request(`${API_ROOT}/me`, { headers: { host: 'other.test' } })).status).toBe(
    401,
  )
  const settings = await holding(token).get('/settings/tokens')
  expect(settings.status).toBe(303)
  expect(settings.headers.get('location')).toContain('/sign-in')
})

test('with a token the cookie does not count, whoever it belongs to', async () => {
  const both = place.as(jun, { authorization: `Bearer ${await tokenFor(mira)}` })
  expect(await (await both.get(`${API_ROOT}/me`)).json()).toMatchObject({ handle: mira.handle })
  const unknown = place.as(jun, { authorization: `Bearer kdl_${'x'.repeat(43)}` })
  expect((await unknown.get(`${API_ROOT}/me`)).status).toBe(401)
})

test("an administrator's token has a steward's powers only with that scope, and never an administrator's", async () => {
  const roleOf = async (given: Scope[]) => {
    const { readToken } = await import('./index.ts')
    return (await readToken(place.house, place.communityId, await tokenFor(jun, { scopes: given })))!.role
  }
  expect(await roleOf(['read', 'write'])).toBe('member')
  expect(await roleOf(['read', 'steward'])).toBe('steward')
})

test('a member cannot ask for the scope of stewards', async () => {
  await expect(tokenFor(mira, { scopes: ['read', 'steward'] })).rejects.toMatchObject({
    code: 'scope_unknown',
  })
})

test('every endpoint asks for its scope, of every token', async () => {
  const endpoints = endpointsOf(makeApi(place.house, place.house.features))
  const tokens = await Promise.all(
    scopes.map(async (scope) => ({ scope, token: await tokenFor(jun, { scopes: [scope] }) })),
  )
  const wrong: string[] = []
  for (const { method, path, scope: needed } of endpoints) {
    // Far apart, so that no limit is reached.
    place.house.clock.forward(60_000)
    const address = API_ROOT + (path === '/' ? '' : path.replaceAll(/{\w+}/g, 'nobody'))
    for (const { scope, token } of tokens) {
      const answer = await holding(token).request(address, { method: method.toUpperCase() })
      const { code } = answer.status >= 400 ? ((await answer.json()) as { code: string }) : { code: 'none' }
      if ((code === 'scope_missing') !== (scope !== needed))
        wrong.push(`${method} ${path} with ${scope}: ${code}`)
    }
  }
  expect(endpoints.length).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})

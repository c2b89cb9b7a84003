import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, makePlace, ORIGIN, type Place } from '../../../test/kit/place.ts'
import { type Provider, startProvider } from '../../../test/kit/provider.ts'
import { accountsFeature, membersFeature } from '../index.ts'

/** The field of forms and addresses that says where to afterwards. */
const THEN = 'then'

let provider: Provider
let place: Place
let browser: Browser
let number = 0
const to = (answer: Response) => answer.headers.get('location')!

beforeAll(async () => {
  provider = await startProvider('kindling')
  const oidc = {
    issuer: provider.issuer,
    clientId: 'kindling',
    clientSecret: 'a client secret',
    name: 'Town Hall',
  }
  place = await makePlace({ features: [membersFeature, accountsFeature], config: { oidc } })
})
afterAll(async () => {
  await place.close()
  await provider.close()
})
beforeEach(() => {
  number++
  browser = place.open(`192.0.2.${number}`)
  provider.spoil = undefined
  provider.person = {
    sub: `person-${number}`,
    email: `asha${number}@example.org`,
    email_verified: true,
    name: 'Asha Rao',
  }
})

/** Through the other place and back, as a browser goes. */
async function goThere(then = '/'): Promise<Response> {
  const started = await browser.get(`/auth/oidc?then=${encodeURIComponent(then)}`)
  expect(started.status).toBe(303)
  const there = await fetch(to(started), { redirect: 'manual' })
  const back = new URL(to(there))
  expect(back.origin).toBe(ORIGIN)
  return browser.get(back.pathname + back.search)
}

const accounts = () =>
  place.house.db.selectFrom('accounts').select(['id', 'email', 'email_verified', 'unconfirmed_email'])

test('a newcomer comes back signed in, and is asked only for a name and a yes', async () => {
  const answer = await goThere('/new')
  expect(to(answer)).toBe(`${ORIGIN}/auth/arrive?then=%2Fnew`)
  expect(to(await browser.get('/auth/arrive?then=%2Fnew'))).toBe('/join?then=%2Fnew')
  const page = await (await browser.get('/join?then=%2Fnew')).text()
  expect(page).toContain('value="Asha Rao"')
  expect(page).not.toContain('type="email"')
  const joined = await browser.post('/join', { name: 'Asha', agree: 'yes', adult: 'yes', [THEN]: '/new' })
  expect(to(joined)).toBe('/arrived?then=%2Fnew')
  const methods = await place.house.db
    .selectFrom('sign_in_methods')
    .selectAll()
    .where('subject', '=', `person-${number}`)
    .execute()
  expect(methods).toMatchObject([
    { provider: 'oidc', access_token: null, id_token: null, refresh_token: null },
  ])
})

test('the second time it is the same account', async () => {
  await goThere()
  await browser.post('/join', { name: 'Asha', agree: 'yes', adult: 'yes' })
  browser = place.open(`198.51.100.${number}`)
  await goThere()
  expect(await (await browser.get('/arrived')).text()).toContain('Hello, Asha')
  expect(await accounts().where('email', '=', `asha${number}@example.org`).execute()).toHaveLength(1)
})

test('a confirmed address on both sides is the same person', async () => {
  await place.accounts.create({ email: `asha${number}@example.org`, confirmed: true })
  await goThere()
  expect((await browser.get('/settings/sign-in')).status).toBe(200)
  expect(await accounts().where('email', '=', `asha${number}@example.org`).execute()).toHaveLength(1)
})

test('an address the other place did not check opens nobody’s account', async () => {
  await place.accounts.create({ email: `asha${number}@example.org`, confirmed: true })
  provider.person.email_verified = false
  const answer = await goThere()
  expect(to(answer)).toContain('error=account_not_linked')
  const page = await (await browser.get(new URL(to(answer)).pathname + new URL(to(answer)).search)).text()
  expect(page).toContain('belongs to an account that was made another way')
  expect((await browser.get('/settings/sign-in')).status).toBe(303)
})

test('an unchecked address waits for its letter like any other', async () => {
  provider.person.email_verified = false
  await goThere()
  const [account] = await accounts().where('unconfirmed_email', '=', `asha${number}@example.org`).execute()
  expect(account).toMatchObject({ email_verified: false, email: `${account!.id}@unconfirmed.invalid` })
})

test.each(['nonce', 'audience', 'signature'] as const)(
  'a token with a wrong %s signs nobody in',
  async (spoil) => {
    provider.spoil = spoil
    const answer = await goThere()
    expect(to(answer)).toContain('/sign-in')
    expect(to(answer)).toContain('error=')
    expect((await browser.get('/settings/sign-in')).status).toBe(303)
  },
)

test('an answer nobody asked for signs nobody in', async () => {
  const started = await place.open('203.0.113.9').get('/auth/oidc')
  const there = await fetch(to(started), { redirect: 'manual' })
  const back = new URL(to(there))
  const answer = await browser.get(back.pathname + back.search)
  expect(to(answer)).toContain('/sign-in')
  expect((await browser.get('/settings/sign-in')).status).toBe(303)
})

test('does not lead to another site afterwards', async () => {
  expect(to(await goThere('https://elsewhere.example/'))).toBe(`${ORIGIN}/auth/arrive`)
})

test('a provider that is not there is said so, and asked again later', async () => {
  const away = await makePlace({
    features: [membersFeature, accountsFeature],
    config: {
      oidc: { issuer: 'http://127.0.0.1:9', clientId: 'kindling', clientSecret: 'x', name: 'Town Hall' },
    },
  })
  const answer = await away.open().get('/auth/oidc')
  expect(to(answer)).toBe('/sign-in?error=unreachable')
  expect(await (await away.open().get(to(answer))).text()).toContain('Town Hall cannot be reached right now')
  await away.close()
})

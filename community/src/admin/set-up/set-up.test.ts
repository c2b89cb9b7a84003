import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { TestClock, type TestHouse, testHouse } from '../../../test/kit/house.ts'
import { makeApp } from '../../app.ts'
import { english, makeTranslator } from '../../foundation/index.ts'
import { accountsOf, signedIn } from '../../members/index.ts'
import { spaceKinds } from '../../spaces/index.ts'
import { countWords, GUIDELINES_WORDS } from '../place-rules.ts'
import { makeSetUpLink, preparePlace } from './open-link.ts'
import { guidelinesFor, spacesFor } from './templates.ts'

const HOST = 'localhost:4600'
let house: TestHouse
let app: ReturnType<typeof makeApp>

/** A browser: keeps cookies, sends forms from our own pages. */
function browser() {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      host: HOST,
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...(init.headers as Record<string, string>),
    }
    const response = await app.request(`http://${HOST}${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';')
      const at = pair!.indexOf('=')
      jar.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    return response
  }
  return {
    get: (path: string) => send(path),
    form: (path: string, fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

const place = {
  name: 'Lantern Street',
  tagline: 'Gardens and a little code.',
  timeZone: 'Europe/Warsaw',
  kind: 'family',
}
const me = { name: 'Ines', email: 'ines@example.org', password: 'a lantern in the rain' }
const pathOf = (link: string) => link.slice(link.indexOf('/set-up'))

async function freshLink(): Promise<string> {
  await preparePlace(house)
  const [community] = await house.communities.all()
  return pathOf((await makeSetUpLink(house, community!))!)
}

beforeEach(async () => {
  for (const table of [
    'communities',
    'set_up',
    'members',
    'accounts',
    'spaces',
    'audit',
    'limits',
    'recovery_codes',
  ] as const)
    await house.db.deleteFrom(table).execute()
  house.mail.letters.length = 0
  house.communities.forget()
})

beforeAll(async () => {
  // Sessions end by the real clock.
  house = await testHouse({ parts: { clock: new TestClock(Date.now()) } })
  app = makeApp(house, house.features, signedIn(accountsOf(house)))
})
afterAll(() => house.close())

async function throughSetUp(one: ReturnType<typeof browser>, link: string): Promise<void> {
  expect((await one.get(link)).headers.get('location')).toBe('/set-up/place')
  expect((await one.form('/set-up/place', place)).headers.get('location')).toBe('/set-up/words')
  const words = {
    guidelines: 'Be gentle.\n\nAsk before you advise.',
    name1: 'Hello',
    kind1: 'family',
    about1: 'A first word.',
    name2: '',
    kind2: 'hobby',
  }
  expect((await one.form('/set-up/words', words)).headers.get('location')).toBe('/set-up/you')
  expect((await one.form('/set-up/you', me)).headers.get('location')).toBe('/admin/safety?new=1')
}

test('START-4 day one: three pages make a place with guidelines, a space and a signed-in administrator', async () => {
  const one = browser()
  await throughSetUp(one, await freshLink())
  const [community] = await house.communities.all()
  expect(community).toMatchObject({ name: 'Lantern Street', timeZone: 'Europe/Warsaw', openedAt: undefined })
  const spaces = await house.db.selectFrom('spaces').select(['name', 'kind', 'visibility']).execute()
  expect(spaces).toEqual([{ name: 'Hello', kind: 'family', visibility: 'members' }])
  expect(await (await one.get('/admin')).text()).toContain('Open the doors')
})

test('until the doors are open visitors read "Almost ready"; afterwards they come in', async () => {
  const one = browser()
  await throughSetUp(one, await freshLink())
  const before = await browser().get('/spaces')
  expect(before.status).toBe(503)
  expect(await before.text()).toContain('Almost ready')
  expect((await one.form('/admin/doors', { signUp: 'approval' })).headers.get('location')).toBe(
    '/admin/invitations?opened=1',
  )
  expect((await browser().get('/spaces')).status).toBe(200)
})

test('two people open the link at once: one goes on, the other reads why and may take over on purpose', async () => {
  const link = await freshLink()
  const [first, second] = [browser(), browser()]
  await first.get(link)
  const refused = await second.get(link)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('opened in another browser first')
  const key = new URL(`http://x${link}`).searchParams.get('key')!
  expect((await second.form('/set-up/take-over', { key })).headers.get('location')).toBe('/set-up/place')
  const told = await first.form('/set-up/place', place)
  expect(told.status).toBe(403)
  expect(await told.text()).toContain('goes on in another browser')
})

test('two administrators pressing at once: one is made', async () => {
  const link = await freshLink()
  const one = browser()
  await one.get(link)
  await one.form('/set-up/place', place)
  await one.form('/set-up/words', { guidelines: 'Be gentle.', name1: 'Hello', kind1: 'family' })
  const answers = await Promise.all([
    one.form('/set-up/you', me),
    one.form('/set-up/you', { ...me, email: 'other@example.org' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 403])
  const made = await house.db.selectFrom('members').select('role').execute()
  expect(made).toEqual([{ role: 'administrator' }])
})

test('the link opens nothing once somebody looks after the place, and a wrong one never does', async () => {
  const link = await freshLink()
  expect((await browser().get('/set-up?key=guess')).status).toBe(403)
  await throughSetUp(browser(), link)
  expect((await browser().get(link)).status).toBe(403)
  const [community] = await house.communities.all()
  expect(await makeSetUpLink(house, community!)).toBeUndefined()
})

test('set-up goes on where it stopped, and an older link still works after a new start', async () => {
  const older = await freshLink()
  const one = browser()
  await one.get(older)
  await one.form('/set-up/place', place)
  await freshLink()
  expect((await one.get('/set-up')).headers.get('location')).toBe('/set-up/words')
  expect((await one.get(older)).headers.get('location')).toBe('/set-up/words')
  expect(await (await one.get('/set-up/place')).text()).toContain('value="Lantern Street"')
})

test('the key is nowhere in the database', async () => {
  const link = await freshLink()
  const key = new URL(`http://x${link}`).searchParams.get('key')!
  const rows = await house.db.selectFrom('set_up').selectAll().execute()
  expect(rows[0]!.key_hashes).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(key)
  expect(Buffer.concat(rows[0]!.key_hashes).toString('base64url')).not.toContain(key)
})

test('refused pages keep what was typed and say what to do', async () => {
  const one = browser()
  await one.get(await freshLink())
  const noName = await one.form('/set-up/place', { ...place, name: '  ' })
  expect(noName.status).toBe(422)
  expect(await noName.text()).toContain('Gardens and a little code.')
  await one.form('/set-up/place', place)
  const long = await one.form('/set-up/words', {
    guidelines: 'word '.repeat(121),
    name1: 'Hello',
    kind1: 'family',
  })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('These are 121 words')
  await one.form('/set-up/words', { guidelines: 'Be gentle.', name1: 'Hello', kind1: 'family' })
  const weak = await one.form('/set-up/you', { ...me, password: 'short' })
  expect(weak.status).toBe(422)
  expect(await weak.text()).toContain('value="ines@example.org"')
})

test('the digits of the test letter show that letters arrive; wrong ones do not, and wear out', async () => {
  const one = browser()
  await throughSetUp(one, await freshLink())
  const code = /\d{6}/.exec(house.mail.letters[0]!.text)![0]
  for (let tries = 0; tries < 8; tries++)
    expect(
      (await one.form('/admin/safety/letter/digits', { code: '000000' === code ? '000001' : '000000' }))
        .status,
    ).toBe(422)
  expect(await (await one.form('/admin/safety/letter/digits', { code })).text()).toContain(
    'do not count any more',
  )
  await one.form('/admin/safety/letter', {})
  const newest = /\d{6}/.exec(house.mail.letters.at(-1)!.text)![0]
  expect((await one.form('/admin/safety/letter/digits', { code: newest })).headers.get('location')).toBe(
    '/admin/safety?done=digits',
  )
  const account = await house.db
    .selectFrom('accounts')
    .select(['email', 'email_verified'])
    .executeTakeFirstOrThrow()
  expect(account).toEqual({ email: 'ines@example.org', email_verified: true })
})

test('a code from the printed sheet makes its holder administrator once, and the others are told', async () => {
  const one = browser()
  await throughSetUp(one, await freshLink())
  await one.form('/admin/safety/letter/digits', { code: /\d{6}/.exec(house.mail.letters[0]!.text)![0] })
  const sheet = await (await one.form('/admin/safety/kit', {})).text()
  const [code] = /[2-9A-Z]{5}(-[2-9A-Z]{5}){3}/.exec(sheet)!
  const sol = {
    code: code!.toLowerCase().replaceAll('-', ' '),
    name: 'Sol',
    email: 'sol@example.org',
    password: 'another lantern, further down',
  }
  expect((await browser().form('/recover', sol)).headers.get('location')).toBe('/admin')
  expect(house.mail.letters.at(-1)).toMatchObject({
    to: 'ines@example.org',
    subject: 'A recovery code was used in Lantern Street',
  })
  expect((await browser().form('/recover', { ...sol, email: 'third@example.org' })).status).toBe(422)
})

const t = makeTranslator(english)
test.each(spaceKinds)(
  'the template for %s fits: guidelines within the limit, spaces with a name and a purpose',
  (kind) => {
    const words = countWords(guidelinesFor(kind, t))
    expect(words).toBeGreaterThan(40)
    expect(words).toBeLessThanOrEqual(GUIDELINES_WORDS)
    for (const space of spacesFor(kind, t)) expect(space.name.length * space.about.length).toBeGreaterThan(0)
  },
)

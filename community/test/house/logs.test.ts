import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, migrations } from '../../src/features.ts'
import { API_ROOT, answersSettled, type JobData, type Jobs } from '../../src/foundation/index.ts'
import { deliver } from '../kit/notices.ts'
import { type Browser, makePlace, type Place } from '../kit/place.ts'

/** A word nobody else uses. Whatever is typed here holds it; nothing the house keeps about itself may. */
const WORD = /zirkon/i
const PASSWORD = 'zirkon heron waits by the weir'
const ADDRESS = '192.0.2.77'
/** The field of forms that says where to afterwards. */
const THEN = 'then'

let place: Place
let mira: Browser
let noor: Browser
const jobs: { work: string; data: JobData }[] = []

class NotedJobs implements Jobs {
  async enqueue(work: string, data: JobData): Promise<void> {
    jobs.push({ work, data })
  }
  async schedule(): Promise<void> {}
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

async function join(name: string, role: 'member' | 'administrator'): Promise<Browser> {
  const browser = place.open(ADDRESS)
  const form = {
    name: `${name} Zirkon`,
    email: `zirkon-${name}@example.org`,
    agree: 'yes',
    adult: 'yes',
    password: PASSWORD,
    way: 'password',
  }
  const answer = await browser.post('/join', form)
  expect(answer.status).toBe(303)
  await place.house.db.updateTable('members').set({ role }).where('name', '=', form.name).execute()
  return browser
}

beforeAll(async () => {
  place = await makePlace({ features })
  Object.assign(place.house, { jobs: new NotedJobs() })
  expect(migrations.length).toBeGreaterThan(0)
  const { addSpace } = await import('../../src/spaces/index.ts')
  const { newId } = await import('../../src/foundation/index.ts')
  await addSpace(place.house.db, {
    id: newId(),
    slug: 'garden',
    name: 'Garden',
    kind: 'hobby',
    visibility: 'public',
    postingBy: 'members',
    description: '',
    norms: [],
    communityId: place.community.id,
    position: 0,
    createdAt: place.house.clock.now(),
  })
  mira = await join('mira', 'administrator')
  noor = await join('noor', 'member')
})
afterAll(() => place?.close())

const idIn = (answer: Response) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(answer.headers.get('location') ?? '')![0]

/** Lines of the log, what jobs were asked with, and rows of events. */
async function kept(): Promise<{ lines: string[]; all: string }> {
  await answersSettled(place.house)
  await deliver(place.house)
  const events = await place.house.db.selectFrom('events').selectAll().execute()
  expect(events.length).toBeGreaterThan(3)
  return {
    lines: place.logged,
    all: [
      ...place.logged,
      ...jobs.map((job) => JSON.stringify(job)),
      ...events.map((event) => JSON.stringify(event)),
    ].join('\n'),
  }
}

test('nothing of what people write, call themselves, search or sign in with is in the log, in jobs or in events', async () => {
  const post = idIn(
    await noor.post('/new', { space: 'garden', title: 'Zirkon title', body: 'Zirkon body @mira-zirkon' }),
  )
  await mira.post(`/posts/${post}/replies`, { body: 'Zirkon reply' })
  await mira.post(`/posts/${post}/replies`, { body: '', to: 'zirkon' })
  await noor.post(`/posts/${post}/edit`, { title: 'Zirkon edited', body: 'Zirkon edited body' })
  await mira.post('/thank', { post, words: 'Zirkon thanks', showing: 'offered' })
  await noor.post('/messages/new', { to: 'mira-zirkon', reason: 'Zirkon reason', body: 'Zirkon message' })
  await mira.post('/report', { post, wish: 'note', note: 'Zirkon note' })
  await noor.post('/settings/profile', {
    name: 'Zirkon renamed',
    bio: 'Zirkon bio',
    pronouns: 'zirkon',
    languages: 'zirkon',
    timeZone: 'Zirkon/City',
  })
  await noor.post('/settings/tokens', { name: 'Zirkon token', scopes: 'read', lifetime: '30' })
  await mira.post('/admin/settings', {
    name: 'Zirkon place',
    tagline: 'Zirkon line',
    guidelines: 'Zirkon guidelines',
  })
  await mira.post('/admin/invitations/letter', {
    whom: 'zirkon-guest@example.org',
    line: 'Zirkon welcome',
    role: 'member',
    do: 'send',
  })
  await mira.post('/admin/spaces', { name: 'Zirkon space', description: 'Zirkon about' })
  const outside = place.open(ADDRESS)
  await outside.post('/sign-in', {
    email: 'zirkon-mira@example.org',
    password: 'zirkon wrong password',
    way: 'password',
    [THEN]: '/zirkon',
  })
  await outside.post('/sign-in', { email: 'zirkon-mira@example.org', way: 'link', [THEN]: '/zirkon' })
  await outside.post('/sign-in/reset', { email: 'zirkon-mira@example.org' })
  await outside.post('/recover', {
    code: 'zirkon-code',
    name: 'Zirkon',
    email: 'zirkon@example.org',
    password: PASSWORD,
  })
  for (const path of [
    '/search?q=zirkon',
    '/sign-in/link?token=zirkon-token',
    '/sign-in/confirm?token=zirkon-token',
    '/sign-in/reset?token=zirkon-token',
    '/join?invitation=zirkon',
    '/auth/arrive?token=zirkon',
    '/zirkon/nowhere',
    '/members/zirkon',
    '/spaces/zirkon?cursor=zirkon',
    '/posts/zirkon',
    '/sign-in?then=/zirkon',
    `${API_ROOT}/search?q=zirkon`,
    `${API_ROOT}/zirkon`,
    '/assets/zirkon.css',
    '/%00zirkon',
    '/lately?cursor=zirkon',
  ])
    for (const who of [noor, outside]) await (await who.get(path)).body?.cancel()
  await noor.send(`${API_ROOT}/posts`, {
    space: 'garden',
    title: 'Zirkon by API',
    body: 'Zirkon by API',
    zirkon: 1,
  })
  await noor.send(`${API_ROOT}/thanks`, 'zirkon')
  await noor.send('/auth/passkeys/sign-in', { credential: { id: 'zirkon' } })
  const { lines, all } = await kept()
  expect(lines.length).toBeGreaterThan(40)
  expect(all.match(new RegExp(`.*${WORD.source}.*`, 'gi')) ?? []).toEqual([])
  expect(all).not.toContain(ADDRESS)
})

test('a token in a header, a referrer and a browser’s name stay out of the log', async () => {
  const { makeApp } = await import('../../src/app.ts')
  const { accountsOf, signedIn } = await import('../../src/members/index.ts')
  const app = makeApp(place.house, features, signedIn(accountsOf(place.house)))
  for (const path of [`${API_ROOT}/me`, '/notices'])
    await app.request(`http://localhost:4600${path}`, {
      headers: {
        host: 'localhost:4600',
        authorization: 'Bearer kdl_zirkon',
        referer: 'http://localhost:4600/zirkon?q=zirkon',
        'user-agent': 'Zirkon/1.0',
        cookie: 'zirkon=zirkon',
      },
    })
  expect((await kept()).all).not.toMatch(WORD)
})

test('requests are logged by the pattern of their address: no path as it was asked, no query', async () => {
  const requests = place.logged
    .map((line) => JSON.parse(line) as Record<string, string>)
    .filter(({ event }) => event === 'request')
  expect(requests.length).toBeGreaterThan(40)
  for (const { route } of requests) expect(route).not.toContain('?')
  expect(requests.map(({ route }) => route)).toEqual(
    expect.arrayContaining(['/search', '/posts/:id', '/sign-in/link']),
  )
})

test('an error of ours names where it happened, and not what was being written', async () => {
  const { db } = place.house
  const post = idIn(await noor.post('/new', { space: 'garden', title: 'Calm', body: 'Calm' }))
  // A database that says in its error what somebody wrote, over several lines, as constraint errors do.
  await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception E'one\n%\n  at zirkon (%)', new.body, new.body; end $$`.execute(
    db,
  )
  await sql`create trigger fail before insert on replies for each row execute function fail()`.execute(db)
  const before = place.logged.length
  const answer = await mira.post(`/posts/${post}/replies`, { body: 'Zirkon that failed' })
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).not.toMatch(/zirkon that failed|plpgsql|\.ts:\d/i)
  expect(page.match(/<h1/g)).toHaveLength(1)
  const byApi = await mira.send(`${API_ROOT}/posts/${post}/replies`, { body: 'Zirkon that failed' })
  expect([byApi.status, byApi.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  expect(await byApi.text()).not.toMatch(WORD)
  await sql`drop trigger fail on replies`.execute(db)
  const lines = place.logged.slice(before)
  const errors = lines
    .map((line) => JSON.parse(line) as Record<string, string>)
    .filter(({ level }) => level === 'error')
  expect(errors).toHaveLength(2)
  for (const error of errors) {
    expect(error).toMatchObject({ event: 'request_failed', code: 'P0001' })
    expect(error.stack).toMatch(/\.(ts|js):\d+/)
    expect(error.requestId).toBeTruthy()
  }
  expect(lines.join('\n')).not.toMatch(WORD)
})

test('while the database is away, people read a page that says so, and the log stays clean', async () => {
  const before = place.logged.length
  const { pool, reads } = place.house
  const { connect, query } = pool
  const read = reads.query
  const away = async () => {
    throw Object.assign(new Error('terminating connection: zirkon was here'), { code: '57P01' })
  }
  Object.assign(pool, { connect: away, query: away })
  Object.assign(reads, { query: away })
  try {
    for (const path of ['/lately?cursor=zirkon', '/search?q=zirkon', `${API_ROOT}/posts?zirkon=1`]) {
      const answer = await noor.get(path)
      expect([500, 503]).toContain(answer.status)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(await answer.text()).not.toMatch(WORD)
    }
    expect((await noor.post('/thank', { post: 'zirkon', words: 'zirkon' })).status).toBeGreaterThanOrEqual(
      500,
    )
  } finally {
    Object.assign(pool, { connect, query })
    Object.assign(reads, { query: read })
  }
  const lines = place.logged.slice(before)
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('\n')).not.toMatch(WORD)
})

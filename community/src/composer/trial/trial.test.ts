import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import type { Space } from '../../spaces/index.ts'

const DAY = 86_400_000
const HARD = 'You lazy idiot, you never read the rota. Beds 4 and 5 stood dry for nine days.'
const GRAVE = 'I will find out where you live and break your arms, you idiot.'
const PLAIN = 'Beds 4 and 5 stood dry for nine days and I lost the lettuces.'

let app: TestApp
let ines: TestMember
let sam: TestMember
let people: TestMember[]
let space: Space
let support: Space
/** Members who wrote in the last 30 days, as far as anything is told. */
let active = 300

beforeAll(async () => {
  const { features } = await import('../../features.ts')
  app = await makeTestApp({
    features: features.map((one) =>
      'activeWriters' in one ? { ...one, activeWriters: async () => active } : one,
    ),
  })
  ines = await app.member('Ines', { role: 'administrator' })
  sam = await app.member('Sam')
  people = []
  for (let number = 0; number < 12; number++) people.push(await app.member(`Person ${number}`))
  space = await app.space('allotment')
  support = await app.space('long-haul', { kind: 'support' })
})
afterAll(() => app.close())

const db = () => app.house.db
const tables = [
  'attention_uses',
  'attention_off',
  'experiments',
  'experiment_exposures',
  'experiment_leavers',
] as const
const office = (path: string, fields: Record<string, string> = {}) =>
  app.as(ines).form(`/admin/experiments/${path}`, fields)
const exposures = () => db().selectFrom('experiment_exposures').selectAll().execute()
const uses = () => db().selectFrom('attention_uses').select(['member_id', 'kept_still', 'free']).execute()
const page = async (who: TestMember | undefined, path: string) => (await app.as(who).get(path)).text()
const told = async (who: TestMember, slug = 'allotment') =>
  (await (await app.as(who).get(`/composer/pause?space=${slug}`)).json()).trial
const write = async (who: TestMember, body: string, more: Record<string, string> = {}) => {
  app.house.clock.forward(1_000)
  const answer = await app.as(who).form('/new', { space: 'allotment', title: '', body, ...more })
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const choose = (who: TestMember, html: string, way: string) => {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const { body = '', ...more } = Object.fromEntries(fields.map(([, name, value]) => [name!, value!]))
  return write(who, body, { ...more, way })
}
const settle = async () => {
  const { settleExperiments } = await import('../../experiments/settle.ts')
  await settleExperiments(app.house)
}

/** One experiment that runs; 120 members met the pause lately. */
async function begin(): Promise<void> {
  const now = app.house.clock.now()
  const { newId } = await import('../../foundation/index.ts')
  const met = Array.from({ length: 120 }, () => newId())
  await app.house.pool.query(
    `insert into members (community_id, id, name, handle, joined_at) select $1, id, 'M', id::text, $3 from unnest($2::uuid[]) id`,
    [app.communityId, met, now],
  )
  await app.house.pool.query(
    `insert into attention_uses (community_id, member_id, id, kind, asked_at, free) select $1, id, id, 'pause', $3, false from unnest($2::uuid[]) id`,
    [app.communityId, met, now],
  )
  expect((await office('pause/start', { weeks: '4' })).headers.get('location')).toBe(
    '/admin/experiments?did=started',
  )
  await db().deleteFrom('attention_uses').execute()
}

/** Somebody of each half. */
async function halves(): Promise<{ asked: TestMember; held: TestMember }> {
  const found: Record<string, TestMember> = {}
  for (const person of people) found[await told(person)] ??= person
  return { asked: found.asked!, held: found.held_out! }
}

beforeEach(async () => {
  active = 300
  for (const table of tables) await db().deleteFrom(table).execute()
  app.house.clock.forward(31 * DAY)
})

test('PAUSE-6 below 300 active members it does not begin, and says why', async () => {
  active = 48
  const html = await page(ines, '/admin/experiments')
  expect(html).toContain('You have 48 active members. Below 300 it cannot be told whether anything helps.')
  expect(html).not.toContain('>Begin<')
  const refused = await office('pause/start', { weeks: '12' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Below 300 it cannot be told')
  active = 300
  const small = await office('pause/start', { weeks: '12' })
  expect(await small.text()).toContain('About 0 members would be counted.')
  expect((await office('pause/start', { weeks: '3' })).status).toBe(422)
  expect(await db().selectFrom('experiments').selectAll().execute()).toEqual([])
})

test('PAUSE-6 half are held out, the budget is used alike, and what became of the words is counted without them', async () => {
  await begin()
  const { asked, held } = await halves()
  const shown = await write(asked, HARD)
  expect(shown.status).toBe(200)
  const gone = await write(held, HARD)
  expect(gone.status).toBe(303)
  expect(await uses()).toEqual(
    expect.arrayContaining([
      { member_id: asked.id, kept_still: false, free: false },
      { member_id: held.id, kept_still: true, free: false },
    ]),
  )
  expect(await page(held, '/settings/attention')).toContain('Once it kept still, because it is being tried')
  const edited = await choose(asked, shown.html, 'use')
  expect(edited.html).toContain('name="trial" value="yes"')
  const asWas = /name="asked" value="([^"]+)"/.exec(edited.html)![1]!
  expect((await write(asked, PLAIN, { asked: asWas, trial: 'yes' })).status).toBe(303)
  const rows = await exposures()
  expect(rows.map(({ member_id, held_out, heeded }) => ({ member_id, held_out, heeded }))).toEqual(
    expect.arrayContaining([
      { member_id: asked.id, held_out: false, heeded: true },
      { member_id: held.id, held_out: true, heeded: null },
    ]),
  )
  const post = gone.to.split('/')[2]!.split('?')[0]!
  expect(rows.find(({ held_out }) => held_out)?.entry_id).toBe(post)
  await app.reply(sam, post)
  app.house.clock.forward(8 * DAY)
  await settle()
  const settled = await exposures()
  expect(settled.map(({ held_out, entry_id, outcomes }) => ({ held_out, entry_id, ...outcomes }))).toEqual(
    expect.arrayContaining([
      { held_out: false, entry_id: null, sent: 0, edited: 1, withdrawn: 0, replies: 0, reply_reported: 0 },
      { held_out: true, entry_id: null, sent: 1, edited: 0, withdrawn: 0, replies: 1, reply_reported: 0 },
    ]),
  )
})

test('PAUSE-6 each is held out once; after that the pause asks as always', async () => {
  await begin()
  const { held } = await halves()
  expect((await write(held, `${HARD} One.`)).status).toBe(303)
  expect(await told(held)).toBeUndefined()
  expect((await write(held, `${HARD} Two.`)).status).toBe(200)
  expect(await exposures()).toHaveLength(1)
})

test('PAUSE-6 threats are asked about and count nowhere; so do support spaces, changes, and spent budgets', async () => {
  await begin()
  const { held } = await halves()
  expect((await write(held, GRAVE)).status).toBe(200)
  expect((await write(held, HARD, { title: GRAVE })).status).toBe(200)
  expect((await write(held, HARD, { space: 'long-haul' })).status).toBe(200)
  expect(await told(held, 'long-haul')).toBeUndefined()
  const own = await app.post(held, space, { title: 'Mine' })
  expect((await app.as(held).form(`/posts/${own}/edit`, { title: 'Mine', body: HARD })).status).toBe(200)
  // Two a day are used up.
  expect(await told(held)).toBeUndefined()
  expect((await write(held, `${HARD} Third.`)).status).toBe(303)
  expect(await exposures()).toEqual([])
  expect(support.kind).toBe('support')
})

test('PAUSE-6 nobody under 18, nobody where it became too small, nobody who wants just the conversation', async () => {
  await begin()
  const { held } = await halves()
  Object.assign(held.viewer, { under18: true })
  expect(await told(held)).toBeUndefined()
  expect((await write(held, HARD)).status).toBe(200)
  Object.assign(held.viewer, { under18: false })
  active = 299
  expect(await told(held)).toBeUndefined()
  active = 300
  await app.as(held).form('/settings/attention', { quiet: 'yes' })
  expect(await told(held)).toBeUndefined()
  expect((await write(held, `${HARD} Quietly.`)).status).toBe(303)
  expect(await exposures()).toEqual([])
})

test('PAUSE-6 a script tells that it kept still; form and telling may come in any order, counted once', async () => {
  await begin()
  const { asked, held } = await halves()
  const tell = (who: TestMember, fields: Record<string, string>) =>
    app.as(who).form('/composer/pause?space=allotment', fields)
  const posted = await write(held, HARD, { asked: 'yes', trial: 'yes' })
  await tell(held, { grave: 'no', trial: 'held_out' })
  expect((await uses()).filter(({ member_id }) => member_id === held.id)).toEqual([
    { member_id: held.id, kept_still: true, free: false },
  ])
  await tell(asked, { grave: 'no', trial: 'asked' })
  await app.as(asked).form('/composer/pause/outcome', { outcome: 'dismissed', trial: 'yes' })
  await write(asked, `${HARD} As it is.`, { asked: 'yes', trial: 'yes' })
  const rows = await exposures()
  expect(rows).toHaveLength(2)
  expect(rows.every(({ entry_id }) => entry_id !== null)).toBe(true)
  expect(rows.find(({ held_out }) => !held_out)?.heeded).toBe(false)
  const post = posted.to.split('/')[2]!.split('?')[0]!
  await app.as(held).form(`/posts/${post}/edit`, { title: 'Mine', body: PLAIN })
  const { deliverEvents, listenersOf } = await import('../../foundation/index.ts')
  await deliverEvents(app.house, listenersOf(app.house.features))
  app.house.clock.forward(8 * DAY)
  await settle()
  const [ofHeld] = (await exposures()).filter(({ held_out }) => held_out)
  expect(ofHeld?.outcomes).toMatchObject({ sent: 0, edited: 1 })
})

test('PULSE-4 one switch leaves all of them and forgets what was counted; that somebody left is kept', async () => {
  await begin()
  const { held } = await halves()
  await write(held, HARD)
  expect(await page(held, '/guidelines/experiments')).toContain('Leave all of them')
  const left = await app
    .as(held)
    .form('/settings/experiments', { left: 'yes', at: '/guidelines/experiments' })
  expect(left.headers.get('location')).toBe('/guidelines/experiments#leave')
  expect(await exposures()).toEqual([])
  expect(await db().selectFrom('experiments').select(['left_usual', 'left_held_out']).execute()).toEqual([
    { left_usual: 0, left_held_out: 1 },
  ])
  expect(await told(held)).toBeUndefined()
  expect((await write(held, `${HARD} After.`)).status).toBe(200)
  const api = (body: object) => app.as(held).json('PATCH', '/api/v1/experiments', body)
  expect((await api({ left: false })).status).toBe(204)
  expect((await (await app.as(held).get('/api/v1/experiments')).json()).left).toBe(false)
})

test('PULSE-4 of somebody who left the community nothing that was counted stays', async () => {
  await begin()
  const { held } = await halves()
  await write(held, HARD)
  const { deliverEvents, listenersOf, record } = await import('../../foundation/index.ts')
  const left = { communityId: app.communityId, kind: 'member-left', actorId: held.id, memberId: held.id }
  await db()
    .transaction()
    .execute((trx) => record(trx, left, app.house.clock.now()))
  await deliverEvents(app.house, listenersOf(app.house.features))
  expect(await exposures()).toEqual([])
})

test('PULSE-4 nothing is shown before the end; then sums alone are kept, with an interval and plain words', async () => {
  await begin()
  const [row] = await db().selectFrom('experiments').select('id').execute()
  const counted = await app.house.pool.query(
    `insert into experiment_exposures (community_id, experiment_id, member_id, held_out, exposed_at, outcomes)
    select $1, $2, id, at % 2 = 0, $3, jsonb_build_object('sent', case when at % 2 = 0 or at % 3 > 0 then 1 else 0 end, 'edited',
      case when at % 2 = 0 or at % 3 > 0 then 0 else 1 end, 'withdrawn', 0, 'replies', at % 4, 'reply_reported', 0)
    from (select id, row_number() over () as at from members where community_id = $1 and name = 'M' limit 120) m`,
    [app.communityId, row!.id, app.house.clock.now()],
  )
  expect(counted.rowCount).toBe(120)
  const before = await page(sam, '/guidelines/experiments')
  expect(before).toContain('What came of it will stand here from')
  expect(before).not.toContain('The difference')
  app.house.clock.forward(36 * DAY)
  await settle()
  expect(await exposures()).toEqual([])
  const html = await page(undefined, '/guidelines/experiments')
  expect(html).toContain('It made a difference.')
  expect(html).toContain('60 members were asked, 60 were not asked.')
  expect(html).toContain(
    '67 of 100 members who were asked, 100 of 100 who were not asked. The difference is −33, from −46 to −21.',
  )
  expect(html).toContain('Too seldom or too often to compare')
  const { items } = await (await app.as(sam).get('/api/v1/experiments')).json()
  expect(items[0]).toMatchObject({ state: 'done', result: { usual: 60, heldOut: 60 } })
  expect(items[0].result.outcomes[0]).toMatchObject({ outcome: 'sent', seen: true })
})

test('PULSE-4 stopped before its time it says nothing, ever; one of a kind runs at a time; both are in the log', async () => {
  await begin()
  const { held } = await halves()
  await write(held, HARD)
  const again = await app.as(ines).json('POST', '/api/v1/experiments', { kind: 'pause', weeks: 4 })
  expect(again.status).toBe(422)
  const [row] = await db().selectFrom('experiments').select('id').execute()
  expect((await office(`${row!.id}/stop`)).status).toBe(303)
  expect((await office(`${row!.id}/stop`)).status).toBe(404)
  expect((await office('nothing/stop')).status).toBe(404)
  expect(await exposures()).toEqual([])
  expect(await told(held)).toBeUndefined()
  expect(await page(sam, '/guidelines/experiments')).toContain(
    'before its time, and so nothing is said of it',
  )
  const log = await page(ines, '/admin/audit')
  expect(log).toContain('Ines began an experiment')
  expect(log).toContain('Ines stopped an experiment')
})

test('PULSE-4 two administrators begin it at the same moment: it runs once', async () => {
  await begin()
  await db().deleteFrom('experiments').execute()
  const met = await app.house.pool.query(
    `insert into attention_uses (community_id, member_id, id, kind, asked_at, free)
    select $1, id, id, 'pause', $2, false from members where community_id = $1 and name = 'M'`,
    [app.communityId, app.house.clock.now()],
  )
  expect(met.rowCount).toBeGreaterThan(100)
  const both = await Promise.all(['4', '8', '12'].map((weeks) => office('pause/start', { weeks })))
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422, 422])
})

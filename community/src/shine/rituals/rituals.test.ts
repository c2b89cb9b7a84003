import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver } from '../../../test/kit/notices.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { tendRituals } from './tend.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let place: TestApp
let mira: TestMember
let noor: TestMember
let theo: TestMember
let jun: TestMember
let garden: Space

/** Tuesday, 4 June 2030, 10:00; twelve people have written. */
beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  theo = await place.member('Theo')
  jun = await place.member('Jun', { role: 'steward' })
  garden = await place.space('garden')
  for (let one = 0; one < 12; one++) await place.post(await place.member(`Writer ${one}`), garden)
})
afterAll(() => place?.close())
beforeEach(() =>
  place.house.pool.query(
    'delete from rituals; delete from ritual_hosts; delete from ritual_occasions; delete from ritual_turns; delete from ritual_agreed; delete from notices; delete from events; delete from limits',
  ),
)

const wins = {
  space: 'garden',
  kind: 'wins',
  name: 'Wins of the week',
  asks: 'What went well?',
  every: 'week',
  weekday: 'FR',
  nth: '1',
  day: '1',
  hour: '18',
  days: '2',
  invited: '',
}

async function setUp(given: Partial<typeof wins> = {}): Promise<string> {
  const answer = await place.as(jun).form('/rituals/new', { ...wins, ...given })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/rituals\/[0-9a-f-]{36}\?did=set-up$/),
  ])
  return answer.headers.get('location')!.slice(9, 45)
}

const text = async (who: TestMember | undefined, path: string) => (await place.as(who).get(path)).text()
const press = async (who: TestMember, path: string, fields = {}) =>
  (await place.as(who).form(path, fields)).status
const community = async () => (await place.house.communities.byId(place.communityId))!
const tend = async () => tendRituals(place.house, await community())

/** On to the next Friday at an hour, and what the minute brings. */
async function goTo(weekday: number, hour: number): Promise<void> {
  const { clock } = place.house
  const now = clock.now()
  const today = Math.floor(now.getTime() / DAY) * DAY
  let at = today + hour * HOUR
  while (at <= now.getTime() || new Date(at).getUTCDay() !== weekday) at += DAY
  clock.forward(at - now.getTime())
  // Who wrote keeps the place at its size, however far the clock goes.
  await place.house.pool.query(
    `update posts set created_at = $1, active_at = $1 where title like 'Tomatoes%'`,
    [clock.now()],
  )
  await tend()
}
const [SUNDAY, MONDAY, FRIDAY, SATURDAY] = [0, 1, 5, 6]
/** By then the next one has been planned, and its host asked. */
const toMonday = () => goTo(MONDAY, 20)

async function occasions(id: string) {
  const { rows } = await place.house.pool.query(
    'select state, host_id, post_id, first_words, due_at from ritual_occasions where ritual_id = $1 order by due_at, id',
    [id],
  )
  return rows as {
    state: string
    host_id: string | null
    post_id: string | null
    first_words: string | null
  }[]
}
const states = async (id: string) => (await occasions(id)).map(({ state }) => state)
const notices = async (who: TestMember) => {
  await deliver(place.house)
  const { rows } = await place.house.pool.query(
    `select kind from notices where member_id = $1 and kind like 'ritual%' order by created_at, id`,
    [who.id],
  )
  return rows.map(({ kind }) => kind)
}

/** Up to an open one, hosted by Mira. */
async function open(given: Partial<typeof wins> = {}): Promise<{ id: string; post: string }> {
  const id = await setUp(given)
  expect(await press(mira, `/rituals/${id}/offer`)).toBe(303)
  await goTo(FRIDAY, 10)
  expect(await press(mira, `/rituals/${id}/begin`, { body: 'The beans are up.' })).toBe(303)
  await goTo(FRIDAY, 18)
  const [one] = (await occasions(id)).filter(({ state }) => state === 'open')
  return { id, post: one!.post_id! }
}

test('SHINE-5 a host is asked, says yes with a first entry, and it opens as a post at its hour', async () => {
  const id = await setUp()
  expect(await text(noor, '/rituals')).toContain('Wins of the week')
  expect(await text(noor, `/rituals/${id}`)).toContain('Every Friday at 18:00, by the clock of UTC')
  expect(await press(mira, `/rituals/${id}/offer`)).toBe(303)
  await toMonday()
  expect(await states(id)).toEqual(['waiting'])
  expect(await notices(mira)).toEqual(['ritual-host'])
  expect(await text(mira, `/rituals/${id}`)).toContain('You are asked to host this one.')
  const late = await place.as(noor).form(`/rituals/${id}/begin`, { body: 'Mine, kept for me' })
  expect([late.status, (await late.text()).includes('Mine, kept for me')]).toEqual([403, true])
  expect(await press(mira, `/rituals/${id}/begin`, { body: ' ' })).toBe(422)
  expect(await press(mira, `/rituals/${id}/begin`, { body: 'The *beans* are up.' })).toBe(303)
  expect(await text(noor, '/rituals')).toContain('Hosted by Mira')
  expect(await text(noor, '/spaces/garden')).not.toContain('The beans')
  await goTo(FRIDAY, 18)
  const [one] = await occasions(id)
  expect(one).toMatchObject({ state: 'open', host_id: mira.id, first_words: null })
  const page = await text(noor, `/posts/${one!.post_id}`)
  expect(page).toContain('The <em>beans</em> are up.')
  expect(page).toContain('What went well?')
  expect(page).toMatch(/Wins of the week, \d+ June/)
})

test('SHINE-5 without a host’s yes nothing begins; who comes late begins it at once', async () => {
  const id = await setUp()
  expect(await press(mira, `/rituals/${id}/offer`)).toBe(303)
  await goTo(FRIDAY, 18)
  expect(await states(id)).toEqual(['waiting'])
  place.house.clock.forward(5 * HOUR)
  const answer = await place.as(mira).form(`/rituals/${id}/begin`, { body: 'Late, but here.' })
  expect(answer.headers.get('location')).toMatch(/^\/posts\//)
  expect(await states(id)).toEqual(['open'])
})

test('SHINE-5 a host is reminded once, and not who was asked only a day ago', async () => {
  const id = await setUp()
  expect(await press(mira, `/rituals/${id}/offer`)).toBe(303)
  await toMonday()
  await goTo(FRIDAY - 1, 17)
  expect(await notices(mira)).toEqual(['ritual-host'])
  await goTo(FRIDAY - 1, 18)
  await tend()
  const { rows } = await place.house.pool.query(
    `select count(*) from events where subject_id = $1 and kind = 'ritual-host-reminded'`,
    [id],
  )
  expect(rows[0].count).toBe(1)
})

test('SHINE-5 hosts rotate; “not this time” asks the next, and costs nothing', async () => {
  const id = await setUp()
  for (const who of [mira, noor, theo]) {
    expect(await press(who, `/rituals/${id}/offer`)).toBe(303)
    place.house.clock.forward(1_000)
  }
  await toMonday()
  const asked = async () => (await occasions(id)).at(-1)!.host_id
  expect(await asked()).toBe(mira.id)
  expect(await press(noor, `/rituals/${id}/not-this-time`)).toBe(403)
  expect(await press(mira, `/rituals/${id}/not-this-time`)).toBe(303)
  expect(await asked()).toBe(noor.id)
  expect(await press(noor, `/rituals/${id}/begin`, { body: 'First from Noor' })).toBe(303)
  await goTo(FRIDAY, 18)
  await toMonday()
  expect(await states(id)).toEqual(['quiet', 'waiting'])
  // Noor has just hosted; Mira, who said not this time, is asked again before Theo: she said yes first.
  expect(await asked()).toBe(mira.id)
})

test('SHINE-5 it closes by itself: with three voices what people agreed to show is gathered, newest first, at most three', async () => {
  const { id, post } = await open()
  const entries: string[] = []
  for (const who of [noor, theo, noor, theo, noor])
    entries.push(await place.reply(who, post, { body: `Entry ${entries.length}` }))
  for (const [index, entry] of entries.entries())
    if (index !== 2) expect(await press(index % 2 ? theo : noor, `/rituals/entries/${entry}/show`)).toBe(303)
  expect(await press(mira, `/rituals/entries/${entries[2]}/show`)).toBe(403)
  await goTo(SUNDAY, 18)
  expect(await states(id)).toEqual(['gathered'])
  expect(await press(noor, `/posts/${post}/replies`, { body: 'Too late' })).toBe(403)
  const page = await text(mira, `/rituals/${id}`)
  const shown = [...page.matchAll(/Entry (\d)/g)].map((match) => match[1])
  expect(shown).toEqual(['4', '3', '1'])
  expect(await press(theo, `/rituals/entries/${entries[3]}/withhold`)).toBe(303)
  expect([...(await text(mira, `/posts/${post}`)).matchAll(/Entry 0/g)].length).toBe(2)
  expect(await notices(mira)).toContain('ritual-thanked')
  expect(await notices(noor)).not.toContain('ritual-thanked')
})

test('SHINE-5 with fewer than three voices it closes without a summary; after two quiet ones its keeper is asked, once', async () => {
  const { id, post } = await open()
  const entry = await place.reply(noor, post, { body: 'Alone with Mira' })
  expect(await press(noor, `/rituals/entries/${entry}/show`)).toBe(303)
  await goTo(SUNDAY, 18)
  expect(await states(id)).toEqual(['quiet'])
  expect(await text(mira, `/rituals/${id}`)).not.toContain('Alone with Mira')
  expect(await notices(mira)).toContain('ritual-thanked')
  await goTo(FRIDAY, 10)
  await goTo(SUNDAY, 18)
  expect(await states(id)).toEqual(['quiet', 'missed'])
  await goTo(FRIDAY, 18)
  expect(await states(id)).toEqual(['quiet', 'missed'])
  expect(await notices(jun)).toEqual(['ritual-keeper'])
  expect(await text(jun, `/rituals/${id}`)).toContain('Rest it, change it, or hand it on?')
  expect(await text(noor, `/rituals/${id}`)).not.toContain('Rest it, change it')
  expect(await press(jun, `/rituals/${id}/hand-on`, { to: 'nobody' })).toBe(422)
  expect(await press(jun, `/rituals/${id}/hand-on`, { to: '@theo' })).toBe(303)
  expect(await notices(theo)).toContain('ritual-handed')
  expect(await press(theo, `/rituals/${id}/rest`)).toBe(303)
  expect(await press(noor, `/rituals/${id}/wake`)).toBe(403)
  await goTo(FRIDAY, 18)
  expect(await states(id)).toEqual(['quiet', 'missed'])
  expect(await press(theo, `/rituals/${id}/wake`)).toBe(303)
  await toMonday()
  expect(await states(id)).toEqual(['quiet', 'missed', 'waiting'])
})

test('SHINE-5 two servers that tend at the same moment open, ask, remind and close once', async () => {
  const id = await setUp()
  expect(await press(mira, `/rituals/${id}/offer`)).toBe(303)
  const everywhere = () => Promise.all([tend(), tend(), tend(), tend()])
  await goTo(MONDAY, 10)
  place.house.clock.forward(10 * HOUR)
  await everywhere()
  expect(await states(id)).toEqual(['waiting'])
  expect(await press(mira, `/rituals/${id}/begin`, { body: 'Once and no more' })).toBe(303)
  const { clock, pool } = place.house
  const at = async (column: string) =>
    (await pool.query(`select ${column} as at from ritual_occasions where ritual_id = $1`, [id])).rows[0].at
  clock.forward((await at('due_at')).getTime() - clock.now().getTime())
  await everywhere()
  const written = await pool.query(`select count(*) from posts where body = 'Once and no more'`)
  expect(written.rows[0].count).toBe(1)
  clock.forward((await at('closes_at')).getTime() - clock.now().getTime())
  await everywhere()
  const { rows } = await pool.query(
    `select kind, count(*) from events where subject_id = $1 and kind like 'ritual-%' group by kind order by kind`,
    [id],
  )
  expect(rows).toEqual(
    ['ritual-host-asked', 'ritual-host-thanked', 'ritual-opened', 'ritual-set-up'].map((kind) => ({
      kind,
      count: kind === 'ritual-host-asked' ? expect.any(Number) : 1,
    })),
  )
  const asked = rows.find(({ kind }) => kind === 'ritual-host-asked').count
  expect(asked).toBe((await states(id)).length)
})

test('SHINE-5 one runs in a space at a time: the other waits its turn, with its first entry', async () => {
  const first = await open({ days: '1' })
  const second = await setUp({ name: 'Thank-you thread', kind: 'thank-you', weekday: 'SA', hour: '10' })
  await tend()
  expect(await press(noor, `/rituals/${second}/begin`, { body: 'Thank you, Theo.' })).toBe(303)
  await goTo(SATURDAY, 10)
  expect([await states(first.id), await states(second)]).toEqual([['open'], ['waiting']])
  await goTo(SATURDAY, 18)
  expect((await states(first.id))[0]).toBe('quiet')
  expect(await states(second)).toEqual(['open'])
})

test('START-2 in a room two go on at a time; at the table nothing of them is there', async () => {
  await setUp()
  const second = await setUp({ name: 'Second' })
  const third = await place.as(jun).form('/rituals/new', { ...wins, name: 'Third' })
  expect([third.status, (await third.text()).includes('Two rituals go on here already')]).toEqual([422, true])
  expect(await press(jun, `/rituals/${second}/rest`)).toBe(303)
  await setUp({ name: 'Third' })
  expect(await press(jun, `/rituals/${second}/wake`)).toBe(409)
  const table = await makeTestApp()
  try {
    const ines = await table.member('Ines', { role: 'administrator' })
    await table.space('corner')
    for (const path of ['/rituals', '/rituals.ics', '/rituals/new', `${API_ROOT}/rituals`])
      expect((await table.as(ines).get(path)).status).toBe(404)
  } finally {
    await table.close()
  }
}, 30_000)

test('SHINE-5 under the head of its space stands what is open there, or what comes next, and nothing of one at rest', async () => {
  const line = async () =>
    /<p class="house"><a href="([^"]*)">([^<]*)<\/a> (comes|is open)/
      .exec(await text(noor, '/spaces/garden'))
      ?.slice(1)
  expect(await line()).toBeUndefined()
  const sunday = await setUp({ name: 'On Sundays', weekday: 'SU' })
  const { id, post } = await open({ days: '1' })
  expect(await line()).toEqual([`/posts/${post}`, 'Wins of the week', 'is open'])
  await goTo(SATURDAY, 18)
  expect(await line()).toEqual([`/rituals/${sunday}`, 'On Sundays', 'comes'])
  expect(await press(jun, `/rituals/${sunday}/rest`)).toBe(303)
  expect(await line()).toEqual([`/rituals/${id}`, 'Wins of the week', 'comes'])
  expect(await press(jun, `/rituals/${id}/rest`)).toBe(303)
  expect(await line()).toBeUndefined()
})

test('START-2 where a place grows quieter, what was set up keeps its pages, and nothing more is begun', async () => {
  const id = await setUp()
  place.house.clock.forward(40 * DAY)
  for (const path of [`/rituals/${id}`, '/rituals', '/rituals.ics', `${API_ROOT}/rituals/${id}`])
    expect([path, (await place.as(jun).get(path)).status]).toEqual([path, 200])
  expect(await text(jun, '/rituals')).not.toContain('/rituals/new')
  expect((await place.as(jun).get('/rituals/new')).status).toBe(404)
  expect(await press(jun, `/rituals/${id}/rest`)).toBe(303)
  await goTo(FRIDAY, 18)
})

test('SHINE-5 who would rather not host any more is not asked any more, also this time; a yes signs nobody up', async () => {
  const id = await setUp()
  const hosts = async () => {
    const { rows } = await place.house.pool.query('select member_id from ritual_hosts where ritual_id = $1', [
      id,
    ])
    return rows.map(({ member_id }) => member_id)
  }
  expect(await press(mira, `/rituals/${id}/offer`)).toBe(303)
  await toMonday()
  expect(await press(noor, `/rituals/${id}/offer`)).toBe(303)
  expect((await occasions(id))[0]).toMatchObject({ host_id: mira.id })
  expect(await press(mira, `/rituals/${id}/offer/end`)).toBe(303)
  expect((await occasions(id))[0]).toMatchObject({ host_id: noor.id })
  expect(await hosts()).toEqual([noor.id])
  expect(await press(noor, `/rituals/${id}/offer/end`)).toBe(303)
  expect((await occasions(id))[0]).toMatchObject({ host_id: null })
  expect(await press(mira, `/rituals/${id}/begin`, { body: 'Just this once.' })).toBe(303)
  expect((await occasions(id))[0]).toMatchObject({ host_id: mira.id, first_words: 'Just this once.' })
  expect(await hosts()).toEqual([])
})

test('SHINE-5 whoever follows the space or took part lately is told once when it opens, and nobody else', async () => {
  const before = await open()
  await place.reply(theo, before.post, { body: 'Peas' })
  await goTo(SUNDAY, 18)
  expect(await press(noor, '/spaces/garden/follow')).toBe(303)
  await place.house.pool.query('delete from notices')
  await toMonday()
  expect(await press(mira, `/rituals/${before.id}/begin`, { body: 'Again a week' })).toBe(303)
  await goTo(FRIDAY, 18)
  await deliver(place.house)
  const { rows } = await place.house.pool.query(
    `select m.name, n.kind from notices n join members m on m.id = n.member_id
     join ritual_occasions o on o.post_id = n.post_id and o.state = 'open' order by m.name`,
  )
  expect(rows).toEqual([
    { name: 'Noor', kind: 'rituals' },
    { name: 'Theo', kind: 'rituals' },
  ])
})

test('SHINE-5 in a round everybody invited gets a turn, may pass, and is read before anybody discusses', async () => {
  const { post } = await open({ kind: 'round', name: 'The round', invited: `${mira.handle}, @noor theo` })
  const answer = (who: TestMember, fields: Record<string, string>) =>
    place.as(who).form(`/posts/${post}/replies`, fields)
  // Who has a turn is told, whether they follow the space or not.
  expect(await notices(theo)).toEqual(['rituals'])
  const early = await answer(jun, { body: 'From outside the round' })
  const page = await early.text()
  expect([early.status, page.includes('Everybody who was invited is heard first')]).toEqual([403, true])
  expect(page).toContain('From outside the round')
  expect(await text(noor, `/posts/${post}`)).toContain('It is your turn whenever you like')
  expect((await answer(noor, { body: 'Noor arrives' })).status).toBe(303)
  expect((await answer(noor, { body: 'Noor again' })).status).toBe(403)
  expect(await press(theo, `/rituals/threads/${post}/pass`)).toBe(303)
  expect(await press(theo, `/rituals/threads/${post}/pass`)).toBe(403)
  expect((await answer(jun, { body: 'Not read yet' })).status).toBe(403)
  expect(await press(jun, `/rituals/threads/${post}/read`)).toBe(303)
  expect((await answer(jun, { body: 'Having read you all' })).status).toBe(303)
})

test('what only members see is in no feed; the calendar for elsewhere says what anybody may read', async () => {
  await place.space('members-only', { visibility: 'members' })
  await setUp({ name: 'Open; to, all' })
  await setUp({ name: 'Among members', space: 'members-only' })
  for (const who of [undefined, jun]) {
    const answer = await place.as(who).get('/rituals.ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const feed = await answer.text()
    expect(feed).toContain('SUMMARY:Open\\; to\\, all\r\n')
    expect(feed).not.toContain('Among members')
    expect(feed).toMatch(/DTSTART:\d{8}T180000Z\r\n/)
  }
  expect(await text(undefined, '/rituals')).not.toContain('Among members')
  expect(await text(noor, '/rituals')).toContain('Among members')
})

test('SHINE-5 through the API: set up, offered, begun, gathered', async () => {
  const { space, nth, day, hour, days, invited, ...rest } = wins
  const body = { ...rest, hour: 18, days: 2 }
  const made = await place.as(jun).json('POST', `${API_ROOT}/spaces/garden/rituals`, body)
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  expect((await place.as(mira).json('POST', `${API_ROOT}/spaces/garden/rituals`, body)).status).toBe(403)
  expect((await place.as(mira).json('PUT', `${API_ROOT}/rituals/${id}/offer`, { wanted: true })).status).toBe(
    204,
  )
  await goTo(FRIDAY, 10)
  const said = await place.as(mira).json('PUT', `${API_ROOT}/rituals/${id}/first-entry`, { body: 'By API' })
  expect(await said.json()).toEqual({ postId: null })
  const calendar = await (await place.as(noor).get(`${API_ROOT}/rituals`)).json()
  expect(calendar).toMatchObject({
    on: [],
    coming: [{ ritualId: id, host: 'Mira', hostWanted: false }, {}, {}],
    rituals: [{ id, rule: 'FREQ=WEEKLY;BYDAY=FR', hour: 18, openDays: 2 }],
  })
  await goTo(FRIDAY, 18)
  expect(await (await place.as(noor).get(`${API_ROOT}/rituals`)).json()).toMatchObject({
    on: [{ ritualId: id }],
  })
})

test('a form that does not fit comes back as it was typed', async () => {
  const refuse = async (given: Record<string, string>) => {
    const answer = await place.as(jun).form('/rituals/new', { ...wins, name: 'Kept as typed', ...given })
    return [answer.status, await answer.text()] as const
  }
  for (const [given, says] of [
    [{ asks: '' }, 'Say what it asks'],
    [{ every: 'never' }, 'Choose how often'],
    [{ every: 'day', day: '31' }, 'Choose how often'],
    [{ hour: '24' }, 'Choose a full hour'],
    [{ days: '9' }, 'Choose how long'],
    [{ space: 'nowhere' }, 'Choose one of the spaces'],
    [{ kind: 'round', invited: 'mira' }, 'at least two people'],
    [{ kind: 'round', invited: 'mira nobody-here' }, 'nobody-here'],
  ] as const) {
    const [status, page] = await refuse(given)
    expect([given, status, page.includes(says), page.includes('Kept as typed')]).toEqual([
      given,
      422,
      true,
      true,
    ])
  }
})

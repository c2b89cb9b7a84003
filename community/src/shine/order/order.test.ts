import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { busySpace } from '../../../test/kit/busy-space.ts'
import { asManyWriters } from '../../../test/kit/writers.ts'
import { setBounds } from '../../bounds/index.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { decideShowing, giveThanks } from '../../thanks/index.ts'
import { chooseKindOrder, endKindOrder, usualStarts } from './index.ts'

const HOUR = 3_600_000
let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let theo: TestMember
let jun: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  jun = await place.member('Jun', { role: 'steward' })
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  theo = await place.member('Theo')
  for (const one of [mira, noor, theo]) await place.post(one, await place.space(`old-${one.handle}`))
  garden = await place.space('garden')
  await asManyWriters(place)
}, 60_000)
afterAll(() => place?.close())

const ask = async (who: TestMember, space = garden, title = 'Slugs again') => {
  const post = await place.post(who, space, { title })
  await place.house.pool.query("update posts set need = 'advice' where id = $1", [post])
  return post
}
const later = (milliseconds = 2_000) => place.house.clock.forward(milliseconds)
const read = async (who: TestMember | undefined, path: string) => {
  later()
  return (await place.as(who).get(path)).text()
}
/** Ids of posts as they stand on a page, the band apart. */
async function order(who: TestMember | undefined, path = '/spaces/garden'): Promise<string[]> {
  const page = (await read(who, path)).replace(/<section class="band"[\s\S]*?<\/section>/, '')
  return [...page.matchAll(/class="title"><a href="\/posts\/([0-9a-f-]+)"/g)].map((one) => one[1]!)
}
const band = async (who: TestMember | undefined, path = '/spaces/garden') => {
  const page = await read(who, path)
  return (/<section class="band"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

test('SHINE-2 the band: a first post, an unanswered ask, something that bridges, each with its reason; gone when it is not so', async () => {
  const wanted = await ask(mira)
  const newcomer = await place.member('Neve')
  await place.post(newcomer, garden, { title: 'Hello from the corner house' })
  const bridge = await place.post(mira, garden, { title: 'Seeds to swap' })
  for (const who of [await place.member('Ada'), await place.member('Ben')]) await place.reply(who, bridge)
  later(10 * 60_000)
  const seen = await band(theo)
  expect(seen).toContain('Hello from the corner house')
  expect(seen).toContain('A first post')
  expect(seen).toContain('Nobody has answered yet')
  expect(seen).toContain('Brings people together who seldom talk')
  expect(seen.match(/by latest|Worth a look/g)).toHaveLength(1)
  // One's own ask is no news to oneself; a visitor sees what anybody may read.
  expect(await band(mira)).not.toContain('Nobody has answered yet')
  expect(await band(undefined)).toContain('Nobody has answered yet')
  expect(await band(theo, '/spaces/garden?order=newest')).toBe('')
  await setBounds(place.house, theo.viewer, mira.handle, 'block')
  expect(await band(theo)).not.toContain('Slugs again')
  await setBounds(place.house, theo.viewer, mira.handle, 'unblock')
  await place.reply(noor, wanted)
  expect(await band(theo)).not.toContain('Nobody has answered yet')
})

test('SHINE-2 at the table there is no band', async () => {
  const small = await makeTestApp()
  const one = await small.member('Mira')
  const here = await small.space('garden')
  await small.post(one, here)
  expect(await (await small.as(undefined).get('/spaces/garden')).text()).not.toContain('Worth a look')
  await small.close()
})

test('SHINE-2 newest first is one press away and remembered for the member alone', async () => {
  const [older, newer] = [await place.post(mira, garden), await place.post(mira, garden)]
  await place.reply(noor, older)
  expect((await order(theo)).indexOf(older)).toBeLessThan((await order(theo)).indexOf(newer))
  await place.as(theo).form('/spaces/garden/order', { order: 'newest' })
  expect((await order(theo)).indexOf(newer)).toBe(0)
  expect((await order(theo, '/spaces/garden?order=active')).indexOf(older)).toBe(0)
  expect((await order(noor)).indexOf(older)).toBe(0)
  await place.as(theo).form('/spaces/garden/order', { order: 'own' })
  expect((await order(theo)).indexOf(older)).toBe(0)
  const visitor = await place.as(undefined).form('/spaces/garden/order', { order: 'newest' })
  expect(visitor.status).toBe(401)
})

test('SHINE-2 a quiet space, a small place, a support space cannot choose it, and are told why', async () => {
  await expect(chooseKindOrder(place.house, jun.viewer, 'garden', usualStarts)).rejects.toMatchObject({
    code: 'no_kind_order_yet',
  })
  const page = await read(jun, '/spaces/garden/order/change?unanswered=24&first=12&bridges=6')
  expect(page).toContain('more than 20 new posts a day')
  expect(page).not.toContain('Switch it on')
  for (const path of ['/spaces/garden/order/change', '/spaces/garden/order/change?unanswered=1'])
    expect((await place.as(theo).get(path)).status).toBe(404)
  await place.space('ward', { kind: 'support', visibility: 'members' })
  await busySpace(place, 'ward', mira)
  await expect(chooseKindOrder(place.house, jun.viewer, 'ward', usualStarts)).rejects.toMatchObject({
    code: 'no_kind_order_yet',
  })
})

test('SHINE-2 the kind order: previewed, switched on, a reason on each post, page after page, changed and ended', async () => {
  const busy = await place.space('busy')
  await busySpace(place, 'busy', mira)
  const waiting = await ask(mira, busy, 'Which rope')
  const welcome = await place.post(await place.member('Sol'), busy, { title: 'I am Sol' })
  later(9 * HOUR)
  const chat = await place.post(noor, busy, { title: 'Weather' })
  const change = '/spaces/busy/order/change'
  const preview = await read(jun, `${change}?unanswered=24&first=12&bridges=0`)
  const [now, then] = [...preview.matchAll(/<ol class="preview-list">([\s\S]*?)<\/ol>/g)].map(
    (one) => one[1]!,
  )
  expect(now!.indexOf(chat)).toBeLessThan(now!.indexOf(waiting))
  expect(then!.indexOf(waiting)).toBeLessThan(then!.indexOf(chat))
  expect((await order(theo, '/spaces/busy'))[0]).toBe(chat)

  await place.as(jun).form(change, { unanswered: '24', first: '12', bridges: '0' })
  expect((await order(theo, '/spaces/busy')).slice(0, 3)).toEqual([waiting, welcome, chat])
  const page = await read(theo, '/spaces/busy')
  expect(page).toContain('Up here because nobody has answered yet')
  expect(page).toContain('Up here because it is a first post')
  expect(page.match(/Here by its latest activity/g)).toHaveLength(18)
  const rule = await read(undefined, '/spaces/busy/order')
  expect(rule).toContain('An ask that nobody has answered yet: 24 hours')
  expect(rule).not.toContain('Try a kind order')

  const all: string[] = []
  for (let path = '/spaces/busy'; path; ) {
    const html = await read(theo, path)
    all.push(...(await order(theo, path)))
    path = /href="(\/spaces\/busy\?before=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  expect(new Set(all).size).toBe(all.length)
  const { rows } = await place.house.pool.query('select count(*) from posts where space_id = $1', [busy.id])
  expect(all).toHaveLength(Number(rows[0].count))

  await place.as(theo).form('/spaces/busy/order', { order: 'newest' })
  expect((await order(theo, '/spaces/busy'))[0]).toBe(chat)
  await place.as(theo).form('/spaces/busy/order', { order: 'own' })
  const answer = await (await place.as(theo).get(`${API_ROOT}/spaces/busy/kind-order?limit=3`)).json()
  expect((answer as { items: { why: string }[] }).items.map(({ why }) => why)).toEqual([
    'unanswered',
    'first',
    'none',
  ])
  await place.reply(noor, waiting)
  expect(await read(theo, '/spaces/busy')).not.toContain('Up here because nobody has answered yet')
  for (const wrong of ['', '-1', '73', '1.5', 'many'])
    expect((await place.as(jun).form(change, { unanswered: wrong, first: '0', bridges: '0' })).status).toBe(
      422,
    )
  await endKindOrder(place.house, jun.viewer, 'busy')
  expect(await read(theo, '/spaces/busy')).not.toContain('Here by its latest activity')
})

test('SHINE-2 giving one post 50 more thanks changes no order, no reason and no number', {
  timeout: 60_000,
}, async () => {
  const fair = await place.space('fair')
  await busySpace(place, 'fair', mira)
  const thanked = await ask(noor, fair, 'A tent')
  await place.reply(theo, await place.post(noor, fair))
  await chooseKindOrder(place.house, jun.viewer, 'fair', usualStarts)
  const friends: TestMember[] = []
  for (let one = 0; one < 50; one++) friends.push(await place.member(`Friend ${one}`))
  const paths = [
    '/spaces/fair',
    '/spaces/fair/order',
    `${API_ROOT}/spaces/fair/band`,
    `${API_ROOT}/spaces/fair/kind-order`,
  ]
  const look = () =>
    Promise.all([undefined, theo, jun].flatMap((who) => paths.map((path) => read(who, path))))
  const still = (pages: string[]) =>
    pages.map((page) => page.replace(/"requestId":"[^"]*"|data-since="\d+"/g, ''))
  const before = still(await look())
  for (const one of friends) {
    const giving = { postId: thanked, replyId: null, words: 'Thank you', offerToShow: true }
    const id = await giveThanks(place.house, one.viewer, giving)
    await decideShowing(place.house, noor.viewer, id, 'show')
  }
  expect(still(await look())).toEqual(before)
})

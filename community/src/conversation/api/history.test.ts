import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { QUIET_EDIT_MILLISECONDS } from '../rules.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let garden: Space
let longHaul: Space

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  garden = await place.space('garden')
  longHaul = await place.space('long-haul', { kind: 'support', visibility: 'members' })
})
afterAll(() => place?.close())

interface Answer {
  items: { title: string | null; html: string; from: string }[]
  next: null
}
const ask = (who: TestMember | undefined, path: string) => place.as(who).get(`${API_ROOT}${path}/history`)
const said = async (who: TestMember | undefined, path: string) =>
  ((await (await ask(who, path)).json()) as Answer).items.map(({ title, html }) => [title, html.trim()])
const change = async (who: TestMember, path: string, body: object) => {
  place.house.clock.forward(QUIET_EDIT_MILLISECONDS + 1_000)
  expect((await place.as(who).json('PATCH', API_ROOT + path, body)).status).toBe(200)
}
const hide = (id: string) => place.house.pool.query('update posts set hidden_at = now() where id = $1', [id])

test('a post tells what it said before, youngest first, to who may read it', async () => {
  const post = `/posts/${await place.post(mira, garden, { title: 'Beds', body: 'Two beds.' })}`
  expect(await said(undefined, post)).toEqual([['Beds', '<p>Two beds.</p>']])
  await change(mira, post, { title: 'Beds, please', body: 'Two **beds**.' })
  expect(await said(undefined, post)).toEqual([
    ['Beds, please', '<p>Two <strong>beds</strong>.</p>'],
    ['Beds', '<p>Two beds.</p>'],
  ])
  const { items, next } = (await (await ask(noor, post)).json()) as Answer
  expect([items[0]!.from > items[1]!.from, next]).toEqual([true, null])
})

test('a reply tells what it said before', async () => {
  const post = await place.post(mira, garden)
  const reply = `/replies/${await place.reply(noor, post, { body: 'I have one.' })}`
  await change(noor, reply, { body: 'I have two.' })
  expect(await said(mira, reply)).toEqual([
    [null, '<p>I have two.</p>'],
    [null, '<p>I have one.</p>'],
  ])
  expect((await ask(mira, `/posts/${reply.slice('/replies/'.length)}`)).status).toBe(404)
})

test('what is hidden, taken back, or for fewer people keeps its history as it keeps its words', async () => {
  const hidden = await place.post(mira, garden)
  await hide(hidden)
  const among = await place.post(mira, longHaul, { unnamed: true })
  const gone = await place.post(mira, garden)
  expect((await place.as(mira).json('DELETE', `${API_ROOT}/posts/${gone}`, {})).status).toBe(204)
  const seen = async (id: string) =>
    Promise.all([undefined, noor, mira, jun].map(async (who) => (await ask(who, `/posts/${id}`)).status))
  expect(await seen(hidden)).toEqual([404, 404, 200, 200])
  expect(await seen(among)).toEqual([404, 200, 200, 200])
  expect(await seen(gone)).toEqual([404, 404, 404, 404])
  expect(await (await ask(noor, `/posts/${among}`)).text()).not.toContain(mira.handle)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let post: string
let elsewhere: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  const garden = await place.space('garden')
  post = await place.post(mira, garden)
  elsewhere = await place.post(mira, garden)
  await place.reply(noor, elsewhere)
})
afterAll(() => place?.close())

const json = async <Answer>(answer: Promise<Response>): Promise<Answer> =>
  (await (await answer).json()) as Answer
interface List {
  items: { id: string; showing: string }[]
  next: string | null
}
const give = (giver: TestMember, body: object) =>
  place.as(giver).json('POST', `${API_ROOT}/thanks`, { postId: post, ...body })
/** Somebody new who has talked with Mira, so that what they give does not wait. */
async function friend(name: string): Promise<TestMember> {
  const one = await place.member(name)
  await place.reply(one, elsewhere)
  return one
}
const keepsakes = (member: TestMember, query = '') =>
  json<List>(place.as(member).get(`${API_ROOT}/thanks${query}`))

test('THANKS-1 through the API: given, kept by its receiver alone, shown only when both agree, taken back for ten minutes', async () => {
  const given = await give(noor, { words: 'It helped', showing: 'offered' })
  expect(given.status).toBe(201)
  const { id } = (await given.json()) as { id: string }
  expect(await keepsakes(mira)).toMatchObject({
    items: [{ id, words: 'It helped', showing: 'offered', from: { handle: noor.handle } }],
  })
  expect((await keepsakes(noor)).items).toEqual([])
  const under = `${API_ROOT}/posts/${post}/thanks`
  expect(await json(place.as(undefined).get(under))).toEqual({ items: [] })
  expect(
    (await place.as(noor).json('PUT', `${API_ROOT}/thanks/${id}/showing`, { choice: 'show' })).status,
  ).toBe(404)
  expect(
    (await place.as(mira).json('PUT', `${API_ROOT}/thanks/${id}/showing`, { choice: 'show' })).status,
  ).toBe(204)
  expect(await json(place.as(undefined).get(under))).toMatchObject({
    items: [{ replyId: null, notes: [{ words: 'It helped', from: 'Noor' }], others: false }],
  })
  place.house.clock.forward(11 * 60_000)
  expect((await place.as(noor).request(`${API_ROOT}/thanks/${id}`, { method: 'DELETE' })).status).toBe(403)
  const second = await json<{ id: string }>(give(noor, {}))
  expect((await place.as(noor).request(`${API_ROOT}/thanks/${second.id}`, { method: 'DELETE' })).status).toBe(
    204,
  )
  expect((await keepsakes(mira)).items.map((one) => one.id)).toEqual([id])
})

test('keepsakes go on by cursor and carry no total', async () => {
  for (let one = 0; one < 5; one++) await give(await friend(`Giver ${one}`), { words: `Thank you ${one}` })
  const first = await keepsakes(mira, '?limit=4')
  expect(first.items).toHaveLength(4)
  expect(Object.keys(first).sort()).toEqual(['items', 'next'])
  const second = await keepsakes(mira, `?limit=4&cursor=${first.next}`)
  const all = [...first.items, ...second.items].map(({ id }) => id)
  expect(new Set(all).size).toBe(6)
  expect(second.next).toBeNull()
})

test('a keepsake from behind a block rests with it', async () => {
  const theo = await friend('Theo')
  const { id } = await json<{ id: string }>(give(theo, { words: 'For the beans' }))
  const held = async () => (await keepsakes(mira, '?limit=50')).items.some((one) => one.id === id)
  expect(await held()).toBe(true)
  await place.as(mira).json('PUT', `${API_ROOT}/members/${theo.handle}/block`, {})
  expect(await held()).toBe(false)
})

test('fifty thanks more change nothing anybody else can read but which notes may be shown', async () => {
  const paths = [
    `/posts`,
    `/posts?order=newest`,
    `/posts/${post}`,
    `/members/${mira.handle}`,
    '/members?name=M',
    '/spaces',
    '/me',
  ]
  const look = async () =>
    Promise.all(paths.map(async (path) => (await place.as(noor).get(API_ROOT + path)).text()))
  const friends: TestMember[] = []
  for (let one = 0; one < 50; one++) friends.push(await friend(`Friend ${one}`))
  const before = await look()
  for (const one of friends) await give(one, { words: 'Thank you', showing: 'offered' })
  for (const { id } of (await keepsakes(mira, '?limit=50')).items)
    await place.as(mira).json('PUT', `${API_ROOT}/thanks/${id}/showing`, { choice: 'show' })
  expect(await look()).toEqual(before)
  const under = await json<{ items: { notes: unknown[]; others: boolean }[] }>(
    place.as(noor).get(`${API_ROOT}/posts/${post}/thanks`),
  )
  expect(under.items[0]!.notes).toHaveLength(3)
  expect(Object.keys(under.items[0]!).sort()).toEqual(['notes', 'others', 'replyId'])
})

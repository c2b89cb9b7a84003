import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let garden: Space
let longHaul: Space
let team: Space

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  garden = await place.space('garden')
  longHaul = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  team = await place.space('team', { kind: 'team', visibility: 'invited', people: [mira] })
})
afterAll(() => place?.close())

interface Item {
  id: string
  author: { handle: string } | null
  [more: string]: unknown
}
const read = async <Answer = Item>(member: TestMember | undefined, path: string): Promise<Answer> => {
  const answer = await place.as(member).get(API_ROOT + path)
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as Answer
}
const ids = async (member: TestMember | undefined, path: string) =>
  (await read<{ items: Item[] }>(member, path)).items.map(({ id }) => id)
const statusOf = async (member: TestMember | undefined, path: string) =>
  (await place.as(member).get(API_ROOT + path)).status
const write = (member: TestMember, method: string, path: string, body: unknown = {}) =>
  place.as(member).json(method, API_ROOT + path, body)

test('a post is begun, answered, changed and taken back by the same rules as on the pages', async () => {
  const begun = await write(mira, 'POST', '/posts', {
    space: 'garden',
    title: 'Beds',
    body: 'Who has **beds**?',
    need: 'hands',
  })
  expect(begun.status).toBe(201)
  const post = (await begun.json()) as Item
  expect(post).toMatchObject({
    title: 'Beds',
    need: 'hands',
    author: { handle: mira.handle },
    mine: true,
    markdown: 'Who has **beds**?',
  })
  expect(post.html).toContain('<strong>beds</strong>')
  const answered = await write(noor, 'POST', `/posts/${post.id}/replies`, { body: 'I do.' })
  expect(answered.status).toBe(201)
  const reply = (await answered.json()) as Item
  expect(await read(noor, `/posts/${post.id}`)).toMatchObject({ replyCount: 1, mine: false, markdown: null })
  expect((await write(noor, 'PATCH', `/posts/${post.id}`, { title: 'Mine now' })).status).toBe(404)
  expect(
    await (await write(mira, 'PATCH', `/posts/${post.id}`, { title: 'Beds, please' })).json(),
  ).toMatchObject({ title: 'Beds, please', markdown: 'Who has **beds**?' })
  expect((await write(noor, 'PATCH', `/replies/${reply.id}`, { body: 'I do, two.' })).status).toBe(200)
  expect((await write(mira, 'DELETE', `/replies/${reply.id}`)).status).toBe(404)
  expect((await write(noor, 'DELETE', `/replies/${reply.id}`)).status).toBe(204)
  expect(await read<{ items: Item[] }>(mira, `/posts/${post.id}/replies`)).toMatchObject({
    items: [{ id: reply.id, deleted: true, html: '' }],
  })
  expect((await write(mira, 'DELETE', `/posts/${post.id}`)).status).toBe(204)
  expect(await ids(noor, '/posts?space=garden')).not.toContain(post.id)
})

test('who wrote without a name is in no answer of the API, for anybody but themselves only as "mine"', async () => {
  const post = await place.post(mira, longHaul, { unnamed: true, title: 'Nights' })
  const reply = await place.reply(mira, post, { unnamed: true })
  for (const path of [
    '/posts',
    '/posts?space=long-haul&order=newest',
    `/posts/${post}`,
    `/posts/${post}/replies`,
    `/replies/${reply}`,
    `/posts/${post}/thanks`,
  ]) {
    for (const member of [noor, jun]) {
      const answer = await (await place.as(member).get(API_ROOT + path)).text()
      expect(answer, path).not.toContain(mira.id)
      const said = JSON.stringify(
        (JSON.parse(answer) as { items?: Item[] }).items?.filter(({ id }) => id === post || id === reply) ??
          answer,
      )
      expect(said, path).not.toContain(mira.handle)
    }
  }
  expect(await read(noor, `/posts/${post}`)).toMatchObject({ author: null, mine: false })
  expect(await read(mira, `/posts/${post}`)).toMatchObject({ author: null, mine: true })
})

test('thanking who wrote without a name tells neither name nor handle', async () => {
  const post = await place.post(mira, longHaul, { unnamed: true })
  const given = await write(noor, 'POST', '/thanks', { postId: post, words: 'I felt less alone' })
  expect(given.status).toBe(201)
  expect(await given.text()).not.toContain(mira.handle)
  const under = await (await place.as(noor).get(`${API_ROOT}/posts/${post}/thanks`)).text()
  expect(under).toContain('I felt less alone')
  expect(under).not.toContain('Mira')
})

test('a block hides through the API too, in both directions', async () => {
  const ana = await place.member('Ana')
  const theo = await place.member('Theo')
  const post = await place.post(theo, garden)
  const other = await place.post(mira, garden)
  const reply = await place.reply(theo, other)
  const anas = await place.post(ana, garden)
  expect(await ids(ana, '/posts')).toContain(post)
  expect((await write(ana, 'PUT', `/members/${theo.handle}/block`)).status).toBe(204)
  expect(await ids(ana, '/posts')).not.toContain(post)
  expect(await ids(theo, '/posts')).not.toContain(anas)
  expect(await ids(ana, `/posts/${other}/replies`)).not.toContain(reply)
  for (const path of [
    `/posts/${post}`,
    `/posts/${post}/replies`,
    `/replies/${reply}`,
    `/posts/${post}/thanks`,
  ])
    expect(await statusOf(ana, path), path).toBe(404)
  expect(await statusOf(theo, `/posts/${anas}`)).toBe(404)
  expect(await statusOf(theo, `/members/${ana.handle}`)).toBe(404)
  for (const [path, body] of [
    ['/thanks', { postId: post }],
    [`/posts/${post}/replies`, { body: 'Hello' }],
    ['/reports', { postId: post, wish: 'note' }],
  ] as const)
    expect((await write(ana, 'POST', path, body)).status, path).toBe(404)
  expect((await write(theo, 'PUT', `/members/${ana.handle}/follow`)).status).toBe(404)
})

test('spaces for members and for who was invited stay theirs', async () => {
  const inside = await place.post(mira, team)
  const among = await place.post(mira, longHaul)
  expect(await ids(undefined, '/posts')).not.toContain(among)
  expect(await ids(noor, '/posts')).not.toContain(inside)
  expect(await statusOf(undefined, `/posts/${among}`)).toBe(404)
  expect(await statusOf(noor, '/spaces/team')).toBe(404)
  expect(await statusOf(noor, '/posts?space=team')).toBe(404)
  expect((await write(noor, 'POST', '/posts', { space: 'team', body: 'Hello' })).status).toBe(422)
  expect(await statusOf(mira, `/posts/${inside}`)).toBe(200)
})

test('a list goes on where the page before ended, without a gap or a double', async () => {
  const wanted: string[] = []
  const shed = await place.space('shed')
  for (let post = 0; post < 7; post++) wanted.unshift(await place.post(noor, shed, { title: `Post ${post}` }))
  const found: string[] = []
  let cursor = ''
  do {
    const page = await read<{ items: Item[]; next: string | null }>(
      mira,
      `/posts?space=shed&order=newest&limit=3${cursor && `&cursor=${cursor}`}`,
    )
    found.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? ''
  } while (cursor)
  expect(found).toEqual(wanted)
})

test('bookmarks and following are kept, and only for their owner', async () => {
  const post = await place.post(noor, garden)
  for (const kept of ['bookmark', 'follow'])
    for (let twice = 0; twice < 2; twice++)
      expect((await write(mira, 'PUT', `/posts/${post}/${kept}`)).status).toBe(204)
  expect((await write(mira, 'PUT', '/spaces/garden/follow')).status).toBe(204)
  expect((await write(mira, 'PUT', `/members/${noor.handle}/follow`)).status).toBe(204)
  expect(await read(mira, `/posts/${post}`)).toMatchObject({ bookmarked: true, followed: true })
  expect((await read<{ items: { postId: string }[] }>(mira, '/bookmarks')).items).toMatchObject([
    { postId: post },
  ])
  expect(await read(mira, '/me/follows')).toEqual({
    spaces: [{ slug: 'garden', name: 'garden' }],
    members: [{ handle: noor.handle, name: 'Noor' }],
  })
  expect(await ids(mira, '/posts?feed=following')).toContain(post)
  expect((await read<{ items: Item[] }>(noor, '/bookmarks')).items).toEqual([])
  expect((await write(mira, 'DELETE', `/posts/${post}/bookmark`)).status).toBe(204)
  expect((await read<{ items: Item[] }>(mira, '/bookmarks')).items).toEqual([])
})

test('only stewards pin and close, and words a steward hid stay hidden here', async () => {
  const post = await place.post(noor, garden)
  expect((await write(mira, 'PUT', `/posts/${post}/lock`)).status).toBe(403)
  expect((await write(jun, 'PUT', `/posts/${post}/lock`)).status).toBe(204)
  expect((await write(mira, 'POST', `/posts/${post}/replies`, { body: 'Hello' })).status).toBe(403)
  await place.house.pool.query('update posts set hidden_at = now() where id = $1', [post])
  expect(await read(mira, `/posts/${post}`)).toMatchObject({ hidden: true, html: '', title: '' })
})

test('search finds what may be read, and nobody by what they wrote without their name', async () => {
  const named = await place.post(mira, garden, { title: 'Quincunx', body: 'A quincunx of plums' })
  const unnamed = await place.post(mira, longHaul, {
    title: 'Tired',
    body: 'No quincunx today',
    unnamed: true,
  })
  const found = async (member: TestMember | undefined, query: string) =>
    (await read<{ items: { postId: string }[] }>(member, `/search?words=quincunx${query}`)).items.map(
      ({ postId }) => postId,
    )
  expect((await found(noor, '')).sort()).toEqual([named, unnamed].sort())
  expect(await found(undefined, '')).toEqual([named])
  expect(await found(noor, `&by=${mira.handle}`)).toEqual([named])
  const nobody = await place.as(noor).get(`${API_ROOT}/search?by=nobody-here`)
  expect(nobody.status).toBe(422)
  expect(await nobody.json()).toMatchObject({ code: 'member_unknown', errors: { by: expect.any(String) } })
  const far = await place.member('Far')
  expect((await write(far, 'PUT', `/members/${mira.handle}/block`)).status).toBe(204)
  expect(await found(far, '')).toEqual([unnamed])
})

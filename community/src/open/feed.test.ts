import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'

let place: TestApp
let mira: TestMember
let garden: Space

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira <3')
  garden = await place.space('garden')
})
afterAll(() => place?.close())

const feed = (slug: string, member?: TestMember, headers = {}) =>
  place.as(member, headers).get(`/spaces/${slug}/feed.xml`)

test('a public space has a feed of its newest posts, with links, first words and names', async () => {
  await place.post(mira, garden, { title: 'First' })
  const id = await place.post(mira, garden, {
    title: 'Beds & <boxes>',
    body: 'Two \u0008 of them ]]> "here"',
  })
  const answer = await feed('garden')
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const text = await answer.text()
  expect(text.indexOf('Beds &amp; &lt;boxes&gt;')).toBeLessThan(text.indexOf('First'))
  expect(text).toContain('<name>Mira &lt;3</name>')
  expect(text).toContain(`/posts/${id}"/>`)
  expect(text).not.toContain('\u0008')
  expect(text).not.toContain(mira.id)
})

test('who wrote without a name has none in the feed', async () => {
  const open = await place.space('open-ward', { kind: 'support', visibility: 'public' })
  await place.post(mira, open, { unnamed: true, title: 'Quietly' })
  const text = await (await feed('open-ward')).text()
  expect(text).toContain('Quietly')
  expect(text).toContain('<name>A member</name>')
  expect(text).not.toContain('Mira')
})

test('spaces that are not public have no feed, not even for members', async () => {
  await place.space('long-haul', { kind: 'support', visibility: 'members' })
  expect((await feed('long-haul')).status).toBe(404)
  expect((await feed('long-haul', mira)).status).toBe(404)
})

test('a reader that has the newest state is told so', async () => {
  const tag = (await feed('garden')).headers.get('etag')!
  expect((await feed('garden', undefined, { 'if-none-match': tag })).status).toBe(304)
  await place.post(mira, garden)
  expect((await feed('garden', undefined, { 'if-none-match': tag })).status).toBe(200)
})

test('the page of a public space says where its feed is', async () => {
  expect(await (await place.as(undefined).get('/spaces/garden')).text()).toContain(
    '<link rel="alternate" type="application/atom+xml" href="/spaces/garden/feed.xml"',
  )
})

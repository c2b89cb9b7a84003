import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'

let app: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let space: Space

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  jun = await app.member('Jun', { role: 'steward' })
  space = await app.space('allotment')
})
afterAll(() => app.close())

const text = async (who: TestMember | undefined, path: string) => (await app.as(who).get(path)).text()
const later = (minutes: number) => app.house.clock.forward(minutes * 60_000)

test('in the first five minutes words change without a mark', async () => {
  const post = await app.post(mira, space, { body: 'Teh beans' })
  const answer = await app.as(mira).form(`/posts/${post}/edit`, { title: 'Tomatoes', body: 'The beans' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/posts/${post}?did=edited`])
  const page = await text(noor, `/posts/${post}`)
  expect(page).toContain('The beans')
  expect(page).not.toContain('/history/')
})

test('later, what it said before stays readable for who may read it now', async () => {
  const post = await app.post(mira, space, { title: 'Beans', body: 'Sow in **May**.' })
  const reply = await app.reply(noor, post, { body: 'In April.' })
  later(6)
  await app.as(mira).form(`/posts/${post}/edit`, { title: 'Beans and peas', body: 'Sow in June.' })
  later(6)
  await app.as(mira).form(`/posts/${post}/edit`, { title: 'Beans and peas', body: 'Sow in July.' })
  await app.as(noor).form(`/posts/${post}/replies/${reply}/edit`, { body: 'In August.' })
  expect(await text(undefined, `/posts/${post}`)).toContain(`/posts/${post}/history/${post}`)
  const history = await text(undefined, `/posts/${post}/history/${post}`)
  const places = [
    'Sow in <ins>July.</ins>',
    'Sow in <ins><del>June.</del></ins>',
    'Sow in <strong><del>May</del></strong><del>.</del>',
  ].map((words) => history.indexOf(words))
  expect(places.every((place) => place > 0)).toBe(true)
  expect([...places].sort((a, b) => a - b)).toEqual(places)
  expect(await text(undefined, `/posts/${post}/history/${reply}`)).toContain('In <del>April.</del>')
})

test('saving the same words again leaves no mark, and neither does a change of what would help', async () => {
  const post = await app.post(mira, space, { title: 'Beans', body: 'Same.' })
  later(6)
  await app.as(mira).form(`/posts/${post}/edit`, { title: 'Beans', body: 'Same.' })
  await app.as(mira).form(`/posts/${post}/edit`, { title: 'Beans', body: 'Same.', need: 'advice' })
  const page = await text(noor, `/posts/${post}`)
  expect(page).not.toContain('/history/')
  expect(page).toContain('Mira asks for advice.')
})

test('only who wrote something may change or take it back, stewards included', async () => {
  const post = await app.post(mira, space, { body: 'Mine.' })
  const reply = await app.reply(mira, post, { body: 'Mine too.' })
  for (const who of [noor, jun])
    for (const at of [`/posts/${post}`, `/posts/${post}/replies/${reply}`])
      for (const act of ['edit', 'take-back']) {
        expect((await app.as(who).get(`${at}/${act}`)).status).toBe(404)
        expect((await app.as(who).form(`${at}/${act}`, { body: 'Changed' })).status).toBe(404)
      }
  expect((await app.as(undefined).get(`/posts/${post}/edit`)).headers.get('location')).toContain('/sign-in')
  const page = await text(noor, `/posts/${post}`)
  expect([page.includes('Mine.'), page.includes('Mine too.'), page.includes('Changed')]).toEqual([
    true,
    true,
    false,
  ])
})

test('a refused change comes back with what was typed', async () => {
  const post = await app.post(mira, space)
  const answer = await app.as(mira).form(`/posts/${post}/edit`, { title: 'My new title', body: '  ' })
  const page = await answer.text()
  expect([answer.status, page.includes('My new title'), page.includes('There is nothing in it yet')]).toEqual(
    [422, true, true],
  )
})

test('what was taken back leaves a line; the words, their history and the title are gone for good', async () => {
  const post = await app.post(mira, space, { title: 'A secret title', body: 'Secret words' })
  const reply = await app.reply(noor, post, { body: 'An answer that stays' })
  later(6)
  await app.as(mira).form(`/posts/${post}/edit`, { title: 'A secret title', body: 'Other words' })
  expect(await text(mira, `/posts/${post}/take-back`)).toContain('Take this post back?')
  expect((await app.as(mira).form(`/posts/${post}/take-back`, {})).status).toBe(303)
  for (const who of [mira, noor, jun, undefined]) {
    const page = await text(who, `/posts/${post}`)
    expect(page).toContain('This post was taken back by who wrote it.')
    expect(page).toContain('An answer that stays')
    expect(page).not.toMatch(/ecret|Other words/)
    expect((await app.as(who).get(`/posts/${post}/history/${post}`)).status).toBe(404)
  }
  expect(await text(undefined, '/lately')).not.toContain(post)
  const { rows } = await app.house.pool.query(
    `select title, body, html from posts where id = $1 union all select '', body, '' from entry_versions where entry_id = $1`,
    [post],
  )
  expect(rows).toEqual([{ title: '', body: '', html: '' }])
  expect((await app.as(noor).form(`/posts/${post}/replies`, { body: 'x' })).status).toBe(403)
  // Who answered may still change the answer.
  expect((await app.as(noor).form(`/posts/${post}/replies/${reply}/edit`, { body: 'Changed' })).status).toBe(
    303,
  )
})

test('an answer taken back leaves a line in its place, and those under it stay', async () => {
  const post = await app.post(mira, space)
  const reply = await app.reply(noor, post, { body: 'Gone soon' })
  await app.reply(mira, post, { body: 'Stays below', parentId: reply })
  await app.as(noor).form(`/posts/${post}/replies/${reply}/take-back`, {})
  expect((await app.as(noor).form(`/posts/${post}/replies/${reply}/take-back`, {})).status).toBe(404)
  const page = await text(mira, `/posts/${post}`)
  expect(page).toContain('This answer was taken back.')
  expect(page).toContain('Stays below')
  expect(page).not.toContain('Gone soon')
})

test('what a steward hid keeps its title and words to its author and to stewards', async () => {
  const post = await app.post(mira, space, { title: 'Loud title', body: 'Loud words' })
  await app.house.db
    .updateTable('posts')
    .set({ hidden_at: app.house.clock.now() })
    .where('id', '=', post)
    .execute()
  for (const who of [noor, undefined]) expect(await text(who, `/posts/${post}`)).not.toContain('Loud')
  for (const who of [mira, jun]) expect(await text(who, `/posts/${post}`)).toContain('Loud words')
  expect(await text(mira, `/posts/${post}/edit`)).toContain('Loud words')
})

test('a mention added by a change tells its member once, one that was there does not tell again', async () => {
  const post = await app.post(mira, space, { body: 'Hello @noor' })
  await app.as(mira).form(`/posts/${post}/edit`, { title: 'Tomatoes', body: 'Hello @noor and @jun' })
  const told = await app.house.db
    .selectFrom('events')
    .select('member_id')
    .where('post_id', '=', post)
    .where('kind', '=', 'member-mentioned')
    .orderBy('id')
    .execute()
  expect(told.map((row) => row.member_id)).toEqual([noor.id, jun.id])
})

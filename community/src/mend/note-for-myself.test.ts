import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'
import { forgetOwnNotes, noteForMyself } from './note-for-myself.ts'
import { readOwnNotes } from './own-notes-store.ts'

let place: TestApp
let asha: TestMember
let ben: TestMember
let jun: TestMember
let post: string

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  ben = await place.member('Ben')
  jun = await place.member('Jun', { role: 'steward' })
  post = await place.post(ben, await place.space('garden'), { title: 'Water' })
})
afterAll(() => place?.close())

const notes = (who: TestMember) => readOwnNotes(place.house, who.viewer)
const page = async (who: TestMember, path: string) => (await place.as(who).get(path)).text()

test('BOUNDS-3 “Only note it for yourself”: kept for one alone, erased by one alone, and nothing comes of it', async () => {
  const counts = async () =>
    (
      await place.house.pool.query(
        'select (select count(*) from events) + (select count(*) from cases) as all',
      )
    ).rows
  const before = await counts()
  expect(await page(asha, `/bothers?post=${post}`)).toContain('Note it for myself')
  const done = await place.as(asha).form('/bothers', { post, note: 'ownwords' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/bothers/notes?did=noted'])
  const mine = await page(asha, '/bothers/notes?did=noted')
  for (const part of ['Noted, for you alone.', 'What Ben wrote', 'ownwords', `href="/posts/${post}"`])
    expect(mine).toContain(part)
  for (const who of [ben, jun]) {
    for (const path of ['/bothers/notes', '/today', `/posts/${post}`])
      expect(await page(who, path).catch(() => '')).not.toContain('ownwords')
    expect(await notes(who)).toEqual([])
  }
  expect(await counts()).toEqual(before)
  const [note] = await notes(asha)
  await place.as(jun).form(`/bothers/notes/${note!.id}/erase`, {})
  expect(await notes(asha)).toHaveLength(1)
  await place.as(asha).form(`/bothers/notes/${note!.id}/erase`, {})
  expect(await notes(asha)).toEqual([])
})

test('BOUNDS-3 one’s own words, and what one does not see, are not noted; too long comes back as it was typed', async () => {
  expect((await place.as(ben).form('/bothers', { post, note: '' })).status).toBe(404)
  expect((await place.as(asha).form('/bothers', { note: '' })).status).toBe(404)
  const long = await place.as(asha).form('/bothers', { post, note: `kept ${'x'.repeat(500)}` })
  expect(long.status).toBe(422)
  const text = await long.text()
  expect(text).toContain('The note holds 500 characters.')
  expect(text).toContain('kept xxx')
})

test('BOUNDS-3 a program notes, reads and erases; who leaves takes their notes along', async () => {
  const api = place.as(asha)
  const at = `${API_ROOT}/bothers/notes`
  expect((await api.json('POST', at, { postId: post, note: 'Once more' })).status).toBe(204)
  const { items } = (await (await api.get(at)).json()) as { items: { id: string }[] }
  expect(items).toMatchObject([{ kind: 'entry', from: 'Ben', note: 'Once more' }])
  expect((await api.request(`${at}/${items[0]!.id}`, { method: 'DELETE' })).status).toBe(204)
  await noteForMyself(place.house, asha.viewer, { kind: 'entry', id: post, note: '' })
  expect(await notes(asha)).toHaveLength(1)
  const left = { communityId: place.communityId, kind: 'member-left', memberId: asha.id }
  await forgetOwnNotes.hear(place.house, left as never)
  expect(await notes(asha)).toEqual([])
})

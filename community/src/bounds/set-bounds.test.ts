import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { setBounds } from './set-bounds.ts'

let place: TestApp
let mira: TestMember
let ben: TestMember
let space: Space
let postId: string
let replyId: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  ben = await place.member('Ben')
  space = await place.space('garden')
  postId = await place.post(mira, space, { title: 'Beds' })
  replyId = await place.reply(ben, postId, { body: 'As I have said before.' })
})
afterAll(() => place.close())

const page = async (who: TestMember, path: string) => (await place.as(who).get(path)).text()

/** The menu of Ben's answer. */
const menu = (who: TestMember) => page(who, `/posts/${postId}/replies/${replyId}/more`)

/** What “This bothers me” under Ben's words leads to. */
async function bothersPage(who: TestMember): Promise<string> {
  const [, href] = /href="(\/bothers[^"]*)"/.exec(await menu(who))!
  return page(who, href!.replaceAll('&amp;', '&'))
}

test('“This bothers me” under somebody’s words offers to mute, to block and to report; under one’s own and to visitors it does not', async () => {
  const bothers = await bothersPage(mira)
  expect(bothers).toContain('action="/bounds/ben/mute?back=')
  expect(bothers).toContain('href="/bounds/ben/block?back=')
  expect(bothers).toContain('href="/report?post=')
  expect((await menu(mira)).match(/href="\/bothers/g)).toHaveLength(1)
  expect(await menu(ben)).not.toContain('/bothers')
  expect(await page(mira, `/posts/${postId}`)).not.toContain('/bothers')
  expect(await (await place.as(undefined).get(`/posts/${postId}`)).text()).not.toContain('/bothers')
  expect(await page(mira, '/members/ben')).toContain('/bounds/ben/mute')
  expect(await page(ben, '/members/ben')).not.toContain('/bounds/')
})

test('muting goes back to where one was, folds their words in threads, and can be undone', async () => {
  const back = `/posts/${postId}?reply=x#r-x`
  const done = await place.as(mira).form(`/bounds/ben/mute?back=${encodeURIComponent(back)}`, {})
  expect([done.status, done.headers.get('location')]).toEqual([303, back])
  const text = await page(mira, `/posts/${postId}`)
  expect(text).toContain('From someone you muted')
  expect(await bothersPage(mira)).toContain('Hear Ben again')
  expect(await page(mira, '/settings/boundaries')).toContain('action="/bounds/ben/unmute"')
  expect(await page(ben, `/posts/${postId}`)).not.toContain('muted')
  await place.as(mira).form('/bounds/ben/unmute', { back: '/settings/boundaries' })
  expect(await page(mira, `/posts/${postId}`)).not.toContain('From someone you muted')
})

test('an address elsewhere is no way back', async () => {
  for (const back of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)']) {
    const done = await place.as(mira).form(`/bounds/ben/mute?back=${encodeURIComponent(back)}`, {})
    expect(done.headers.get('location')).toBe('/settings/boundaries?did=mute&who=ben')
  }
  await setBounds(place.house, mira.viewer, 'ben', 'unmute')
})

test('blocking says first what it does, then stands in the list with the way to undo it', async () => {
  const ask = await page(mira, '/bounds/ben/block')
  expect(ask).toContain(
    'Ben will not see, find, write to, thank or mention you here, and you will not see Ben either.',
  )
  const done = await place.as(mira).form('/bounds/ben/block', { back: `/posts/${postId}` })
  expect(done.headers.get('location')).toBe('/settings/boundaries?did=block&who=ben')
  const list = await page(mira, done.headers.get('location')!)
  expect(list).toContain('You and Ben do not see each other any more.')
  expect(list).toContain('action="/bounds/ben/unblock"')
  expect(await page(mira, `/posts/${postId}`)).not.toContain('As I have said before.')
  expect((await place.as(ben).get(`/posts/${postId}`)).status).toBe(404)
  await place.as(mira).form('/bounds/ben/unblock', { back: '/settings/boundaries' })
  expect(await page(mira, `/posts/${postId}`)).toContain('As I have said before.')
})

test('two presses at once, and undoing what was never done, end the same way', async () => {
  const both = await Promise.all([
    setBounds(place.house, mira.viewer, 'ben', 'block'),
    setBounds(place.house, mira.viewer, 'ben', 'block'),
  ])
  expect(both.map(({ handle }) => handle)).toEqual(['ben', 'ben'])
  await setBounds(place.house, mira.viewer, 'ben', 'unblock')
  await setBounds(place.house, mira.viewer, 'ben', 'unblock')
  expect(await place.house.db.selectFrom('blocks').selectAll().execute()).toEqual([])
})

test('nobody blocks themselves, a stranger to the place, or anybody while they wait to be let in', async () => {
  await expect(setBounds(place.house, mira.viewer, 'mira', 'block')).rejects.toMatchObject({
    code: 'own_bounds',
    status: 422,
  })
  await expect(setBounds(place.house, mira.viewer, 'nobody', 'block')).rejects.toMatchObject({ status: 404 })
  const wanda = await place.member('Wanda', { status: 'waiting' })
  expect((await place.as(wanda).form('/bounds/ben/block', {})).status).toBe(403)
  expect((await place.as(undefined).get('/settings/boundaries')).headers.get('location')).toMatch(
    /^\/sign-in/,
  )
})

test('who was blocked finds no trace of who blocked them, not even a way to block in return', async () => {
  await setBounds(place.house, ben.viewer, 'mira', 'block')
  await expect(setBounds(place.house, mira.viewer, 'ben', 'mute')).rejects.toMatchObject({ status: 404 })
  expect((await place.as(mira).get('/bounds/ben/block')).status).toBe(404)
  expect(await page(mira, '/settings/boundaries?did=unblock&who=ben')).not.toContain('Ben')
  await setBounds(place.house, ben.viewer, 'mira', 'unblock')
})

test('what stands without a name stays in sight of who was blocked, for its absence would name its author', async () => {
  const ward = await place.space('ward', { kind: 'support', visibility: 'members' })
  const quiet = await place.post(mira, ward, { title: 'Nights', unnamed: true })
  await setBounds(place.house, mira.viewer, 'ben', 'block')
  const answer = await place.as(ben).get(`/posts/${quiet}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain('Mira')
})

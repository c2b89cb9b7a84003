import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { followersOf } from './follow-store.ts'

let app: TestApp
let mira: TestMember
let noor: TestMember
let space: Space

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  space = await app.space('allotment')
})
afterAll(() => app.close())

const text = async (who: TestMember | undefined, path: string) => (await app.as(who).get(path)).text()
const press = async (who: TestMember | undefined, path: string) => (await app.as(who).form(path, {})).status
const followers = async (target: Parameters<typeof followersOf>[2]) =>
  (await followersOf(app.house.db, app.communityId, target).execute()).map((row) => row.member_id).sort()

test('a bookmark brings a post or an answer back, to who kept it and to nobody else', async () => {
  const post = await app.post(mira, space, { title: 'Seed swap' })
  const reply = await app.reply(mira, post, { body: 'Bring envelopes.' })
  expect(await text(noor, '/bookmarks')).toContain('Nothing yet.')
  for (const at of [`/posts/${post}`, `/posts/${post}/replies/${reply}`]) {
    expect(await press(noor, `${at}/bookmark`)).toBe(303)
    expect(await press(noor, `${at}/bookmark`)).toBe(303)
  }
  const page = await text(noor, '/bookmarks')
  expect(page).toContain('Bring envelopes.')
  expect(page.match(/Seed swap/g)).toHaveLength(2)
  expect(await text(mira, '/bookmarks')).not.toContain('Seed swap')
  const menu = await text(noor, `/posts/${post}/replies/${reply}/more`)
  expect(menu).toContain(`/posts/${post}/replies/${reply}/unbookmark`)
  expect(await press(noor, `/posts/${post}/unbookmark`)).toBe(303)
  expect((await text(noor, '/bookmarks')).match(/Seed swap/g)).toHaveLength(1)
})

test('what was taken back leaves the bookmarks, and can be let go', async () => {
  const post = await app.post(mira, space, { title: 'Short-lived' })
  await press(noor, `/posts/${post}/bookmark`)
  await press(mira, `/posts/${post}/take-back`)
  expect(await text(noor, '/bookmarks')).not.toContain(post)
  expect(await press(noor, `/posts/${post}/unbookmark`)).toBe(303)
  expect(await press(noor, `/posts/${post}/bookmark`)).toBe(404)
})

test('bookmarks are paged, each once', async () => {
  const keeper = await app.member('Keeper')
  const kept: string[] = []
  for (let index = 0; index < 25; index++) {
    kept.push(await app.post(mira, space, { title: `Kept ${index}.` }))
    await press(keeper, `/posts/${kept[index]}/bookmark`)
    app.house.clock.forward(20_000)
  }
  const first = await text(keeper, '/bookmarks')
  const older = /href="(\/bookmarks\?before=[^"]*)"/.exec(first)![1]!
  const seen = [
    ...(first + (await text(keeper, older))).matchAll(/<a href="\/posts\/([0-9a-f-]{36})">/g),
  ].map((match) => match[1])
  expect(seen).toEqual(kept.reverse())
})

test('who writes in a thread follows it; who stopped once is not followed back in by writing again', async () => {
  const post = await app.post(mira, space)
  await app.reply(noor, post)
  expect(await followers({ postId: post })).toEqual([mira.id, noor.id].sort())
  await press(noor, `/posts/${post}/unfollow`)
  await app.reply(noor, post)
  expect(await followers({ postId: post })).toEqual([mira.id])
  await press(noor, `/posts/${post}/follow`)
  expect(await followers({ postId: post })).toEqual([mira.id, noor.id].sort())
})

test('a space and a member can be followed from their pages, and left again', async () => {
  expect(await text(noor, '/spaces/allotment')).toContain('Follow this space')
  await press(noor, '/spaces/allotment/follow')
  expect(await text(noor, '/spaces/allotment')).toContain('Stop following this space')
  expect(await text(noor, `/members/${mira.handle}`)).toContain('Follow Mira')
  await press(noor, `/members/${mira.handle}/follow`)
  expect(await text(noor, `/members/${mira.handle}`)).toContain('Stop following Mira')
  expect([await followers({ spaceId: space.id }), await followers({ memberId: mira.id })]).toEqual([
    [noor.id],
    [noor.id],
  ])
  await press(noor, '/spaces/allotment/unfollow')
  await press(noor, `/members/${mira.handle}/unfollow`)
  expect([await followers({ spaceId: space.id }), await followers({ memberId: mira.id })]).toEqual([[], []])
})

test('nobody follows themselves, somebody behind a block, or what they cannot see', async () => {
  const closed = await app.space('closed', { visibility: 'invited', people: [mira] })
  const post = await app.post(mira, closed)
  const blocker = await app.member('Blocker')
  await app.house.db
    .insertInto('blocks')
    .values({
      community_id: app.communityId,
      blocker_id: blocker.id,
      blocked_id: noor.id,
      created_at: new Date(),
    })
    .execute()
  for (const path of [
    `/members/${noor.handle}/follow`,
    `/members/${blocker.handle}/follow`,
    '/members/nobody/follow',
    '/spaces/closed/follow',
    '/spaces/none/follow',
    `/posts/${post}/follow`,
    `/posts/${post}/bookmark`,
    '/posts/x/follow',
  ])
    expect([path, await press(noor, path)]).toEqual([path, 404])
})

test('visitors and who waits to be let in keep and follow nothing', async () => {
  const post = await app.post(mira, space)
  const waiting = await app.member('Waiting', { status: 'waiting' })
  for (const path of [`/posts/${post}/bookmark`, `/posts/${post}/follow`, '/spaces/allotment/follow']) {
    expect(await press(undefined, path)).toBe(401)
    expect(await press(waiting, path)).toBe(403)
  }
  for (const path of ['/bookmarks', '/following'])
    expect((await app.as(undefined).get(path)).headers.get('location')).toContain('/sign-in')
  const page = await text(waiting, `/posts/${post}`)
  expect(page).not.toMatch(/Bookmark|Follow this thread|>Reply</)
})

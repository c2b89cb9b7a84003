import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver, reached } from '../../test/kit/notices.ts'
import type { Space } from '../spaces/index.ts'
import { setFollow } from './follow-store.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let sol: TestMember
let garden: Space

beforeEach(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  sol = await place.member('Sol')
  garden = await place.space('garden')
})
afterEach(() => place.close())

const follow = (who: TestMember, target: Parameters<typeof setFollow>[3], wanted = true) =>
  setFollow(place.house.db, place.communityId, who.id, target, wanted, place.house.clock.now())

async function bound(table: 'blocks' | 'mutes', by: TestMember, whom: TestMember): Promise<void> {
  const row = { community_id: place.communityId, created_at: place.house.clock.now() }
  if (table === 'blocks')
    await place.house.db
      .insertInto('blocks')
      .values({ ...row, blocker_id: by.id, blocked_id: whom.id })
      .execute()
  else
    await place.house.db
      .insertInto('mutes')
      .values({ ...row, muter_id: by.id, muted_id: whom.id })
      .execute()
}

test('an answer reaches who asked, who is answered and who follows, each once; never who wrote it', async () => {
  const post = await place.post(noor, garden)
  const first = await place.reply(mira, post)
  await place.reply(sol, post, { parentId: first, body: 'Mine too, @noor and @mira.' })
  await deliver(place.house)
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual(['answers', 'answers'])
  expect(await reached(place.house, mira)).toEqual(['answers'])
  expect(await reached(place.house, sol)).toEqual([])
})

test('who wrote in a thread follows it, until they say otherwise', async () => {
  const post = await place.post(noor, garden)
  await place.reply(mira, post)
  await place.reply(sol, post)
  await deliver(place.house)
  expect(await reached(place.house, mira)).toEqual(['followed'])
  await follow(mira, { postId: post }, false)
  await follow(noor, { postId: post }, false)
  await place.reply(sol, post)
  await deliver(place.house)
  expect(await reached(place.house, mira)).toEqual(['followed'])
  expect(await reached(place.house, noor), 'their own thread too').toEqual(['answers', 'answers'])
})

test('a mention reaches who is named; new posts reach who follows the space or the person', async () => {
  await follow(sol, { spaceId: garden.id })
  await follow(mira, { memberId: noor.id })
  await place.post(noor, garden, { body: 'Has @mira seen this?' })
  await deliver(place.house)
  expect(await reached(place.house, mira)).toEqual(['begun'])
  expect(await reached(place.house, sol)).toEqual(['begun'])
  await place.post(sol, garden, { body: 'Has @mira seen that?' })
  await deliver(place.house)
  expect(await reached(place.house, mira)).toEqual(['begun', 'mentions'])
})

test.each(['blocks', 'mutes'] as const)(
  'BOUNDS-3: nobody is told of what somebody wrote whom they keep out (%s)',
  async (table) => {
    const post = await place.post(await place.member('Asha'), garden)
    for (const one of [noor, mira]) await follow(one, { postId: post })
    await bound(table, noor, sol)
    await place.reply(sol, post, { body: 'Hello @noor and @mira' })
    await deliver(place.house)
    expect(await reached(place.house, noor)).toEqual([])
    expect(await reached(place.house, mira)).toEqual(['followed'])
  },
)

test('BOUNDS-3: who is blocked is not told of what the one who blocked them wrote', async () => {
  const post = await place.post(await place.member('Asha'), garden)
  await follow(noor, { postId: post })
  await bound('blocks', sol, noor)
  await place.reply(sol, post, { body: 'Hello @noor' })
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual([])
})

test('BOUNDS-1: following a person tells nothing of what they wrote without their name, and a block does not give it away', async () => {
  const support = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  await follow(sol, { memberId: noor.id })
  await follow(mira, { spaceId: support.id })
  await bound('blocks', mira, noor)
  const post = await place.post(noor, support, { unnamed: true })
  await deliver(place.house)
  expect(await reached(place.house, sol)).toEqual([])
  // Mira reads the post like anybody's: were she not told, she would know whose it is.
  expect(await reached(place.house, mira)).toEqual(['begun'])
  const page = await (await place.as(mira).get('/notices')).text()
  expect(page).toContain('A member wrote')
  expect(page).not.toContain('Noor')
  expect(page).toContain(post)
})

test('what can no longer be seen is not told, and what was told is not shown any more', async () => {
  const team = await place.space('team', { kind: 'team', visibility: 'invited', people: [noor, mira] })
  const post = await place.post(noor, team, { title: 'Rota for June' })
  await follow(sol, { postId: post })
  await place.reply(mira, post)
  await deliver(place.house)
  expect(await reached(place.house, sol)).toEqual([])
  expect(await reached(place.house, noor)).toEqual(['answers'])
  await place.house.db.deleteFrom('space_members').where('member_id', '=', noor.id).execute()
  const page = await (await place.as(noor).get('/notices')).text()
  expect(page).not.toContain('Rota for June')
})

test('those who welcome newcomers hear of a first post under a name, and of no second', async () => {
  const jun = await place.member('Jun', { role: 'steward' })
  await place.post(noor, garden)
  await place.post(noor, garden)
  const support = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  await place.post(sol, support, { unnamed: true })
  await deliver(place.house)
  expect(await reached(place.house, jun)).toEqual(['newcomers'])
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { newId } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { type FeedPage, readFeed, readFollowedFeed, readSpaceFeed } from './read-feed.ts'
import { addPost } from './store.ts'

let app: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  jun = await app.member('Jun', { role: 'steward' })
})
afterAll(() => app.close())

/** Puts a post straight into a space, at a time of its own; quicker than writing it. */
async function put(
  space: Space,
  minute: number,
  given: { active?: number; author?: TestMember; unnamed?: boolean } = {},
): Promise<string> {
  const at = (minutes: number) => new Date(Date.UTC(2029, 0, 1) + minutes * 60_000)
  const id = newId(at(minute).getTime())
  await app.house.db.transaction().execute((trx) =>
    addPost(trx, {
      community_id: app.communityId,
      id,
      space_id: space.id,
      author_id: (given.author ?? mira).id,
      unnamed: given.unnamed ?? false,
      title: id,
      body: 'x',
      html: '<p>x</p>',
      language: 'en',
      need: null,
      new_to_this: false,
      created_at: at(minute),
      edited_at: null,
      deleted_at: null,
      hidden_at: null,
      pinned_at: null,
      locked_at: null,
      reply_count: 0,
      active_at: at(given.active ?? minute),
    }),
  )
  return id
}

async function all(
  page: (cursor: string | undefined) => Promise<FeedPage>,
  between: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const seen: string[] = []
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const { lines, next } = await page(cursor)
    seen.push(...lines.map(({ id }) => id))
    cursor = next
    await between()
  }
  return seen
}

test('paging shows every post once, newest first, while new ones keep coming', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 30 }), { maxLength: 25 }),
      fc.integer({ min: 1, max: 7 }),
      async (minutes, limit) => {
        const space = await app.space(`newest-${number++}`)
        // Several at the same minute: order must not depend on times being different.
        const ids: string[] = []
        for (const minute of minutes) ids.push(await put(space, minute))
        const page = (cursor: string | undefined) =>
          readFeed(app.house, noor.viewer, { spaceIds: [space.id], order: 'newest', cursor, limit })
        const seen = await all(page, () => put(space, 1_000))
        expect(seen).toEqual([...ids].sort().reverse())
      },
    ),
    { numRuns: 12 },
  )
})

test('by activity, every post stands there once; only what came up meanwhile is further up', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      async (times, which) => {
        const space = await app.space(`active-${number++}`)
        const ids: string[] = []
        for (const [minute, more] of times) ids.push(await put(space, minute, { active: minute + more }))
        const bumped = ids[which % ids.length]!
        const page = (cursor: string | undefined) =>
          readFeed(app.house, noor.viewer, { spaceIds: [space.id], order: 'active', cursor, limit: 3 })
        const bump = () =>
          app.house.db
            .updateTable('posts')
            .set({ active_at: app.house.clock.now() })
            .where('id', '=', bumped)
            .execute()
        const seen = await all(page, bump)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((id) => id !== bumped).sort()).toEqual(ids.filter((id) => id !== bumped).sort())
      },
    ),
    { numRuns: 12 },
  )
})

test('all spaces together page as one does', async () => {
  const spaces = [await app.space('one'), await app.space('two'), await app.space('three')]
  const ids: string[] = []
  for (let index = 0; index < 17; index++)
    ids.push(await put(spaces[index % 3]!, 100 + index, { active: 200 - index }))
  const spaceIds = spaces.map(({ id }) => id)
  const page = (order: 'active' | 'newest') => (cursor: string | undefined) =>
    readFeed(app.house, noor.viewer, { spaceIds, order, cursor, limit: 5 })
  expect(await all(page('active'))).toEqual(ids)
  expect(await all(page('newest'))).toEqual([...ids].reverse())
  expect(await readFeed(app.house, noor.viewer, { spaceIds: [], order: 'active' })).toEqual({
    lines: [],
    next: undefined,
  })
})

test('a page address that makes no sense begins at the start', async () => {
  const space = await app.space('sense')
  const id = await put(space, 1)
  for (const cursor of [
    '',
    'x',
    '99999999999999999999_a',
    `${Number.MAX_SAFE_INTEGER}_${id}`,
    '1_------------------------------------',
    `-1_${id}`,
  ]) {
    const { lines } = await readFeed(app.house, noor.viewer, {
      spaceIds: [space.id],
      order: 'active',
      cursor,
    })
    expect(lines.map((line) => line.id)).toEqual([id])
  }
})

test('what is pinned stands first in its space, once, and not on the pages after', async () => {
  const space = await app.space('pins')
  const ids: string[] = []
  for (let index = 0; index < 6; index++) ids.push(await put(space, index))
  expect((await app.as(jun).form(`/posts/${ids[0]}/pin`, {})).status).toBe(303)
  const first = await readSpaceFeed(app.house, noor.viewer, space.id, { order: 'active', limit: 3 })
  expect(first.pinned.map(({ id }) => id)).toEqual([ids[0]])
  expect(first.lines.map(({ id }) => id)).toEqual([ids[5], ids[4], ids[3]])
  const second = await readSpaceFeed(app.house, noor.viewer, space.id, {
    order: 'active',
    limit: 3,
    cursor: first.next,
  })
  expect([second.pinned, second.lines.map(({ id }) => id)]).toEqual([[], [ids[2], ids[1]]])
})

test('what somebody follows comes together: spaces, threads and members, each post once', async () => {
  const reader = await app.member('Follower')
  const [followed, other] = [await app.space('followed'), await app.space('other')]
  const inSpace = await put(followed, 1, { author: noor })
  const byMember = await put(other, 2, { author: mira })
  const both = await put(followed, 3, { author: mira })
  const thread = await put(other, 4, { author: noor })
  await put(other, 5, { author: noor })
  await put(other, 6, { author: mira, unnamed: true })
  await app.as(reader).form(`/spaces/${followed.slug}/follow`, {})
  await app.as(reader).form(`/members/${mira.handle}/follow`, {})
  await app.as(reader).form(`/posts/${thread}/follow`, {})
  const mine = async (order: 'active' | 'newest') => {
    const ids = await all((cursor) => readFollowedFeed(app.house, reader.viewer, { order, cursor, limit: 2 }))
    return ids.filter((id) => [inSpace, byMember, both, thread].includes(id))
  }
  expect(await mine('active')).toEqual([thread, both, byMember, inSpace])
  expect(await mine('newest')).toEqual([thread, both, byMember, inSpace])
  const page = await (await app.as(reader).get('/following')).text()
  expect(page).toContain('Mira')
  expect(page).toContain('/spaces/followed')
})

test('following a member never shows what they wrote without a name', async () => {
  const quiet = await app.space('quiet', { kind: 'support', visibility: 'members' })
  const reader = await app.member('Careful')
  const writer = await app.member('Writer')
  const unnamed = await put(quiet, 1, { author: writer, unnamed: true })
  const named = await put(quiet, 2, { author: writer })
  await app.as(reader).form(`/members/${writer.handle}/follow`, {})
  const { lines } = await readFollowedFeed(app.house, reader.viewer, { order: 'active' })
  expect(lines.map(({ id }) => id)).toEqual([named])
  const profile = await (await app.as(reader).get(`/members/${writer.handle}`)).text()
  expect([profile.includes(named), profile.includes(unnamed)]).toEqual([true, false])
})

test('a block, a mute and a closed door hold in every feed', async () => {
  const closed = await app.space('closed', { visibility: 'invited', people: [mira, noor] })
  const open = await app.space('open')
  const loud = await app.member('Loud')
  const inside = await put(closed, 1)
  const theirs = await put(open, 2, { author: loud })
  const reader = await app.member('Outside')
  await app.house.db
    .insertInto('follows')
    .values(
      [closed.id, open.id].map((target_id) => ({
        community_id: app.communityId,
        member_id: reader.id,
        target_id,
        kind: 'space' as const,
        wanted: true,
        created_at: new Date(),
      })),
    )
    .execute()
  const ids = async () =>
    (await all((cursor) => readFollowedFeed(app.house, reader.viewer, { order: 'active', cursor }))).filter(
      (id) => [inside, theirs].includes(id),
    )
  expect(await ids()).toEqual([theirs])
  await app.house.db
    .insertInto('blocks')
    .values({
      community_id: app.communityId,
      blocker_id: loud.id,
      blocked_id: reader.id,
      created_at: new Date(),
    })
    .execute()
  expect(await ids()).toEqual([])
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver, reached } from '../../test/kit/notices.ts'
import { API_ROOT, lowestIdAt } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { conversationDigest } from './digest-parts.ts'
import { followMember } from './keep-entries.ts'
import { readFeed } from './read-feed.ts'
import { releaseEntry } from './release-entry.ts'

const DAY = 86_400_000
const HELD = 'Held for a moment. It has a link'

let place: TestApp
let asha: TestMember
let jun: TestMember
let noor: TestMember
let space: Space
let number = 0
/** A link that nobody has posted yet. */
let link: string

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  jun = await place.member('Jun', { role: 'steward' })
  space = await place.space('print-room')
  place.house.clock.forward(10 * DAY)
})
afterAll(() => place?.close())
beforeEach(async () => {
  number++
  link = `https://shop.example/quokka${number}`
  noor = await place.member(`Noor ${number}`)
})

const page = async (who: TestMember | undefined, postId: string) =>
  (await place.as(who).get(`/posts/${postId}`)).text()
const statusOf = async (who: TestMember | undefined, path: string) => (await place.as(who).get(path)).status
const everybodyElse = () => [asha, undefined]

async function release(postId: string, replyId: string | null = null): Promise<boolean> {
  const at = { communityId: place.communityId, postId, replyId }
  return place.house.db.transaction().execute((trx) => releaseEntry(trx, at, place.house.clock.now()))
}

test('MEND-7 a newcomer’s post with a link is held, and they read so at once where it stands', async () => {
  const answer = await place
    .as(noor)
    .form('/new', { space: space.slug, title: 'My shop', body: `Come to ${link}` })
  const text = await (await place.as(noor).get(answer.headers.get('location')!)).text()
  expect(text).toContain(HELD)
  expect(text).toContain(link)
  expect(text).not.toContain('It’s here.')
})

test('MEND-7 what is held reaches nobody but its author and stewards, by any way', async () => {
  const post = await place.post(noor, space, { title: `Quokka${number} post`, body: `Come to ${link}` })
  expect(await page(jun, post)).toContain('Held: it has a link')
  const ways = [
    '/lately',
    `/spaces/${space.slug}`,
    `/spaces/${space.slug}/feed.xml`,
    `/search?words=quokka${number}`,
    `/members/${noor.handle}`,
    `${API_ROOT}/posts`,
    `${API_ROOT}/search?words=quokka${number}`,
  ]
  for (const who of everybodyElse()) {
    for (const path of [
      `/posts/${post}`,
      `/posts/${post}/history/${post}`,
      `${API_ROOT}/posts/${post}`,
      `${API_ROOT}/posts/${post}/replies`,
    ])
      expect([path, await statusOf(who, path)]).toEqual([path, 404])
    for (const path of ways)
      expect(await (await place.as(who).get(path)).text(), path).not.toContain(`Quokka${number} post`)
  }
  expect(await (await place.as(noor).get('/lately')).text()).toContain('Held for a moment')
  expect(await (await place.as(noor).get(`${API_ROOT}/posts/${post}`)).json()).toMatchObject({ held: true })
})

test('MEND-7 a held answer is not counted, moves nothing, and leaves no gap that others see', async () => {
  const post = await place.post(asha, space, { title: 'Paper' })
  const before = await (await place.as(asha).get(`${API_ROOT}/posts/${post}`)).json()
  const reply = await place.reply(noor, post, { body: `Cheap at ${link}` })
  for (const who of everybodyElse()) {
    expect(await page(who, post)).not.toContain(reply)
    expect(await (await place.as(who).get(`${API_ROOT}/posts/${post}/replies`)).json()).toMatchObject({
      items: [],
    })
  }
  expect(await (await place.as(asha).get(`${API_ROOT}/posts/${post}`)).json()).toEqual(before)
  expect(await page(noor, post)).toContain(HELD)
  await place.as(noor).form(`/posts/${post}/replies/${reply}/take-back`, {})
  expect(await (await place.as(asha).get(`${API_ROOT}/posts/${post}`)).json()).toMatchObject({
    replyCount: 0,
  })
  expect(await page(asha, post)).not.toContain('This answer was taken back')
})

test('nobody answers what is held: an answer would say that it is there', async () => {
  const held = await place.post(noor, space, { body: link })
  await expect(place.reply(jun, held)).rejects.toMatchObject({ code: 'thread_closed' })
  const post = await place.post(asha, space)
  const reply = await place.reply(noor, post, { body: link })
  await expect(place.reply(jun, post, { parentId: reply })).rejects.toMatchObject({ code: 'parent_held' })
})

test('MEND-7 let through, it is counted, comes up and reaches whom it would have reached', async () => {
  const post = await place.post(asha, space, { title: 'Ink' })
  const reply = await place.reply(noor, post, { body: `Cheap at ${link}, @${jun.handle}` })
  await deliver(place.house)
  const [asha0, jun0] = [await reached(place.house, asha), await reached(place.house, jun)]
  place.house.clock.forward(3_600_000)
  expect(await release(post, reply)).toBe(true)
  expect(await release(post, reply)).toBe(false)
  await deliver(place.house)
  expect(await reached(place.house, asha)).toEqual([...asha0, 'answers'])
  expect(await reached(place.house, jun)).toEqual([...jun0, 'mentions'])
  expect(await (await place.as(asha).get(`${API_ROOT}/posts/${post}`)).json()).toMatchObject({
    replyCount: 1,
    activeAt: place.house.clock.now().toISOString(),
  })
  expect(await page(undefined, post)).toContain(reply)
})

test('a digest tells of what was let through after the last one, however old it is', async () => {
  await followMember(place.house, asha.viewer, noor.handle, true)
  const post = await place.post(noor, space, { title: `Digest ${number}`, body: link })
  const thread = await place.post(asha, space, { title: `Thread ${number}` })
  const reply = await place.reply(noor, thread, { body: `${link}/too` })
  const since = new Date(place.house.clock.now().getTime() + 60_000)
  place.house.clock.forward(3_600_000)
  const titles = async () =>
    (await Promise.all(conversationDigest.map((part) => part.load(place.house, asha.viewer, since, 20))))
      .flat()
      .map((line) => line.title)
  expect(await titles()).toEqual([])
  await release(post)
  await release(thread, reply)
  expect((await titles()).sort()).toEqual([`Digest ${number}`, `Thread ${number}`])
  expect(lowestIdAt(since.getTime()) > post).toBe(true)
})

test('MEND-7 without the link it appears at once, and its time stays', async () => {
  const post = await place.post(noor, space, { title: 'Shop', body: link })
  const { createdAt } = (await (await place.as(noor).get(`${API_ROOT}/posts/${post}`)).json()) as {
    createdAt: string
  }
  await place
    .as(noor)
    .form(`/posts/${post}/edit`, { title: 'Shop', body: 'Ask me about [it](https://elsewhere.example).' })
  expect(await statusOf(asha, `/posts/${post}`)).toBe(404)
  await place.as(noor).form(`/posts/${post}/edit`, { title: 'Shop', body: 'Ask me about it.' })
  expect(await page(asha, post)).toContain('Ask me about it.')
  expect(await (await place.as(asha).get(`${API_ROOT}/posts/${post}`)).json()).toMatchObject({
    createdAt,
    held: false,
  })
})

test('an edit adds no link to what stands here already, and keeps the one that was let through', async () => {
  const post = await place.post(noor, space, { title: 'Hello', body: 'I am new.' })
  const edit = (body: string) => place.as(noor).form(`/posts/${post}/edit`, { title: 'Hello', body })
  const refused = await edit(`I am new: ${link}`)
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('a steward looks at links first'),
  ])
  const other = await place.post(noor, space, { title: 'Shop', body: link })
  await release(other)
  expect(
    (await place.as(noor).form(`/posts/${other}/edit`, { title: 'Shop', body: `${link} again` })).status,
  ).toBe(303)
  expect(await page(asha, other)).toContain('again')
})

test('without a link nothing is held; nor from who is known, invited by an administrator, or looks after the place', async () => {
  const { newId } = await import('../foundation/index.ts')
  const ines = await place.member('Ines', { role: 'administrator' })
  const guest = await place.member('Guest')
  const now = place.house.clock.now()
  const invitation = {
    community_id: place.communityId,
    id: newId(),
    token_hash: Buffer.from(guest.id),
    whom: 'Guest',
    role: 'member',
    uses_left: 0,
    created_by: ines.id,
    created_at: now,
    expires_at: now,
    revoked_at: null,
  } as const
  await place.house.db.insertInto('invitations').values(invitation).execute()
  await place.house.db
    .insertInto('invitation_uses')
    .values({
      community_id: place.communityId,
      invitation_id: invitation.id,
      member_id: guest.id,
      used_at: now,
    })
    .execute()
  const host = await place.member('Hal', { role: 'host' })
  expect(
    await statusOf(
      undefined,
      `/posts/${await place.post(noor, space, { body: `Hello, mira@shop.example @${asha.handle}` })}`,
    ),
  ).toBe(200)
  for (const who of [asha, guest, host, ines])
    expect(await statusOf(undefined, `/posts/${await place.post(who, space, { body: link })}`)).toBe(200)
})

test('an address that nobody confirmed holds links after the first days too, where letters go out', async () => {
  place.house.clock.forward(3 * DAY)
  const seen = async () => statusOf(undefined, `/posts/${await place.post(noor, space, { body: link })}`)
  expect(await seen()).toBe(200)
  await place.house.db
    .updateTable('accounts')
    .set({ email_verified: false })
    .where('id', '=', noor.viewer.accountId!)
    .execute()
  place.house.clock.forward(DAY)
  expect(await seen()).toBe(404)
})

test('an unnamed post is held the same, and nothing that others see says whose it is', async () => {
  const ward = await place.space(`ward-${number}`, { kind: 'support', visibility: 'members' })
  const post = await place.post(noor, ward, { body: link, unnamed: true })
  expect(await page(noor, post)).toContain(HELD)
  expect(await page(jun, post)).not.toContain(noor.name)
  const { lines } = await readFeed(place.house, asha.viewer, { spaceIds: [ward.id], order: 'active' })
  expect(lines).toEqual([])
})

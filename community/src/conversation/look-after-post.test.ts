import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'

let app: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let open: Space
let members: Space
let quiet: Space

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  jun = await app.member('Jun', { role: 'steward' })
  open = await app.space('open')
  members = await app.space('members-only', { visibility: 'members' })
  quiet = await app.space('quiet', { kind: 'support', visibility: 'members' })
  await app.space('invited', { visibility: 'invited', people: [mira, jun] })
})
afterAll(() => app.close())

const text = async (who: TestMember | undefined, path: string) => (await app.as(who).get(path)).text()
const press = async (who: TestMember | undefined, path: string, fields = {}) =>
  (await app.as(who).form(path, fields)).status

test('stewards close a thread and open it again; readers are told, and what was typed stays', async () => {
  const post = await app.post(mira, open)
  expect(await press(noor, `/posts/${post}/lock`)).toBe(403)
  expect(await press(jun, `/posts/${post}/lock`)).toBe(303)
  expect(await text(noor, `/posts/${post}`)).toContain('This thread is closed to new answers.')
  const refused = await app.as(noor).form(`/posts/${post}/replies`, { body: 'Too late' })
  expect([refused.status, (await refused.text()).includes('closed to new answers')]).toEqual([403, true])
  expect(await press(jun, `/posts/${post}/unlock`)).toBe(303)
  expect(await press(noor, `/posts/${post}/replies`, { body: 'In time' })).toBe(303)
})

test('stewards pin, up to three in a space; two presses at once do not make a fourth', async () => {
  const space = await app.space('pinboard')
  const posts: string[] = []
  for (let index = 0; index < 6; index++) posts.push(await app.post(mira, space))
  expect(await press(mira, `/posts/${posts[0]}/pin`)).toBe(403)
  const answers = await Promise.all(posts.map((post) => press(jun, `/posts/${post}/pin`)))
  expect(answers.sort()).toEqual([303, 303, 303, 409, 409, 409])
  const { rows } = await app.house.pool.query(
    'select count(*) as count from posts where space_id = $1 and pinned_at is not null',
    [space.id],
  )
  expect(rows[0].count).toBe(3)
})

test('who wrote a post, and stewards, may move it; readers see where it came from', async () => {
  const post = await app.post(mira, open, { title: 'In the wrong place' })
  await app.reply(noor, post)
  expect((await app.as(noor).get(`/posts/${post}/move`)).status).toBe(403)
  expect(await press(mira, `/posts/${post}/move`, { space: members.slug })).toBe(303)
  expect(await text(noor, `/posts/${post}`)).toContain('Moved here from open, ')
  expect((await app.as(undefined).get(`/posts/${post}`)).status).toBe(404)
  expect(await text(noor, '/spaces/members-only')).toContain('In the wrong place')
  expect(await text(noor, '/spaces/open')).not.toContain('In the wrong place')
})

test('a thread with answers never moves to where more people read', async () => {
  const post = await app.post(mira, members)
  await app.reply(noor, post, { body: 'For members only' })
  for (const who of [mira, jun]) {
    expect(await text(who, `/posts/${post}/move`)).not.toContain('value="open"')
    const answer = await app.as(who).form(`/posts/${post}/move`, { space: 'open' })
    expect([answer.status, (await answer.text()).includes('Choose one of the spaces below.')]).toEqual([
      422,
      true,
    ])
  }
  expect((await app.as(undefined).get(`/posts/${post}`)).status).toBe(404)
  const unanswered = await app.post(mira, members)
  expect(await press(jun, `/posts/${unanswered}/move`, { space: 'open' })).toBe(422)
  expect(await press(mira, `/posts/${unanswered}/move`, { space: 'open' })).toBe(303)
})

test('what was posted without a name never moves to where posts carry one', async () => {
  const post = await app.post(mira, quiet, { unnamed: true })
  for (const who of [mira, jun])
    expect(await press(who, `/posts/${post}/move`, { space: 'members-only' })).toBe(422)
  const page = await text(jun, `/posts/${post}`)
  expect(page).not.toContain('Mira')
})

test('where a thread came from is not named to who cannot see that place', async () => {
  const post = await app.post(
    mira,
    await app.space('secret-garden', { visibility: 'invited', people: [mira] }),
  )
  expect(await press(mira, `/posts/${post}/move`, { space: 'open' })).toBe(303)
  const page = await text(noor, `/posts/${post}`)
  expect(page).toContain('Moved here, ')
  expect(page).not.toContain('secret-garden')
  expect(await text(mira, `/posts/${post}`)).toContain('Moved here from secret-garden')
})

test('a post can only be moved to a space its mover sees and may write in', async () => {
  const post = await app.post(noor, open)
  expect(await press(noor, `/posts/${post}/move`, { space: 'invited' })).toBe(422)
  expect(await press(noor, `/posts/${post}/move`, { space: 'nowhere' })).toBe(422)
  expect(await press(jun, `/posts/${post}/move`, { space: 'invited' })).toBe(303)
})

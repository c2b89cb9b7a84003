import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { giveThanks } from './give-thanks.ts'
import { readKeepsakes } from './read-keepsakes.ts'
import { decideShowing } from './receive-thanks.ts'
import { takeBackThanks } from './take-back-thanks.ts'

/** `npm run endure` lets as many thank at once as the issue asks for. */
const AT_ONCE = process.env.KINDLING_ENDURE ? 200 : 20
const MORE = 50

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let steward: TestMember
let post: string
let other: string
let friends: TestMember[]

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  steward = await place.member('Jun', { role: 'steward' })
  other = await place.post(noor, garden, { title: 'Beans' })
  post = await place.post(mira, garden, { title: 'Soup' })
  friends = []
  for (let one = 0; one < MORE; one++) friends.push(await place.member(`Friend ${one}`))
  for (const one of [noor, ...friends]) await place.reply(one, post)
  place.house.clock.forward(2 * 60_000)
}, 60_000)
afterAll(() => place?.close())

/** A page as others read it, without what changes by itself and without the notes, which may. */
const still = (page: string) =>
  page
    .replace(/<ul class="(given|wall)"[\s\S]*?<\/ul>/g, '')
    .replace(/data-since="\d+"|"requestId":"[^"]*"|<a class="act plain" rel="next"[^>]*>Earlier<\/a>/g, '')

const paths = () => [
  '/',
  '/lately',
  '/spaces',
  '/spaces/garden',
  '/spaces/garden?order=newest',
  '/spaces/garden/feed.xml',
  `/posts/${post}`,
  `/posts/${other}`,
  '/members',
  '/members/mira',
  '/members/noor',
  '/search?words=soup',
  '/wall',
  '/spaces/garden/wall',
  '/notices',
  `${API_ROOT}/posts`,
  `${API_ROOT}/posts?order=newest`,
  `${API_ROOT}/posts/${post}`,
  `${API_ROOT}/members/mira`,
  `${API_ROOT}/spaces`,
]
const look = async (viewer: TestMember | undefined) => {
  const seen: Record<string, string> = {}
  for (const path of paths()) seen[path] = still(await (await place.as(viewer).get(path)).text())
  return seen
}

test('giving one post 50 more thanks changes no order, no number and no page but which notes may be shown', {
  timeout: 120_000,
}, async () => {
  const first = await giveThanks(place.house, noor.viewer, {
    postId: post,
    replyId: null,
    words: 'The first',
    offerToShow: true,
  })
  await decideShowing(place.house, mira.viewer, first, 'show')
  const onlookers = [undefined, noor, steward]
  const before = await Promise.all(onlookers.map(look))
  for (const one of friends) {
    const giving = { postId: post, replyId: null, words: 'Thank you', offerToShow: true }
    const id = await giveThanks(place.house, one.viewer, giving)
    await decideShowing(place.house, mira.viewer, id, 'show')
  }
  const after = await Promise.all(onlookers.map(look))
  const changed = before.flatMap((seen, at) => paths().filter((path) => seen[path] !== after[at]![path]))
  expect(changed).toEqual([])
  const page = await (await place.as(undefined).get(`/posts/${post}`)).text()
  const notes = /<ul class="given"[\s\S]*?<\/ul>/.exec(page)![0]
  expect(notes.match(/<li/g)).toHaveLength(4)
  expect(notes).toContain('and others')
  const said = notes.replace(/“[^”]*”|Friend \d+|<[^>]*>/g, '')
  expect(said).not.toMatch(/\d/)
})

test('no answer for programs holds a number made from what was given', async () => {
  const under = await (await place.as(noor).get(`${API_ROOT}/posts/${post}/thanks`)).json()
  const keeps = await (await place.as(mira).get(`${API_ROOT}/thanks?limit=2`)).json()
  const numbers: unknown[] = []
  JSON.stringify([under, keeps], (_, value) => {
    if (typeof value === 'number') numbers.push(value)
    return value
  })
  expect(numbers).toEqual([])
})

/** Everything Mira was given for a post, on both shelves, by who gave it. */
async function received(postId: string): Promise<string[]> {
  const givers: string[] = []
  for (const shelf of ['kept', 'waiting'] as const)
    for (let before: string | undefined, more = true; more; ) {
      const read = await readKeepsakes(place.house, mira.viewer, { shelf, before, limit: 50 })
      givers.push(...read.keepsakes.filter((one) => one.postId === postId).map(({ giver }) => giver.handle))
      before = read.next
      more = before !== undefined
    }
  return givers.sort()
}

test('people who thank the same post at once lose nothing and double nothing, nor do those who take it back at once', {
  timeout: 300_000,
}, async () => {
  const theirs = await place.post(mira, garden)
  const people: TestMember[] = []
  for (let one = 0; one < AT_ONCE; one++) people.push(await place.member(`Reader ${one}`))
  const [talked, strangers] = [people.slice(0, AT_ONCE / 2), people.slice(AT_ONCE / 2)]
  for (const one of talked) await place.reply(one, theirs)
  const giving = { postId: theirs, replyId: null, words: '', offerToShow: true }
  const pressed = await Promise.all(
    [...people, ...people].map(({ viewer }) => giveThanks(place.house, viewer, giving)),
  )
  expect(new Set(pressed).size).toBe(AT_ONCE)
  const handles = (of: TestMember[]) => of.map(({ handle }) => handle).sort()
  expect(await received(theirs)).toEqual(handles(people))
  // Told once of each who has talked with her, and of nobody else.
  const told = place.house.db.selectFrom('events').select('actor_id').where('kind', '=', 'thanks-given')
  const actors = (await told.where('post_id', '=', theirs).execute()).map(({ actor_id }) => actor_id)
  expect(actors.sort()).toEqual(talked.map(({ id }) => id).sort())
  const back = pressed.slice(0, talked.length).map((id, at) => ({ id, viewer: talked[at]!.viewer }))
  await Promise.allSettled(
    [...back, ...back].map(({ id, viewer }) => takeBackThanks(place.house, viewer, id)),
  )
  expect(await received(theirs)).toEqual(handles(strangers))
})

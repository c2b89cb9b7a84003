import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { giveThanks, thankMember } from './give-thanks.ts'
import { readWall } from './read-wall.ts'
import { decideShowing, putAway } from './receive-thanks.ts'
import { shoutOutElsewhere, takeDown } from './shout-out.ts'
import { thanksById } from './store.ts'
import { takeBackThanks } from './take-back-thanks.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let jun: TestMember
let post: string
let friends: TestMember[]

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  post = await place.post(mira, garden)
  friends = []
  for (const name of ['Ada', 'Theo', 'Sol']) friends.push(await place.member(name))
  for (const one of [noor, ...friends]) await place.reply(one, post)
})
afterAll(() => place?.close())

const give = (giver: TestMember, words: string, more: object = {}) =>
  giveThanks(place.house, giver.viewer, { postId: post, replyId: null, words, offerToShow: true, ...more })
const said = async (viewer: TestMember, which: { space?: Space; cursor?: string } = {}) => {
  const { notes, next } = await readWall(place.house, viewer.viewer, which)
  return { words: notes.map(({ words }) => words), next }
}
const page = (who: TestMember | undefined, path: string) => place.as(who).get(path)

test('THANKS-4 START-2 a small place has no wall and no way to one', async () => {
  const id = await give(noor, 'The first')
  await decideShowing(place.house, mira.viewer, id, 'show')
  for (const path of ['/wall', '/spaces/garden/wall']) expect((await page(mira, path)).status).toBe(404)
  expect((await page(mira, '/shout-out')).status).toBe(404)
  for (const path of ['/', '/spaces', '/spaces/garden', '/keepsakes'])
    expect(await (await page(mira, path)).text(), path).not.toContain('wall"')
})

test('THANKS-4 START-2 where there is no wall, nothing for a person is offered to be shown', async () => {
  const to = { handle: mira.handle, words: 'You were there', offerToShow: true }
  expect(await (await page(noor, `/members/${mira.handle}`)).text()).not.toContain('gift=shout-out')
  expect((await page(noor, `/thank?member=${mira.handle}&gift=shout-out`)).status).toBe(404)
  expect(await (await page(noor, `/thank?member=${mira.handle}`)).text()).not.toContain('May be shown')
  await expect(thankMember(place.house, jun.viewer, { ...to, gift: 'shout-out' })).rejects.toMatchObject({
    code: 'not_thankable',
  })
  const id = await thankMember(place.house, jun.viewer, to)
  const { showing } = (await thanksById(place.house.db, place.communityId, id))!
  expect(showing).toBe('between')
  await takeBackThanks(place.house, jun.viewer, id)
})

test('THANKS-4 from twelve people who write there is one: three notes at most, no number, only what both agreed to', async () => {
  for (let one = 0; one < 9; one++) await place.reply(await place.member(`Writer ${one}`), post)
  place.house.clock.forward(2 * 60_000)
  await give(friends[0]!, 'Only offered')
  await give(friends[0]!, 'Between us', { offerToShow: false })
  const shown = ['The first']
  for (const [at, one] of [...friends, noor].entries()) {
    const id = await give(one, `Shown ${at}`)
    place.house.clock.forward(1_000)
    await decideShowing(place.house, mira.viewer, id, 'show')
    shown.unshift(`Shown ${at}`)
  }
  const first = await said(noor)
  const second = await said(noor, { cursor: first.next! })
  expect(first.words).toEqual(shown.slice(0, 3))
  expect([...first.words, ...second.words]).toEqual(shown)
  expect(second.next).toBeUndefined()
  expect((await said(noor, { space: garden })).words).toEqual(first.words)
  const wall = await (await page(undefined, '/wall')).text()
  expect(wall).toContain('Shown 3')
  expect(
    wall.replace(/<(head|header|footer|svg)[\s\S]*?<\/\1>|<time[\s\S]*?<\/time>|“[^”]*”|<[^>]*>/g, ''),
  ).not.toMatch(/\d/)
  expect(await (await page(undefined, '/spaces/garden')).text()).toContain('/spaces/garden/wall')
  for (const path of ['/', '/spaces', '/keepsakes'])
    expect(await (await page(noor, path)).text(), path).toContain('href="/wall"')
  expect(await (await page(noor, `/members/${mira.handle}`)).text()).toContain('gift=shout-out')
  expect(await (await page(noor, `/thank?member=${mira.handle}`)).text()).toContain('May be shown')
})

test('THANKS-4 what is put away, taken down, or behind a closed door or a block is not on it', async () => {
  const on = async (viewer: TestMember, words: string) => {
    let cursor: string | undefined
    do {
      const { words: found, next } = await said(viewer, cursor ? { cursor } : {})
      if (found.includes(words)) return true
      cursor = next
    } while (cursor)
    return false
  }
  const closed = await place.space('committee', { kind: 'team', visibility: 'invited', people: [mira, noor] })
  const inside = await place.post(mira, closed)
  await place.reply(noor, inside)
  const behind = await give(noor, 'Behind a door', { postId: inside })
  await decideShowing(place.house, mira.viewer, behind, 'show')
  expect([await on(noor, 'Behind a door'), await on(jun, 'Behind a door')]).toEqual([true, false])
  place.house.clock.forward(86_400_000)
  const away = await give(friends[1]!, 'Away')
  await decideShowing(place.house, mira.viewer, away, 'show')
  expect(await on(jun, 'Away')).toBe(true)
  await putAway(place.house, mira.viewer, away)
  expect(await on(jun, 'Away')).toBe(false)
  const down = await give(friends[2]!, 'Down')
  await decideShowing(place.house, mira.viewer, down, 'show')
  await expect(takeDown(place.house, noor.viewer, down)).rejects.toMatchObject({ code: 'not_found' })
  const pressed = await place.as(jun).form(`/thanks/${down}/take-down?then=/spaces/garden/wall`, {})
  expect(pressed.headers.get('location')).toBe('/spaces/garden/wall')
  expect(await on(jun, 'Down')).toBe(false)
  await place.as(jun).form(`/bounds/${noor.handle}/block`, {})
  expect(await on(jun, 'Shown 3')).toBe(false)
  await place.as(jun).form(`/bounds/${noor.handle}/unblock`, {})
})

test('THANKS-2 a shout-out to somebody who is not here stands on the wall for members; who is a member is asked first', async () => {
  const shoutOut = (name: string, words = 'He cleared the path before anybody was up') =>
    shoutOutElsewhere(place.house, noor.viewer, { name, words })
  await expect(shoutOut('  mIRa ')).rejects.toMatchObject({ code: 'is_member' })
  await expect(shoutOut(' ')).rejects.toMatchObject({ code: 'name_missing' })
  await expect(shoutOut('The man', '')).rejects.toMatchObject({ code: 'empty_words' })
  const name = 'The man with the snow shovel'
  const pressed = await Promise.all([shoutOut(name), shoutOut('The man\u202e with  the snow shovel')])
  expect(pressed[0]).toBe(pressed[1])
  expect(await (await page(mira, '/wall')).text()).toContain('Noor to The man with the snow shovel')
  expect(await (await page(undefined, '/wall')).text()).not.toContain('snow shovel')
})

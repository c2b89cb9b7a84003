import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { asManyWriters } from '../../../test/kit/writers.ts'
import { setBounds } from '../../bounds/index.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space, SpaceKind } from '../../spaces/index.ts'
import { type Gift, giveThanks, takeBackThanks } from '../../thanks/index.ts'
import { addIdea, tellStory } from '../kind-acts/index.ts'
import { readRipple } from './read-ripple.ts'
import { NAMES_SHOWN } from './rules.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let jun: TestMember

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  garden = await place.space('garden')
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  await asManyWriters(place)
})
afterAll(() => place?.close())

interface Help {
  space?: Space
  gift?: Gift
  words?: string
  unnamed?: boolean
}

/** One asks, the other helps, and who asked tells them what came of it. */
async function tells(asker: TestMember, helper: TestMember, help: Help = {}): Promise<string> {
  const { space = garden, gift = 'thanks', words = 'It rose.', unnamed = false } = help
  const postId = await place.post(asker, space)
  const replyId = await place.reply(helper, postId, { unnamed })
  const giving = { postId, replyId, gift, words, offerToShow: false }
  const id = await giveThanks(place.house, asker.viewer, giving)
  place.house.clock.forward(1_000)
  return id
}
const ripple = (of = mira) => readRipple(place.house, of.viewer)
const names = async (of = mira) => (await ripple(of)).told.map(({ person }) => person.name)
const friends = (...called: string[]) =>
  called.reduce<Promise<TestMember[]>>(
    async (some, name) => [...(await some), await place.member(name)],
    Promise.resolve([]),
  )
const thanksOf = async (id: string, set: Record<string, unknown>) =>
  place.house.db.updateTable('thanks').set(set).where('id', '=', id).execute()

test('SHINE-7 what people told me: words of thanks, what happened next, a kind act of mine that they did too', async () => {
  const [theo] = await friends('Theo')
  await tells(noor, mira, { words: 'It rose.' })
  await tells(jun, mira, { gift: 'next', words: 'The roof holds.' })
  const act = await addIdea(place.house, mira.viewer, 'Ring somebody.')
  await tellStory(place.house, theo!.viewer, act, 'I rang.')
  await tellStory(place.house, mira.viewer, act, 'So did I.')
  expect((await ripple()).told).toMatchObject([
    {
      person: { name: 'Theo' },
      gift: undefined,
      words: 'I rang.',
      idea: { id: act, words: 'Ring somebody.' },
    },
    { person: { name: 'Jun' }, gift: 'next', words: 'The roof holds.', title: 'Tomatoes' },
    { person: { name: 'Noor' }, gift: 'thanks', words: 'It rose.' },
  ])
  expect((await ripple()).wentOn).toBe(false)
  expect(await names(noor)).toEqual([])
})

test('SHINE-7 without words nothing was told; taken back, put away, and what waits are not there', async () => {
  const [theo, asha, kit] = await friends('Theo', 'Asha', 'Kit')
  await tells(noor, mira, { words: '' })
  const back = await tells(theo!, mira)
  await takeBackThanks(place.house, theo!.viewer, back)
  const away = await tells(asha!, mira)
  await thanksOf(away, { put_away_at: new Date() })
  const waits = await tells(kit!, mira)
  await thanksOf(waits, { reach: 'waits' })
  expect(await names()).toEqual([])
})

test('SHINE-7 boundaries hold: nobody behind a block or a mute, whoever set it, and nobody who left', async () => {
  const [theo, asha, kit] = await friends('Theo', 'Asha', 'Kit')
  for (const one of [noor, theo!, asha!, kit!]) await tells(one, mira)
  await setBounds(place.house, mira.viewer, noor.handle, 'block')
  await setBounds(place.house, theo!.viewer, mira.handle, 'block')
  await setBounds(place.house, mira.viewer, asha!.handle, 'mute')
  await place.house.db.updateTable('members').set({ status: 'left' }).where('id', '=', kit!.id).execute()
  expect(await names()).toEqual([])
})

test('SHINE-7 off in support spaces, families and teams: what was told there stays there', async () => {
  for (const kind of ['support', 'family', 'team'] as SpaceKind[]) {
    const closed = await place.space(kind, { kind, visibility: 'members' })
    await tells(noor, mira, { space: closed })
    await tells(jun, mira, { space: closed, gift: 'next' })
  }
  expect(await names()).toEqual([])
})

test('SHINE-7 each person once, the latest first; more than ten have another picture', async () => {
  const many = await friends(...Array.from({ length: NAMES_SHOWN + 1 }, (_, at) => `Friend ${at}`))
  for (const one of many) await tells(one, mira)
  await tells(many[3]!, mira, { words: 'And again.' })
  const first = await ripple()
  expect(first.told).toHaveLength(NAMES_SHOWN)
  expect(first.told[0]).toMatchObject({ person: { name: 'Friend 3' }, words: 'And again.' })
  const second = await readRipple(place.house, mira.viewer, { before: first.next })
  expect(second.told.map(({ person }) => person.name)).toEqual(['Friend 0'])
  expect(second.next).toBeUndefined()
})

test('SHINE-7 it went on: three people, through two of those who told me, never named', async () => {
  const [theo, asha, kit] = await friends('Theo', 'Asha', 'Kit')
  await tells(kit!, noor)
  await tells(noor, mira)
  await tells(jun, mira)
  await tells(theo!, noor)
  await tells(asha!, noor)
  // What Kit told Noor was before Noor told me.
  expect((await ripple()).wentOn).toBe(false)
  await tells(kit!, jun)
  expect(await ripple()).toMatchObject({ wentOn: true })
  expect(await names()).toEqual(['Jun', 'Noor'])
  const page = await (await place.as(mira).get('/ripple')).text()
  expect(page).toContain('And it went on.')
  expect(page).not.toMatch(/Theo|Asha|Kit/)
})

test('SHINE-7 what one of them was told alone never says that it went on, however much it is', async () => {
  await tells(noor, mira)
  const before = await ripple()
  for (const one of await friends(...Array.from({ length: 12 }, (_, at) => `Friend ${at}`)))
    await tells(one, noor)
  expect(await ripple()).toEqual(before)
})

test('SHINE-7 beyond, boundaries hold too: unnamed words, closed spaces, blocks of mine and of theirs, those who told me', async () => {
  const [theo, asha, kit, ada] = await friends('Theo', 'Asha', 'Kit', 'Ada')
  const nights = await place.space('nights', { kind: 'support', visibility: 'members' })
  const inner = await place.space('inner', { visibility: 'invited', people: [jun, ada!] })
  await tells(noor, mira)
  await tells(jun, mira)
  await tells(theo!, noor)
  await tells(asha!, jun)
  const on = async () => (await ripple()).wentOn
  await tells(noor, jun)
  await tells(mira, jun)
  await tells(kit!, jun, { space: nights })
  await tells(ada!, jun, { space: inner })
  expect(await on()).toBe(false)
  const third = await tells(kit!, jun)
  expect(await on()).toBe(true)
  await place.house.db.updateTable('replies').set({ unnamed: true }).where('author_id', '=', jun.id).execute()
  expect(await on()).toBe(false)
  await place.house.db
    .updateTable('replies')
    .set({ unnamed: false })
    .where('author_id', '=', jun.id)
    .execute()
  await thanksOf(third, { put_away_at: new Date() })
  expect(await on()).toBe(false)
  await thanksOf(third, { put_away_at: null })
  await setBounds(place.house, mira.viewer, kit!.handle, 'block')
  expect(await on()).toBe(false)
  await setBounds(place.house, mira.viewer, kit!.handle, 'unblock')
  await setBounds(place.house, jun.viewer, kit!.handle, 'block')
  expect(await on()).toBe(false)
})

test('SHINE-7 seen by nobody else: no page, answer or program of theirs holds it, and none of mine holds a number', async () => {
  await tells(noor, mira, { words: 'It rose like a hill.' })
  for (const viewer of [noor, jun])
    for (const path of [
      '/ripple',
      `${API_ROOT}/ripple`,
      '/ripple?member=mira',
      '/members/mira',
      `${API_ROOT}/members/mira`,
    ]) {
      const answer = await (await place.as(viewer).get(path)).text()
      expect([path, answer.includes('like a hill')]).toEqual([path, false])
    }
  expect(await (await place.as(noor).get('/members/mira')).text()).not.toContain('/ripple')
  expect(await (await place.as(mira).get('/members/mira')).text()).toContain('href="/ripple"')
  expect(await (await place.as(mira).get('/keepsakes')).text()).toContain('href="/ripple"')
  const mine = (await (await place.as(mira).get(`${API_ROOT}/ripple`)).json()) as Record<string, unknown>
  expect(mine).toMatchObject({ told: [{ words: 'It rose like a hill.' }], wentOn: false, next: null })
  expect(JSON.stringify(mine).replace(/"[^"]*"/g, '')).not.toMatch(/\d/)
  const page = await (await place.as(mira).get('/ripple')).text()
  const said = /<main[\s\S]*<\/main>/.exec(page)![0].replace(/<[^>]*>/g, '')
  expect(said).toContain('It rose like a hill.')
  expect(said).not.toMatch(/\d/)
})

test('SHINE-7 the picture and the list say the same', async () => {
  for (const one of [noor, jun]) await tells(one, mira)
  const page = await (await place.as(mira).get('/ripple')).text()
  const drawn = [...page.matchAll(/<text[^>]*>([^<]*)</g)].map(([, name]) => name)
  expect(drawn).toEqual(['Jun', 'Noor'])
  expect([...page.matchAll(/<p class="hint">(\w+) thanked you/g)].map(([, name]) => name)).toEqual(drawn)
  expect(page).toContain(
    '<desc id="ripple-desc">On the rings float the names of those who told you: Jun and Noor.</desc>',
  )
})

test('SHINE-7 nothing told yet is a quiet page', async () => {
  const page = await (await place.as(noor).get('/ripple')).text()
  expect(page).toContain('Most help is never spoken of again.')
  expect(page).toContain('The water is still.')
})

test('START-2 it comes with fifty who write, and not where every space is for support', async () => {
  const status = async () => (await place.as(mira).get('/ripple')).status
  expect(await status()).toBe(200)
  await place.house.db.updateTable('spaces').set({ kind: 'support' }).execute()
  place.house.clock.forward(61_000)
  expect(await status()).toBe(404)
  await place.house.db.updateTable('spaces').set({ kind: 'hobby' }).execute()
  place.house.clock.forward(31 * 86_400_000)
  expect(await status()).toBe(404)
  expect((await place.as(mira).get(`${API_ROOT}/ripple`)).status).toBe(404)
  expect(await (await place.as(mira).get('/keepsakes')).text()).not.toContain('/ripple')
})

test('bad addresses are the newest, or refused with a sentence', async () => {
  await tells(noor, mira)
  for (const before of ['x', '-1', '9'.repeat(30), '99999999999999'])
    expect(await (await place.as(mira).get(`/ripple?before=${before}`)).text()).toContain('Noor thanked you')
  expect((await place.as(mira).get(`${API_ROOT}/ripple?cursor=x`)).status).toBe(422)
})

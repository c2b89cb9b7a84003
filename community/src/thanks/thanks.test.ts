import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { setChoices } from './choices-store.ts'
import { giveThanks, thankMember } from './give-thanks.ts'
import { liveThanks } from './live-thanks.ts'
import { readKeepsakes, type Shelf } from './read-keepsakes.ts'
import { answerThanks, decideShowing, keepThanks, putAway } from './receive-thanks.ts'
import { takeBackThanks } from './take-back-thanks.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let post: string

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
})
afterAll(() => place?.close())

/** Two who have talked in a thread of Mira's. */
beforeEach(async () => {
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  post = await place.post(mira, garden)
  await place.reply(noor, post)
})

const give = (giver: TestMember, more: Partial<Parameters<typeof giveThanks>[2]> = {}) =>
  giveThanks(place.house, giver.viewer, {
    postId: post,
    replyId: null,
    words: '',
    offerToShow: false,
    ...more,
  })
const shelf = async (member: TestMember, which: Shelf = 'kept', more = {}) =>
  (await readKeepsakes(place.house, member.viewer, { shelf: which, limit: 50, ...more })).keepsakes
const under = async (viewer: TestMember | undefined) =>
  (await place.as(viewer).get(`/posts/${post}`)).text().then((page) => page.split('<h2 class="vh">')[0]!)
const notices = async ({ id }: TestMember) =>
  place.house.db
    .selectFrom('events')
    .select(['kind', 'subject_id'])
    .where('member_id', '=', id)
    .where('kind', 'in', ['thanks-given', 'gift-given'])
    .execute()

test('THANKS-1 from somebody one has not talked with it waits with the requests, unseen by others, and can be kept or put away', async () => {
  const theo = await place.member('Theo')
  const id = await give(theo, { words: 'For the beans', offerToShow: true })
  expect(await shelf(mira)).toEqual([])
  expect(await notices(mira)).toEqual([])
  expect(await under(mira)).not.toContain('For the beans')
  expect(await under(theo)).toContain('For the beans')
  expect((await shelf(mira, 'waiting')).map((one) => one.id)).toEqual([id])
  expect(await (await place.as(mira).get('/messages/requests')).text()).toContain('There is no hurry')
  expect(await (await place.as(mira).get('/keepsakes/waiting')).text()).toContain('For the beans')
  await keepThanks(place.house, mira.viewer, id)
  expect((await shelf(mira)).map((one) => one.id)).toEqual([id])
  expect(await shelf(mira, 'waiting')).toEqual([])
  expect(await under(mira)).toContain('For the beans')
})

test('THANKS-1 a thread in which both wrote, or messages between them, are a conversation they share', async () => {
  const { answerRequest, writeTo } = await import('../messages/index.ts')
  await give(noor)
  expect(await shelf(mira)).toHaveLength(1)
  const theo = await place.member('Theo')
  const first = { to: mira.handle, reason: 'The beans', body: 'How are they?' }
  const { conversationId } = await writeTo(place.house, theo.viewer, first)
  await thankMember(place.house, theo.viewer, { handle: mira.handle, words: 'Before', offerToShow: false })
  await answerRequest(place.house, mira.viewer, conversationId, 'accept')
  await thankMember(place.house, theo.viewer, { handle: mira.handle, words: 'After', offerToShow: false })
  expect((await shelf(mira)).map(({ words }) => words)).toEqual(['After', ''])
  expect((await shelf(mira, 'waiting')).map(({ words }) => words)).toEqual(['Before'])
})

test('THANKS-1 it does not reach who muted the giver, and the giver reads the same as ever', async () => {
  await place.as(mira).form(`/bounds/${noor.handle}/mute`, {})
  await give(noor, { words: 'Still glad', offerToShow: true })
  for (const which of ['kept', 'waiting', 'away'] as const) expect(await shelf(mira, which)).toEqual([])
  expect(await notices(mira)).toEqual([])
  expect(await under(mira)).not.toContain('Still glad')
  expect(await under(noor)).toContain('You, shown if Mira agrees')
})

test('THANKS-1 at most three a day between the same two, whatever they are and wherever they are for', async () => {
  await give(noor)
  await give(noor, { words: 'Again' })
  await thankMember(place.house, noor.viewer, { handle: mira.handle, words: '', offerToShow: false })
  await expect(give(noor, { words: 'And again' })).rejects.toMatchObject({ code: 'enough_today' })
  place.house.clock.forward(86_400_000 + 1)
  await give(noor, { words: 'Tomorrow' })
})

test('THANKS-1 a limit between two says nothing of who wrote without a name, and holds for each of their words', async () => {
  const room = await place.space(`room-${post.slice(-6)}`, { kind: 'support', visibility: 'members' })
  const unnamed = () => place.post(mira, room, { unnamed: true })
  const first = await unnamed()
  for (const words of ['One', 'Two', 'Three']) await give(noor, { postId: first, words })
  await expect(give(noor, { postId: first, words: 'Four' })).rejects.toMatchObject({ code: 'enough_today' })
  await give(noor, { postId: await unnamed(), words: 'Elsewhere' })
  for (const words of ['One', 'Two', 'Three']) await give(noor, { words })
  await give(noor, { postId: await unnamed(), words: 'And here' })
  await expect(give(noor, { words: 'Four' })).rejects.toMatchObject({ code: 'enough_today' })
})

test('THANKS-1 nobody learns of a no: who offered reads the same before and after it', async () => {
  const id = await give(noor, { words: 'It held', offerToShow: true })
  place.house.clock.forward(11 * 60_000)
  const plain = (page: string) => page.replace(/<time[\s\S]*?<\/time>|data-since="\d+"/g, '')
  const before = plain(await under(noor))
  await decideShowing(place.house, mira.viewer, id, 'keep')
  expect(plain(await under(noor))).toBe(before)
})

test('THANKS-1 what is put away leaves the page, the wall and the keepsakes, is told to nobody, and can come back', async () => {
  const id = await give(noor, { words: 'Loud thanks', offerToShow: true })
  await decideShowing(place.house, mira.viewer, id, 'show')
  expect(await under(undefined)).toContain('Loud thanks')
  await putAway(place.house, mira.viewer, id)
  expect(await under(undefined)).not.toContain('Loud thanks')
  expect(await under(mira)).not.toContain('Loud thanks')
  expect(await under(noor)).toContain('Loud thanks')
  expect(await shelf(mira)).toEqual([])
  expect((await shelf(mira, 'away')).map((one) => one.id)).toEqual([id])
  await keepThanks(place.house, mira.viewer, id)
  expect(await under(mira)).toContain('Loud thanks')
})

test('THANKS-1 a passage has to stand in the entry', async () => {
  const passage = 'They are never late'
  await expect(give(noor, { passage })).rejects.toMatchObject({ code: 'not_in_there' })
  await give(noor, { passage: 'late this year' })
  expect((await shelf(mira))[0]!.passage).toBe('late this year')
})

test('THANKS-1 a passage may be copied from across marks within a line', async () => {
  const body = 'The **oven**, *at last*: un`believ`able.'
  const marked = await place.post(mira, garden, { body })
  await give(noor, { postId: marked, passage: 'The oven, at last: unbelievable.' })
  expect((await shelf(mira))[0]!.passage).toBe('The oven, at last: unbelievable.')
})

test('THANKS-1 one note thanks everybody who read along; nobody is told, and who read is not known', async () => {
  await expect(give(noor, { gift: 'readers' })).rejects.toMatchObject({ code: 'not_thankable' })
  const id = await give(mira, { gift: 'readers', words: 'You kept me company' })
  const given = (await place.house.db.selectFrom('thanks').selectAll().where('id', '=', id).execute())[0]!
  expect(given.receiver_id).toBeNull()
  expect(await under(undefined)).toContain('You kept me company')
  const told = place.house.db.selectFrom('events').select('id').where('subject_id', '=', id)
  expect(await told.execute()).toEqual([])
})

test('THANKS-1 everybody who read along is thanked once for a post, however late and however often it is pressed', async () => {
  const readers = (words: string) => give(mira, { gift: 'readers', words })
  const pressed = await Promise.all([readers('You stayed'), readers('You stayed')])
  place.house.clock.forward(2 * 60_000)
  expect(new Set([...pressed, await readers('You stayed')]).size).toBe(1)
  await expect(readers('Other words')).rejects.toMatchObject({ code: 'readers_thanked' })
  await takeBackThanks(place.house, mira.viewer, pressed[0])
  const id = await readers('Other words')
  expect(await under(undefined)).toContain('Other words')
  const jun = await place.member('Jun', { role: 'steward' })
  expect(await under(noor)).not.toContain('Take it down')
  expect(await under(mira)).not.toContain('Take it down')
  expect(await under(jun)).toContain(`action="/thanks/${id}/take-down"`)
  const down = await place.as(jun).form(`/thanks/${id}/take-down`, {})
  expect(down.headers.get('location')).toBe(`/posts/${post}`)
  expect(await under(undefined)).not.toContain('Other words')
})

test('THANKS-2 a hug takes the form its receiver chose; where they want none it does not arrive', async () => {
  const hard = await place.post(mira, garden)
  await place.house.db.updateTable('posts').set({ need: 'listening' }).where('id', '=', hard).execute()
  const hug = (words: string) => give(noor, { postId: hard, gift: 'hug', words })
  await hug('one')
  await setChoices(place.house.db, place.communityId, mira.id, { hug: 'candle' })
  await hug('two')
  expect((await shelf(mira)).map(({ gift }) => gift)).toEqual(['candle', 'hug'])
  await setChoices(place.house.db, place.communityId, mira.id, { hug: 'none' })
  await hug('three')
  expect(await shelf(mira)).toHaveLength(2)
  await expect(give(noor, { gift: 'hug' })).rejects.toMatchObject({ code: 'not_thankable' })
})

test('THANKS-2 a shout-out asks first every time, needs words, and leaves support and closed spaces alone', async () => {
  await setChoices(place.house.db, place.communityId, mira.id, { showing: 'always' })
  await expect(give(noor, { gift: 'shout-out' })).rejects.toMatchObject({ code: 'empty_words' })
  const id = await give(noor, { gift: 'shout-out', words: 'She sat with us all week' })
  expect(await under(undefined)).not.toContain('sat with us')
  await decideShowing(place.house, mira.viewer, id, 'show')
  expect(await under(undefined)).toContain('sat with us')
  for (const [slug, given] of [
    ['long-haul', { kind: 'support', visibility: 'members' }],
    ['small-feet', { kind: 'family', visibility: 'members' }],
    ['committee', { visibility: 'invited', people: [mira, noor] }],
  ] as const) {
    const space = await place.space(`${slug}-${noor.handle}`, given as never)
    const there = await place.post(mira, space)
    await place.reply(noor, there)
    await expect(give(noor, { postId: there, gift: 'shout-out', words: 'x' })).rejects.toMatchObject({
      code: 'not_thankable',
    })
  }
})

test('THANKS-2 the picture of a gift is drawn wherever its note stands', async () => {
  const hard = await place.post(mira, garden)
  await place.house.db.updateTable('posts').set({ need: 'listening' }).where('id', '=', hard).execute()
  await give(noor, { postId: hard, gift: 'hug' })
  await place.house.db.updateTable('posts').set({ need: null }).where('id', '=', hard).execute()
  const reply = await place.reply(noor, hard)
  await thankMember(place.house, noor.viewer, { handle: mira.handle, words: '', offerToShow: false })
  for (const path of [`/posts/${hard}`, `/posts/${hard}/replies/${reply}/more`, `/members/${mira.handle}`]) {
    const page = await (await place.as(noor).get(path)).text()
    const used = [...page.matchAll(/<use href="#([\w-]+)"/g)].map(([, name]) => name!)
    expect(used.length, path).toBeGreaterThan(0)
    for (const name of used) expect(page, path).toContain(`<symbol id="${name}"`)
  }
})

test('THANKS-3 keepsakes are found by a name or a word, and by what they are', async () => {
  await give(noor, { words: 'The graft took: 100% alive_' })
  await give(noor, { gift: 'shout-out', words: 'Two buds' })
  const found = async (find: string, kinds?: string[]) =>
    (await shelf(mira, 'kept', { find, ...(kinds ? { kinds } : {}) })).map(({ words }) => words)
  expect(await found('graft')).toEqual(['The graft took: 100% alive_'])
  expect(await found('nOOr')).toHaveLength(2)
  expect(await found('Tomatoes')).toHaveLength(2)
  expect(await found('0% a')).toHaveLength(1)
  expect(await found('__')).toEqual([])
  expect(await found('', ['shout-out'])).toEqual(['Two buds'])
  expect(await shelf(noor)).toEqual([])
})

test('THANKS-6 what happened next goes from who asked to who helped; “That means a lot” is read by the two alone', async () => {
  const reply = await place.reply(noor, post)
  await expect(give(noor, { gift: 'next', words: 'x' })).rejects.toMatchObject({ code: 'not_thankable' })
  await expect(give(mira, { replyId: reply, gift: 'next' })).rejects.toMatchObject({ code: 'empty_words' })
  const id = await give(mira, { replyId: reply, gift: 'next', words: 'The graft took', offerToShow: true })
  await decideShowing(place.house, noor.viewer, id, 'show')
  await Promise.all([1, 2, 3].map(() => answerThanks(place.house, noor.viewer, id)))
  const page = async (viewer: TestMember | undefined) => (await place.as(viewer).get(`/posts/${post}`)).text()
  expect(await page(mira)).toContain('Noor: “That means a lot.”')
  expect(await page(undefined)).toContain('The graft took')
  expect(await page(undefined)).not.toContain('means a lot')
  await expect(answerThanks(place.house, mira.viewer, id)).rejects.toMatchObject({ code: 'not_found' })
})

test('thirty people who thank the same post at once lose nothing and double nothing, nor do those who press twice', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, (_, one) => place.member(`Friend ${one}`)))
  const pressed = await Promise.all(
    [...people, ...people].map((one) => give(one, { words: 'Thank you', offerToShow: true })),
  )
  expect(new Set(pressed).size).toBe(30)
  const rows = await place.house.db.selectFrom('thanks').select('id').where('post_id', '=', post).execute()
  expect(rows).toHaveLength(30)
  await Promise.all(
    people.slice(0, 10).map((one, at) => takeBackThanks(place.house, one.viewer, pressed[at]!)),
  )
  expect(await shelf(mira, 'waiting')).toHaveLength(20)
})

test('THANKS-1 words that are held, hidden or without a name make no conversation that thanks could arrive by', async () => {
  const { db } = place.house
  for (const set of [{ held_at: new Date() }, { hidden_at: new Date() }, { unnamed: true }]) {
    const theo = await place.member('Theo')
    const reply = await place.reply(theo, post)
    await db.updateTable('replies').set(set).where('id', '=', reply).execute()
    await thankMember(place.house, theo.viewer, { handle: mira.handle, words: '', offerToShow: false })
  }
  expect(await shelf(mira)).toEqual([])
  expect(await shelf(mira, 'waiting')).toHaveLength(3)
  const quiet = await place.post(mira, garden)
  await db.updateTable('posts').set({ unnamed: true }).where('id', '=', quiet).execute()
  const other = await place.post(mira, garden)
  const sol = await place.member('Sol')
  await place.reply(sol, quiet)
  await give(sol, { postId: quiet, words: 'For these' })
  expect((await shelf(mira)).map(({ words }) => words)).toEqual(['For these'])
  await give(sol, { postId: other, words: 'For others' })
  expect(await shelf(mira)).toHaveLength(1)
})

test('THANKS-1 a note of somebody the reader muted or blocked does not stand there, and no open page hears of it', async () => {
  const id = await give(noor, { words: 'Louder than the rest', offerToShow: true })
  await decideShowing(place.house, mira.viewer, id, 'show')
  for (const distance of ['mute', 'block']) {
    const reader = await place.member('Reader')
    const hears = () =>
      liveThanks.tell(place.house, reader.viewer, { kind: 'thanks-shown', subjectId: id } as never, post)
    expect(await under(reader)).toContain('Louder than the rest')
    expect(await hears()).toEqual({ thanks: id })
    await place.as(reader).form(`/bounds/${noor.handle}/${distance}`, {})
    expect(await under(reader)).not.toContain('Louder than the rest')
    expect(await hears()).toBeUndefined()
  }
})

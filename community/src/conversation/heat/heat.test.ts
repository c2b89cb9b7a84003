import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { addBlock } from '../../bounds/index.ts'
import { answersSettled, deliverEvents } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let app: TestApp
let asha: TestMember
let ben: TestMember
let noor: TestMember
let jun: TestMember
let ines: TestMember
let space: Space
let post: string

beforeAll(async () => {
  app = await makeTestApp()
  asha = await app.member('Asha')
  ben = await app.member('Ben')
  noor = await app.member('Noor')
  jun = await app.member('Jun', { role: 'steward' })
  ines = await app.member('Ines', { role: 'administrator' })
  space = await app.space('allotment')
})
afterAll(() => app.close())
beforeEach(async () => {
  app.house.clock.forward(10 * 24 * HOUR)
  for (const table of ['attention_uses', 'attention_off', 'thread_heat'] as const)
    await app.house.db.deleteFrom(table).execute()
  post = await app.post(asha, space, { title: 'The bins' })
})

const delivered = async () => {
  await deliverEvents(
    app.house,
    app.house.features.flatMap(({ listeners }) => listeners ?? []),
  )
}
const page = async (who: TestMember, id = post) => {
  const text = await (await app.as(who).get(`/posts/${id}`)).text()
  await answersSettled(app.house)
  return text
}
const press = async (who: TestMember, path: string, fields = {}) =>
  (await app.as(who).form(`/posts/${post}/${path}`, fields)).status
const HINT = 'It may be getting heated here.'

/** Two people quarrel. */
async function quarrel(id = post): Promise<string> {
  await app.reply(ben, id, { body: 'I put two pots in there because the skip was locked.' })
  const hard = await app.reply(asha, id, {
    body: 'So it is you. You never think of anybody, you are so lazy.',
  })
  const last = await app.reply(ben, id, {
    parentId: hard,
    body: 'You are being ridiculous, you always blame me, shut up.',
  })
  await delivered()
  return last
}

test('PAUSE-5 who is in it and who is about to answer read a line; visitors and a calm thread have none', async () => {
  await app.reply(ben, post, { body: 'Jun has the key, I saw him on Friday.' })
  await delivered()
  expect(await page(asha)).not.toContain(HINT)
  await quarrel()
  const seen = await page(asha)
  expect(seen).toContain(HINT)
  expect(seen).toContain('Suggest taking it slower')
  const passing = await page(noor)
  expect(passing).toContain(`href="/posts/${post}/stand-by"`)
  expect(passing).toMatch(/href="\/report\?post=[^"]+&(amp;)?reply=/)
  expect(passing).not.toContain('Suggest taking it slower')
  expect(await (await app.as(undefined).get(`/posts/${post}`)).text()).not.toContain(HINT)
})

test('PAUSE-7 it draws on the budget once for each thread, and hidden it stays away', async () => {
  await quarrel()
  for (let visit = 0; visit < 4; visit++) expect(await page(noor)).toContain(HINT)
  const uses = await app.house.db.selectFrom('attention_uses').select(['kind', 'outcome']).execute()
  expect(uses).toEqual([{ kind: 'heat', outcome: null }])
  expect(await press(noor, 'heat/hide')).toBe(303)
  expect(await page(noor)).not.toContain(HINT)
  expect(await page(asha)).toContain(HINT)
  await app.house.db
    .insertInto('attention_off')
    .values({ community_id: app.communityId, member_id: jun.id, kind: '*' })
    .execute()
  expect(await page(jun)).not.toContain(HINT)
})

test('a sharp word that is taken back, sorry, or a day of rest cools it', async () => {
  const last = await quarrel()
  await app.as(ben).form(`/posts/${post}/replies/${last}/take-back`, {})
  const replies = await app.house.db
    .selectFrom('replies')
    .select(['id', 'body'])
    .where('post_id', '=', post)
    .execute()
  const sharp = replies.find(({ body }) => body.startsWith('So it is you'))!
  await app.as(asha).form(`/posts/${post}/replies/${sharp.id}/take-back`, {})
  await delivered()
  expect(await page(noor)).not.toContain(HINT)
  const other = await app.post(asha, space, { title: 'The skip' })
  await quarrel(other)
  expect(await page(noor, other)).toContain(HINT)
  app.house.clock.forward(25 * HOUR)
  expect(await page(noor, other)).not.toContain(HINT)
})

test('stewards have it in their list; of a closed space only its own, administrators included', async () => {
  await quarrel()
  const today = async (who: TestMember) => (await app.as(who).get('/today')).text()
  expect(await today(jun)).toContain('A thread in allotment may be heating up')
  const closed = await app.space('closed', { visibility: 'invited', people: [asha, ben, jun] })
  const inside = await app.post(asha, closed, { title: 'Among us' })
  await quarrel(inside)
  expect(await today(jun)).toContain('Among us')
  expect(await today(ines)).not.toContain('Among us')
  expect((await app.as(noor).get('/today')).status).toBe(404)
})

test('stand by someone: whom the last messages answer, never who wrote without a name or is out of reach', async () => {
  await quarrel()
  const people = async (who: TestMember) => (await app.as(who).get(`/posts/${post}/stand-by`)).text()
  const seen = await people(noor)
  expect(seen).toContain(`/messages/new?to=${asha.handle}`)
  expect(await people(asha)).not.toContain(`to=${asha.handle}`)
  const apart = await app.member('Apart')
  const { communityId } = app
  await app.house.db
    .transaction()
    .execute((trx) =>
      addBlock(trx, { communityId, ownerId: asha.id, otherId: apart.id }, app.house.clock.now()),
    )
  expect(await people(apart)).not.toContain(`to=${asha.handle}`)
  const nameless = await app.post(asha, await app.space('quiet', { kind: 'support' }), { unnamed: true })
  await app.reply(ben, nameless, { body: 'You are so lazy.' })
  const list = await (await app.as(noor).get(`/posts/${nameless}/stand-by`)).text()
  expect(list).toContain('There is nobody here whom you can write to.')
})

test('slower by agreement: asked, agreed by all, one answer each in half an hour, ended by one of them', async () => {
  await quarrel()
  expect(await press(noor, 'pace')).toBe(403)
  expect(await press(asha, 'pace')).toBe(303)
  expect(await page(asha)).toContain('You suggested taking it slower. It begins when everybody')
  expect(await page(ben)).toContain('Somebody in this conversation suggests taking it slower')
  expect(await page(noor)).not.toContain('suggests taking it slower')
  expect(await press(noor, 'pace/answer', { agreed: 'yes' })).toBe(403)
  expect(await press(ben, 'pace/answer', { agreed: 'perhaps' })).toBe(422)
  expect(await press(ben, 'pace/answer', { agreed: 'yes' })).toBe(303)
  expect(await page(noor)).toContain('Everybody takes it slower here until')
  expect(await press(asha, 'replies', { body: 'The skip opens at nine.' })).toBe(303)
  app.house.clock.forward(10 * MINUTE)
  const refused = await app.as(asha).form(`/posts/${post}/replies`, { body: 'And it closes at noon.' })
  const text = await refused.text()
  expect(refused.status).toBe(429)
  expect(text).toContain('Yours can be posted in 20 minutes')
  expect(text).toContain('And it closes at noon.')
  expect(await press(ben, 'replies', { body: 'Thank you.' })).toBe(303)
  app.house.clock.forward(21 * MINUTE)
  expect(await press(asha, 'replies', { body: 'And it closes at noon.' })).toBe(303)
  expect(await press(noor, 'pace/end')).toBe(403)
  expect(await press(ben, 'pace/end')).toBe(303)
  expect(await press(asha, 'replies', { body: 'On Sundays, too.' })).toBe(303)
})

test('one no ends the question and nobody learns whose; for a day it is not asked again', async () => {
  await quarrel()
  await press(asha, 'pace')
  await press(ben, 'pace/answer', { agreed: 'no' })
  const seen = await page(asha)
  expect(seen).not.toContain('You suggested taking it slower')
  expect(await press(ben, 'pace')).toBe(409)
})

test('two who suggest it at once make one question, and two answers at once post one', async () => {
  await quarrel()
  expect((await Promise.all([press(asha, 'pace'), press(ben, 'pace')])).sort()).toEqual([303, 409])
  const asked = (await page(asha)).includes('suggests taking it slower') ? asha : ben
  await press(asked, 'pace/answer', { agreed: 'yes' })
  const both = await Promise.all([
    press(asha, 'replies', { body: 'One of two.' }),
    press(asha, 'replies', { body: 'The other of two.' }),
  ])
  expect(both.sort()).toEqual([303, 429])
})

test('a steward asks everybody without asking first; only stewards end that', async () => {
  await quarrel()
  expect(await press(jun, 'pace')).toBe(303)
  expect(await page(asha)).toContain('A steward asked everybody to take it slower here')
  expect(await press(asha, 'pace/end')).toBe(403)
  expect(await press(ines, 'pace/end')).toBe(303)
})

test('through the API as on the page', async () => {
  await quarrel()
  const at = `/api/v1/posts/${post}/pace`
  expect(await (await app.as(asha).get(at)).json()).toEqual({ hint: true, pace: null })
  expect((await app.as(asha).json('POST', at, undefined)).status).toBe(204)
  expect((await app.as(ben).json('PUT', `${at}/answer`, { agreed: true })).status).toBe(204)
  expect(await (await app.as(noor).get(at)).json()).toMatchObject({ pace: { state: 'begun', next: null } })
  expect((await app.as(ben).json('DELETE', at, undefined)).status).toBe(204)
  expect((await app.as(undefined).get(at)).status).toBe(401)
})

test('nothing of what people wrote is kept of it', async () => {
  await quarrel()
  const { rows } = await app.house.pool.query('select * from thread_heat')
  expect(Object.keys(rows[0])).toEqual(['community_id', 'post_id', 'likelihood', 'since', 'at'])
})

test('who can no longer read a thread is not asked about its pace, and an answer taken back has been one', async () => {
  await quarrel()
  const gone = await app.member('Gone')
  await app.reply(gone, post, { body: 'I only wanted the key.' })
  await app.house.db.updateTable('members').set({ account_id: null }).where('id', '=', gone.id).execute()
  await press(asha, 'pace')
  await press(ben, 'pace/answer', { agreed: 'yes' })
  expect(await page(noor)).toContain('Everybody takes it slower here until')
  const { headers } = await app.as(asha).form(`/posts/${post}/replies`, { body: 'The skip opens at nine.' })
  const reply = /reply=([0-9a-f-]{36})/.exec(headers.get('location')!)![1]!
  await app.as(asha).form(`/posts/${post}/replies/${reply}/take-back`, {})
  expect(await page(asha)).toContain('Yours can be posted from')
  expect(await press(asha, 'replies', { body: 'The skip opens at ten.' })).toBe(429)
})

test('members under 18 are led to no messages', async () => {
  await quarrel()
  const young = await app.member('Young')
  Object.assign(young.viewer, { under18: true })
  const seen = await page(young)
  expect(seen).toContain('You can <')
  expect(seen).not.toContain('stand-by')
  expect((await app.as(young).get(`/posts/${post}/stand-by`)).status).toBe(404)
  expect(seen).not.toContain('data-way="talk"')
  expect(await page(noor)).toContain('data-way="talk"')
})

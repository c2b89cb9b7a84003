import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { reportEntry } from './report-words.ts'
import { REPORTS_A_DAY } from './rules.ts'

let place: TestApp
let asha: TestMember
let ben: TestMember
let space: Space
let postId: string
let replyId: string

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  ben = await place.member('Ben')
  await place.member('Jun', { role: 'steward' })
  space = await place.space('print-room')
  postId = await place.post(asha, space, { title: 'The soup poster' })
  replyId = await place.reply(ben, postId, { body: 'You never read <anything>.' })
})
afterAll(() => place.close())

const report = (
  by: TestMember,
  wish: 'note' | 'help-talk' | 'act' = 'note',
  reply: string | null = replyId,
) => reportEntry(place.house, by.viewer, { postId, replyId: reply, wish, note: '' })

test('MEND-1 "Report" under More leads to a form that quotes the words, and pressing it thanks who told us', async () => {
  const menu = await (await place.as(asha).get(`/posts/${postId}/replies/${replyId}/more`)).text()
  expect(menu).toContain(`href="/report?post=${postId}&amp;reply=${replyId}"`)
  const form = await place.as(asha).get(`/report?post=${postId}&reply=${replyId}`)
  expect(form.status).toBe(200)
  const text = await form.text()
  expect(text).toContain('You never read &lt;anything&gt;.')
  expect(text).toMatch(/name="wish" value="note" checked/)
  const sent = await place
    .as(asha)
    .form('/report', { post: postId, reply: replyId, wish: 'help-talk', note: 'It is about me.' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/reports?sent=1'])
  const mine = await (await place.as(asha).get('/reports?sent=1')).text()
  expect(mine).toContain('Thank you for telling us.')
  expect(mine).toContain('It is about me.')
  expect(mine).toContain('It is with the stewards.')
})

test('reporting the same again says that it is with the stewards, and adds nothing', async () => {
  const { again } = await report(asha, 'act')
  expect(again).toBe(true)
  const form = await (await place.as(asha).get(`/report?post=${postId}&reply=${replyId}`)).text()
  expect(form).toContain('It is with the stewards')
  expect(form).not.toContain('<form')
})

test('two presses at once, and two people at once, make one case', async () => {
  const bea = await place.member('Bea')
  const cleo = await place.member('Cleo')
  const other = await place.reply(ben, postId, { body: 'Another one.' })
  const results = await Promise.all([bea, bea, cleo, cleo].map((one) => report(one, 'note', other)))
  expect(new Set(results.map(({ caseId }) => caseId)).size).toBe(1)
  expect(results.filter(({ again }) => !again)).toHaveLength(2)
})

test('one’s own words, hidden words and what one cannot see are not reported', async () => {
  await expect(report(ben)).rejects.toMatchObject({ code: 'own_words', status: 422 })
  const mine = await (await place.as(ben).get(`/posts/${postId}`)).text()
  expect(mine).not.toContain(`/report?post=${postId}&amp;reply=${replyId}"`)
  const closed = await place.space('closed', { visibility: 'invited', people: [ben] })
  const secret = await place.post(ben, closed)
  await expect(
    reportEntry(place.house, asha.viewer, { postId: secret, replyId: null, wish: 'note', note: '' }),
  ).rejects.toMatchObject({ status: 404 })
  expect((await place.as(asha).get('/report?post=no-id')).status).toBe(404)
  expect((await place.as(asha).form('/report', { wish: 'note' })).status).toBe(404)
})

test('a note that is too long comes back with what was typed', async () => {
  const again = await place.reply(ben, postId, { body: 'Third.' })
  const answer = await place
    .as(asha)
    .form('/report', { post: postId, reply: again, wish: 'act', note: 'x'.repeat(501) })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('The note holds 500 characters.')
  expect(text).toMatch(/value="act" checked/)
})

test('visitors are led to sign in, and who waits is told so', async () => {
  const visitor = await place.as(undefined).get(`/report?post=${postId}`)
  expect(visitor.headers.get('location')).toMatch(/^\/sign-in\?then=/)
  const waiting = await place.member('Wanda', { status: 'waiting' })
  expect((await place.as(waiting).form('/report', { post: postId, wish: 'note' })).status).toBe(403)
})

test('no event of a report says who made it or whose words they are', async () => {
  const events = await place.house.db
    .selectFrom('events')
    .selectAll()
    .where('kind', 'like', 'entry-reported%')
    .execute()
  expect(events.length).toBeGreaterThan(0)
  for (const event of events)
    expect([event.actor_id, event.member_id, event.post_id, event.reply_id]).toEqual([null, null, null, null])
})

test('a very long list of reports in one day is met kindly, and nothing more is taken', async () => {
  const dora = await place.member('Dora')
  for (let count = 0; count < REPORTS_A_DAY; count++) {
    const id = await place.reply(ben, postId, { body: `Number ${count}` })
    await report(dora, 'note', id)
    place.house.clock.forward(120_000)
  }
  const one = await place.reply(ben, postId, { body: 'One more' })
  const answer = await place
    .as(dora)
    .form('/report', { post: postId, reply: one, wish: 'note', note: 'kept words' })
  expect(answer.status).toBe(429)
  const text = await answer.text()
  expect(text).toContain('Tell them the rest tomorrow')
  expect(text).toContain('kept words')
})

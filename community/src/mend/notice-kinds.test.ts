import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver, reached } from '../../test/kit/notices.ts'
import { decideCase } from './decide-case.ts'
import { decidedNotice } from './notice-kinds.ts'
import { reportEntry } from './report-words.ts'

let place: TestApp
let asha: TestMember
let ben: TestMember
let jun: TestMember
let sol: TestMember
let caseId: string

const mine = async (who: TestMember) =>
  (await reached(place.house, who)).filter((kind) =>
    ['please-act', 'own-decided', 'report-answered'].includes(kind),
  )
const notices = async (who: TestMember) => (await place.as(who).get('/notices')).text()

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Ashamark')
  ben = await place.member('Ben')
  jun = await place.member('Jun', { role: 'steward' })
  sol = await place.member('Sol', { role: 'steward' })
  const closed = await place.space('closed', { visibility: 'invited', people: [asha, ben, jun] })
  const postId = await place.post(ben, closed, { title: 'Posters', body: 'secretwords' })
  const quiet = await reportEntry(place.house, jun.viewer, { postId, replyId: null, wish: 'note', note: '' })
  await decideCase(place.house, (await place.member('Ines', { role: 'administrator' })).viewer, {
    caseId: quiet.caseId,
    what: 'fine',
    seen: 0,
    reason: '',
    toReporter: 'Seen.',
  })
  const act = await reportEntry(place.house, asha.viewer, {
    postId,
    replyId: null,
    wish: 'act',
    note: 'secretnote',
  })
  caseId = act.caseId
  await deliver(place.house)
})
afterAll(() => place.close())

test('“Please act” is told at once to stewards who look after that space, and to nobody else', async () => {
  expect(await mine(jun)).toEqual(['report-answered', 'please-act'])
  expect(await mine(sol)).toEqual([])
  expect(await mine(ben)).toEqual([])
  const text = await notices(jun)
  expect(text).toContain(`href="/reports/${caseId}"`)
  for (const kept of ['secretwords', 'secretnote', 'Ashamark']) expect(text).not.toContain(kept)
})

test('the author is told with the reason when something is hidden, the reporter that there is an answer, neither who', async () => {
  await decideCase(place.house, jun.viewer, {
    caseId,
    what: 'hide',
    seen: 0,
    reason: 'About the plan, please.',
    toReporter: 'It is hidden now.',
  })
  await deliver(place.house)
  expect(await mine(ben)).toEqual(['own-decided'])
  expect(await mine(asha)).toEqual(['report-answered'])
  const author = await notices(ben)
  expect(author).toContain('About the plan, please.')
  for (const name of ['Jun', 'Ashamark']) expect(author).not.toContain(name)
  expect(await notices(asha)).toContain('href="/reports"')
})

test('the reason is read here, and no words leave by e-mail', async () => {
  const row = await place.house.db
    .selectFrom('notices')
    .selectAll()
    .where('kind', '=', 'own-decided')
    .executeTakeFirstOrThrow()
  const notice = {
    id: row.id,
    kind: row.kind,
    eventId: row.event_id,
    postId: row.post_id,
    replyId: row.reply_id,
    spaceId: row.space_id,
    subjectId: row.subject_id,
    createdAt: row.created_at,
  }
  const sights = await decidedNotice.load(place.house, ben.viewer, [notice])
  expect(sights.get(row.id)).toMatchObject({ title: 'Posters', words: 'About the plan, please.' })
  expect(sights.get(row.id)).not.toHaveProperty('wordsByMail')
  expect((await decidedNotice.load(place.house, asha.viewer, [notice])).size).toBe(0)
})

test('only who looks after the place is asked how to hear of reports', async () => {
  const settings = async (who: TestMember) => (await place.as(who).get('/settings/notices')).text()
  expect(await settings(jun)).toContain('name="kind-please-act"')
  expect(await settings(asha)).not.toContain('name="kind-please-act"')
  expect(await settings(asha)).toContain('name="kind-report-answered"')
})

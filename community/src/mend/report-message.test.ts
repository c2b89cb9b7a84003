import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver, reached } from '../../test/kit/notices.ts'
import { API_ROOT } from '../foundation/index.ts'
import { answer, answerRequest, writeTo } from '../messages/index.ts'
import { askAgain } from './ask-again.ts'
import { decideCase } from './decide-case.ts'
import { eraseOverJob } from './erase-over.ts'
import { reportWords } from './report-words.ts'
import type { DecisionKind } from './rules.ts'

const DAY = 86_400_000
let place: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let sol: TestMember
let conversationId: string

beforeAll(async () => {
  place = await makeTestApp()
  jun = await place.member('Jun', { role: 'steward' })
  sol = await place.member('Sol', { role: 'steward' })
})
afterAll(() => place?.close())

let people = 0
beforeEach(async () => {
  people++
  mira = await place.member(`Mira${people}`)
  noor = await place.member(`Noor${people}`)
  place.house.clock.forward(3 * DAY)
  const asked = await writeTo(place.house, mira.viewer, { to: noor.handle, reason: 'Beans', body: 'Hello?' })
  conversationId = asked.conversationId
})

const say = (who: TestMember, body: string) => {
  place.house.clock.forward(60_000)
  return answer(place.house, who.viewer, conversationId, body)
}
const report = (who: TestMember, id: string, beside: string[] = []) =>
  reportWords(place.house, who.viewer, { kind: 'message', id, beside, wish: 'act', note: 'It scares me.' })
const decide = (who: TestMember, caseId: string, what: DecisionKind, seen = 0) => {
  place.house.clock.forward(60_000)
  return decideCase(place.house, who.viewer, {
    caseId,
    what,
    seen,
    reason: what === 'fine' ? '' : 'Of the person, not the matter.',
    toReporter: 'We have read it.',
  })
}
const page = async (who: TestMember | undefined, path: string) => (await place.as(who).get(path)).text()
const lines = () => place.house.db.selectFrom('case_lines').selectAll().execute()

test('MEND-1 the page says what stewards will read, and ticks nothing by itself', async () => {
  const first = await say(noor, 'I do not want to talk about this.')
  const id = await say(mira, 'You never could take a joke.')
  const conversation = await page(noor, `/messages/${conversationId}`)
  expect(conversation).toContain(`href="/report?kind=message&amp;id=${id}"`)
  expect(conversation).not.toContain(`kind=message&amp;id=${first}`)
  const form = await page(noor, `/report?kind=message&id=${id}`)
  for (const part of [
    'Report a message',
    'You never could take a joke.',
    'Only the reported message and what you tick is shown to the stewards.',
    'Nothing else of this conversation can be read by them.',
    'I do not want to talk about this.',
    `name="beside" value="${first}"`,
  ])
    expect(form).toContain(part)
  expect(form).not.toMatch(/name="beside"[^>]*checked/)
})

test('MEND-1 stewards read the reported message and what was ticked, and nothing else of the conversation', async () => {
  await say(noor, 'secret-one')
  const ticked = await say(noor, 'Please stop.')
  await say(mira, 'secret-two')
  const id = await say(mira, 'You never could take a joke.')
  await say(mira, 'secret-after')
  const sent = await place.as(noor).form('/report', {
    kind: 'message',
    id,
    wish: 'act',
    note: '',
    beside: ticked,
  })
  expect(sent.headers.get('location')).toBe('/reports?sent=1')
  const { id: caseId } = await place.house.db
    .selectFrom('cases')
    .select('id')
    .where('entry_id', '=', id)
    .executeTakeFirstOrThrow()
  const read = await page(jun, `/reports/${caseId}`)
  expect(read).toContain('You never could take a joke.')
  expect(read).toContain('Please stop.')
  expect(read).not.toContain('secret')
  expect(read).not.toContain(conversationId)
  expect((await place.as(jun).get(`/messages/${conversationId}`)).status).toBe(404)
  const overApi = await place.as(jun).get(`${API_ROOT}/cases/${caseId}`)
  expect(await overApi.json()).toMatchObject({ kind: 'message', postId: null, space: null })
  expect(await page(noor, '/reports')).toContain(`A message from ${mira.name}`)
  expect(await page(jun, '/today')).toContain('A message was reported')
})

test('MEND-1 more than what may go along is not taken: nothing later, nothing of another conversation', async () => {
  const early = await say(noor, 'far before')
  for (const word of ['one', 'two', 'three', 'four', 'five']) await say(noor, word)
  const id = await say(mira, 'This one.')
  const later = await say(noor, 'afterwards')
  const other = await writeTo(place.house, mira.viewer, { to: sol.handle, reason: 'x', body: 'elsewhere' })
  const { caseId } = await report(noor, id, [early, later, other.messageId])
  const read = await page(jun, `/reports/${caseId}`)
  for (const word of ['far before', 'afterwards', 'elsewhere']) expect(read).not.toContain(word)
})

test('MEND-1 whoever got it reports it: not who wrote it, nobody else, and not under a guessed id', async () => {
  const id = await say(noor, 'An answer.')
  await expect(report(noor, id)).rejects.toMatchObject({ code: 'own_words' })
  for (const who of [jun, sol]) await expect(report(who, id)).rejects.toMatchObject({ status: 404 })
  expect((await place.as(jun).get(`/report?kind=message&id=${id}`)).status).toBe(404)
  expect((await place.as(jun).get(`/bothers?kind=message&id=${id}`)).status).toBe(404)
  expect((await place.as(mira).get(`/report?kind=nothing&id=${id}`)).status).toBe(404)
})

test('CARE-5 a token that was not made for messages reports none', async () => {
  await say(noor, 'Yes?')
  const id = await say(mira, 'With a token.')
  const given = { kind: 'message', id, beside: [], wish: 'note' as const, note: '' }
  const as = (scopes: string[]) => reportWords(place.house, { ...noor.viewer, scopes }, given)
  await expect(as(['read', 'write'])).rejects.toMatchObject({ status: 404 })
  expect((await as(['write', 'messages'])).again).toBe(false)
})

test('CARE-5 a request can be reported before it is answered, and stands hidden among the requests', async () => {
  const id = await page(noor, `/messages/${conversationId}`).then(
    (text) => /id="r-([0-9a-f-]+)"/.exec(text)![1]!,
  )
  const { caseId } = await report(noor, id)
  expect(await page(jun, `/reports/${caseId}`)).toContain('Beans')
  await decide(jun, caseId, 'hide')
  const requests = await page(noor, '/messages/requests')
  expect(requests).toContain('A steward has hidden this.')
  expect(requests).not.toContain('Beans')
  await answerRequest(place.house, noor.viewer, conversationId, 'not-now')
  expect(await page(mira, `/messages/${conversationId}`)).toContain('Not answered yet.')
})

test('MEND-3 hidden, only its author still reads it, with the reason; the reporter hears what came of it', async () => {
  await say(noor, 'Yes?')
  const id = await say(mira, 'You never could take a joke.')
  const { caseId } = await report(noor, id)
  await decide(jun, caseId, 'hide')
  for (const path of [`/messages/${conversationId}`, '/messages'])
    expect(await page(noor, path)).not.toContain('take a joke')
  expect(await page(noor, `/messages/${conversationId}`)).toContain('A steward has hidden this.')
  const api = await (await place.as(noor).get(`${API_ROOT}/messages/${conversationId}`)).text()
  expect(api).not.toContain('take a joke')
  const own = await page(mira, `/messages/${conversationId}`)
  for (const part of ['take a joke', 'Of the person, not the matter.', `/look-again/${caseId}`])
    expect(own).toContain(part)
  expect(own).not.toContain('Jun')
  await deliver(place.house)
  expect(await reached(place.house, mira)).toContain('own-decided')
  expect(await reached(place.house, noor)).toContain('report-answered')
  expect(await page(noor, '/reports')).toContain('We have read it.')
  const notices = await page(mira, '/notices')
  expect(notices).toContain(`href="/look-again/${caseId}"`)
  expect(notices).not.toContain('take a joke')
})

test('MEND-5 its author asks for another look, somebody else answers, and it comes back', async () => {
  await say(noor, 'Yes?')
  const id = await say(mira, 'I only meant the beans.')
  const { caseId } = await report(noor, id)
  await decide(jun, caseId, 'hide')
  const form = await page(mira, `/look-again/${caseId}`)
  expect(form).toContain('I only meant the beans.')
  expect(form).not.toContain('I have changed it')
  const asked = await place
    .as(mira)
    .form(`/look-again/${caseId}`, { kind: 'wrong', words: 'It was about beans.' })
  expect(asked.headers.get('location')).toBe(`/look-again/${caseId}?sent=1`)
  await expect(decide(jun, caseId, 'keep', 1)).rejects.toMatchObject({ code: 'somebody_else' })
  await decide(sol, caseId, 'restore', 1)
  expect(await page(noor, `/messages/${conversationId}`)).toContain('I only meant the beans.')
})

test('MEND-1 where nothing was needed the copies are gone at once; where it was hidden, after thirty days', async () => {
  await say(noor, 'Yes?')
  const one = await report(noor, await say(mira, 'First.'))
  await decide(jun, one.caseId, 'fine')
  const two = await report(noor, await say(mira, 'Second.'))
  await decide(jun, two.caseId, 'hide')
  const kept = async () => (await lines()).map(({ case_id }) => case_id)
  expect(await kept()).not.toContain(one.caseId)
  expect(await kept()).toContain(two.caseId)
  place.house.clock.forward(29 * DAY)
  await eraseOverJob.run(place.house)
  expect(await kept()).toContain(two.caseId)
  place.house.clock.forward(2 * DAY)
  await eraseOverJob.run(place.house)
  expect(await kept()).not.toContain(two.caseId)
  await expect(
    askAgain(place.house, mira.viewer, { caseId: two.caseId, kind: 'wrong', words: 'Please.' }),
  ).rejects.toMatchObject({ code: 'time_has_run' })
  expect(await page(jun, `/reports/${two.caseId}`)).toContain('The words were erased when this was over.')
  expect(await page(mira, `/look-again/${two.caseId}`)).toContain('nobody can look at them again')
})

test('MEND-1 a copy waits as long as its author waits for another look', async () => {
  await say(noor, 'Yes?')
  const { caseId } = await report(noor, await say(mira, 'Third.'))
  await decide(jun, caseId, 'hide')
  await askAgain(place.house, mira.viewer, { caseId, kind: 'wrong', words: 'Please.' })
  place.house.clock.forward(40 * DAY)
  await eraseOverJob.run(place.house)
  expect((await lines()).map(({ case_id }) => case_id)).toContain(caseId)
})

test('MEND-2 a steward who wrote it or got it never decides it', async () => {
  const asked = await writeTo(place.house, mira.viewer, { to: jun.handle, reason: 'x', body: 'To a steward' })
  const { caseId } = await report(jun, asked.messageId)
  await expect(decide(jun, caseId, 'fine')).rejects.toMatchObject({ code: 'own_report' })
  place.house.clock.forward(DAY)
  const from = await writeTo(place.house, sol.viewer, {
    to: noor.handle,
    reason: 'x',
    body: 'From a steward',
  })
  const second = await report(noor, from.messageId)
  expect((await place.as(sol).get(`/reports/${second.caseId}`)).status).toBe(404)
  await expect(decide(sol, second.caseId, 'fine')).rejects.toMatchObject({ status: 404 })
  await decide(jun, second.caseId, 'fine')
})

test('MEND-1 no event says who reported, whose words they are, or what they say', async () => {
  await say(noor, 'Yes?')
  await decide(jun, (await report(noor, await say(mira, 'tellingwords'))).caseId, 'hide')
  const events = await place.house.db.selectFrom('events').selectAll().execute()
  const ours = events.filter(({ kind }) => kind.startsWith('words-') || kind.startsWith('entry-reported'))
  expect(ours.length).toBeGreaterThan(0)
  for (const event of ours) {
    expect([event.actor_id, event.member_id, event.post_id]).toEqual([null, null, null])
    expect(JSON.stringify(event)).not.toContain('tellingwords')
  }
})

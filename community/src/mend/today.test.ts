import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { askAgain } from './ask-again.ts'
import { decideCase } from './decide-case.ts'
import { reportEntry } from './report-words.ts'
import type { DecisionKind, Wish } from './rules.ts'

const DAY = 86_400_000

let place: TestApp
let asha: TestMember
let ben: TestMember
let jun: TestMember
let sol: TestMember
let space: Space
let postId: string

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  ben = await place.member('Ben')
  jun = await place.member('Jun', { role: 'steward' })
  sol = await place.member('Sol', { role: 'steward' })
  space = await place.space('print-room')
  place.house.clock.forward(30 * DAY)
  postId = await place.post(asha, space, { title: 'Posters' })
  await place.reply(ben, postId, { body: 'A first answer.' })
})
afterAll(() => place.close())

/** Each test begins with nothing waiting. */
beforeEach(async () => {
  for (const table of ['cases', 'reports', 'decisions', 'case_words'] as const)
    await place.house.db.deleteFrom(table).execute()
  place.house.clock.forward(15 * DAY)
})

const today = async (who = jun) => (await place.as(who).get('/today')).text()

async function reported(wish: Wish, by = asha) {
  place.house.clock.forward(60_000)
  const replyId = await place.reply(ben, postId, { body: 'Said in haste.' })
  const { caseId } = await reportEntry(place.house, by.viewer, { postId, replyId, wish, note: '' })
  return { caseId, replyId }
}

const decide = (who: TestMember, caseId: string, what: DecisionKind, seen = 0, toReporter = '') => {
  place.house.clock.forward(60_000)
  return decideCase(place.house, who.viewer, { caseId, what, seen, reason: 'A reason.', toReporter })
}

test('an empty day is said warmly, and greets by the hour of the steward', async () => {
  const text = await today()
  expect(text).toContain('Good morning, Jun.')
  expect(text).toContain('All quiet. Go and enjoy the place.')
  expect(text).not.toContain('Needs someone now')
})

test('the masthead leads stewards there, and nobody else', async () => {
  expect(await (await place.as(jun).get('/spaces')).text()).toContain('<a href="/today">Today</a>')
  for (const who of [asha, undefined])
    expect(await (await place.as(who).get('/spaces')).text()).not.toContain('/today')
})

test('MEND-2 who asks to act comes first, then who waited longest, five at most, and the page ends', async () => {
  const first = await reported('note')
  for (let count = 0; count < 4; count++) await reported('help-talk')
  const urgent = await reported('act')
  place.house.clock.forward(20 * 60_000)
  const text = await today()
  expect(text).toContain('A reply in print-room was reported 20 minutes ago.')
  expect(text).toContain('Wish: please act.')
  expect(text.match(/href="\/reports\/[0-9a-f-]{36}"/g)?.length).toBe(5)
  expect(text.indexOf(urgent.caseId)).toBeLessThan(text.indexOf(first.caseId))
  expect(text).toContain('That is all.')
  expect(text.match(/class="b go"/g)).toHaveLength(1)
})

test('a case is in nobody’s day whose words or report it is', async () => {
  const { caseId } = await reported('act', jun)
  expect(await today(jun)).not.toContain(caseId)
  expect(await today(sol)).toContain(caseId)
})

test('an author who changed what was hidden, or asks again, brings it back into the day', async () => {
  const { caseId, replyId } = await reported('note')
  await decide(jun, caseId, 'hide', 0, 'Hidden.')
  expect(await today()).toContain('All quiet.')
  place.house.clock.forward(10 * 60_000)
  await place.as(ben).form(`/posts/${postId}/replies/${replyId}/edit`, { body: 'Said better.' })
  expect(await today()).toContain('was changed by its author')
  await decide(jun, caseId, 'restore', 1, 'Back.')
  expect(await today()).toContain('All quiet.')
  const other = await reported('note')
  await decide(jun, other.caseId, 'hide', 0, 'Hidden.')
  await askAgain(place.house, ben.viewer, {
    caseId: other.caseId,
    kind: 'wrong',
    words: 'It was the list I meant.',
  })
  expect(await today()).toContain('asked for another look')
})

test('a promise to write stays in the day until it is kept', async () => {
  const { caseId } = await reported('note')
  await decide(jun, caseId, 'fine')
  expect(await today()).toContain('Tell Asha what came of the report.')
  expect(await (await place.as(asha).get('/reports')).text()).toContain(
    'A steward will still write you a line here.',
  )
  await place.as(sol).form(`/reports/${caseId}/answer`, { seen: '1', toReporter: 'We read it, and left it.' })
  expect(await today()).toContain('All quiet.')
  expect(await (await place.as(asha).get('/reports')).text()).toContain('We read it, and left it.')
})

test('a newcomer’s post without an answer waits; one that was answered, an old one and a regular’s do not', async () => {
  const noor = await place.member('Noor')
  const waiting = await place.post(noor, space, { title: 'Hello from Noor' })
  const answered = await place.post(noor, space, { title: 'Answered already' })
  await place.reply(asha, answered)
  await place.post(asha, space, { title: 'A regular asks' })
  const own = await place.post(noor, space, { title: 'Only answered by herself' })
  await place.reply(noor, own)
  const text = await today()
  expect(text).toContain('Waiting for a first answer')
  expect(text).toContain(`href="/posts/${waiting}#answer"`)
  expect(text).toContain('Only answered by herself')
  for (const gone of ['Answered already', 'A regular asks']) expect(text).not.toContain(gone)
  place.house.clock.forward(15 * DAY)
  expect(await today()).not.toContain('Hello from Noor')
})

test('posts without a name wait whoever wrote them, so that the list does not say who is new', async () => {
  const ward = await place.space('ward', { kind: 'support', visibility: 'members' })
  await place.post(asha, ward, { title: 'A regular, quietly', unnamed: true })
  const text = await today()
  expect(text).toContain('A regular, quietly')
  expect(text).toContain('A member in ward')
  expect(text).not.toContain('Asha in ward')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { addBlock } from '../bounds/index.ts'
import { inEnglish } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { askAgain } from './ask-again.ts'
import { decideCase } from './decide-case.ts'
import { reportEntry } from './report-words.ts'
import type { DecisionKind } from './rules.ts'

let place: TestApp
let asha: TestMember
let ben: TestMember
let jun: TestMember
let sol: TestMember
let ines: TestMember
let space: Space
let postId: string

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  ben = await place.member('Ben')
  jun = await place.member('Jun', { role: 'steward' })
  sol = await place.member('Sol', { role: 'steward' })
  ines = await place.member('Ines', { role: 'administrator' })
  space = await place.space('print-room')
  postId = await place.post(asha, space, { title: 'The soup poster' })
})
afterAll(() => place.close())

let written = 0
/** A reply by Ben that Asha reported, with its case. */
async function reported(by = asha, author = ben, on = postId) {
  // Nobody reports all of this in one day.
  place.house.clock.forward(3 * 3_600_000)
  const replyId = await place.reply(author, on, { body: `You never read, number ${++written}.` })
  const { caseId } = await reportEntry(place.house, by.viewer, {
    postId: on,
    replyId,
    wish: 'help-talk',
    note: 'The size was a fair question.',
  })
  return { replyId, caseId }
}

const decide = (
  who: TestMember,
  caseId: string,
  what: DecisionKind,
  given: { seen?: number; reason?: string; toReporter?: string } = {},
) => {
  place.house.clock.forward(60_000)
  return decideCase(place.house, who.viewer, {
    caseId,
    what,
    seen: given.seen ?? 0,
    reason: given.reason ?? 'A reason.',
    toReporter: given.toReporter ?? '',
  })
}

const page = async (who: TestMember | undefined, path: string) => (await place.as(who).get(path)).text()

test('MEND-2 the case shows the words, the thread around them, the wish, and that nobody has decided', async () => {
  const { caseId, replyId } = await reported()
  const text = await page(jun, `/reports/${caseId}`)
  for (const part of [
    'What was said',
    'The soup poster',
    'number 1.',
    'What Asha wishes: help us talk',
    'The size was a fair question.',
    'Nobody has decided anything yet.',
    `reply=${replyId}`,
  ])
    expect(text).toContain(part)
})

test('hiding takes the words from everybody but the author, who reads the reason in their place, and stewards', async () => {
  const { caseId, replyId } = await reported()
  const start = await page(jun, `/reports/${caseId}/hide?start=person`)
  expect(start).toContain('A part of this is about the person rather than the matter')
  const done = await place.as(jun).form(`/reports/${caseId}/hide`, {
    seen: '0',
    reason: 'About the plan, please.',
    toReporter: 'It is hidden now.',
  })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/reports/${caseId}?done=1`])
  expect(await page(asha, `/posts/${postId}`)).not.toContain('number 2.')
  expect(await page(undefined, `/posts/${postId}`)).not.toContain('About the plan')
  const own = await page(ben, `/posts/${postId}`)
  for (const part of [
    'number 2.',
    'A steward has hidden this',
    'About the plan, please.',
    `/posts/${postId}/replies/${replyId}/edit`,
    `/look-again/${caseId}`,
  ])
    expect(own).toContain(part)
  expect(own).not.toContain('Jun')
  expect(await page(sol, `/posts/${postId}`)).toContain(`href="/reports/${caseId}"`)
  expect(await page(asha, '/reports')).toContain('It is hidden now.')
  const kept = await place.house.db
    .selectFrom('decisions')
    .select(['what', 'decided_by', 'reason'])
    .where('case_id', '=', caseId)
    .execute()
  expect(kept).toEqual([{ what: 'hide', decided_by: jun.id, reason: 'About the plan, please.' }])
})

test('MEND-1 the reporter stays unnamed to the author on every page the author can open', async () => {
  const cleo = await place.member('Cleomarker')
  const { caseId, replyId } = await reported(cleo)
  await decide(jun, caseId, 'hide')
  for (const path of [
    `/posts/${postId}`,
    `/look-again/${caseId}`,
    '/reports',
    `/posts/${postId}/replies/${replyId}/edit`,
  ])
    expect(await page(ben, path)).not.toContain('Cleomarker')
  expect((await place.as(ben).get(`/reports/${caseId}`)).status).toBe(404)
})

test('of two stewards who decide at the same moment one counts, and the other is told who was quicker', async () => {
  const { caseId } = await reported()
  const results = await Promise.allSettled([
    decide(jun, caseId, 'hide'),
    decide(sol, caseId, 'fine', { toReporter: 'Nothing needed.' }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const failed = results.find((one) => one.status === 'rejected')!
  const quicker = results[0]!.status === 'fulfilled' ? 'Jun' : 'Sol'
  expect(failed.reason).toMatchObject({ code: 'already_decided', status: 409 })
  expect(failed.reason.sentence(inEnglish)).toMatch(new RegExp(`^${quicker} was quicker`))
  expect(
    await place.house.db.selectFrom('decisions').select('id').where('case_id', '=', caseId).execute(),
  ).toHaveLength(1)
})

test('who comes second keeps what they wrote', async () => {
  const { caseId } = await reported()
  await decide(jun, caseId, 'fine', { reason: '', toReporter: 'Thank you.' })
  const late = await place
    .as(sol)
    .form(`/reports/${caseId}/hide`, { seen: '0', reason: 'My long and careful reason.', toReporter: '' })
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain('Jun was quicker: nothing was needed.')
  expect(text).toContain('My long and careful reason.')
})

test('“Nothing needed” leaves the words and the author alone, keeps no copy, and answers the reporter', async () => {
  const { caseId, replyId } = await reported()
  await decide(jun, caseId, 'fine', { reason: '', toReporter: 'We read it with care.' })
  expect(await page(asha, '/reports')).toContain('We read it with care.')
  const thread = await page(ben, `/posts/${postId}`)
  expect(thread).toContain(`id="r-${replyId}"`)
  expect(thread.includes(`/look-again/${caseId}`)).toBe(false)
  const row = await place.house.db
    .selectFrom('cases')
    .select(['said', 'state'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  expect(row).toEqual({ said: '', state: 'fine' })
})

test('nobody decides about themselves or on their own report, and who is alone is told plainly', async () => {
  const mine = await reported(asha, jun)
  expect((await place.as(jun).get(`/reports/${mine.caseId}`)).status).toBe(404)
  await expect(decide(jun, mine.caseId, 'fine')).rejects.toMatchObject({ status: 404 })
  const byMe = await reported(jun)
  expect(await page(jun, `/reports/${byMe.caseId}`)).toContain(
    'You reported this yourself, so a colleague decides.',
  )
  await expect(decide(jun, byMe.caseId, 'fine')).rejects.toMatchObject({ code: 'own_report' })
  await decide(sol, byMe.caseId, 'fine')

  const alone = await makeTestApp()
  const [only, someone] = [
    await alone.member('Only', { role: 'administrator' }),
    await alone.member('Someone'),
  ]
  const there = await alone.post(someone, await alone.space('small'))
  const { caseId } = await reportEntry(alone.house, only.viewer, {
    postId: there,
    replyId: null,
    wish: 'note',
    note: '',
  })
  expect(await (await alone.as(only).get(`/reports/${caseId}`)).text()).toContain(
    'There is nobody else yet who could',
  )
  expect(await (await alone.as(only).get('/today')).text()).toContain(
    'One report waits that you cannot decide',
  )
  const own = await alone.post(only, await alone.space('other'))
  await alone.as(someone).form('/report', { post: own, wish: 'note' })
  expect(await (await alone.as(someone).get('/reports?sent=1')).text()).toContain(
    'waits until a second person looks after this place',
  )
  await alone.close()
})

test('a closed space’s cases are for its own stewards and for administrators', async () => {
  const closed = await place.space('closed', { visibility: 'invited', people: [asha, ben, sol] })
  const thread = await place.post(asha, closed, { title: 'Inside' })
  const { caseId } = await reported(asha, ben, thread)
  expect((await place.as(jun).get(`/reports/${caseId}`)).status).toBe(404)
  expect((await place.as(sol).get(`/reports/${caseId}`)).status).toBe(200)
  const outside = await page(ines, `/reports/${caseId}`)
  expect(outside).toContain('You never read')
  expect(outside).toContain('Inside')
  await expect(decide(jun, caseId, 'hide')).rejects.toMatchObject({ status: 404 })
  await decide(ines, caseId, 'hide')
})

test('members, hosts and visitors find no case and no day of a steward', async () => {
  const { caseId } = await reported()
  const host = await place.member('Hana', { role: 'host' })
  for (const who of [asha, ben, host]) {
    expect((await place.as(who).get(`/reports/${caseId}`)).status).toBe(404)
    expect((await place.as(who).get('/today')).status).toBe(404)
    expect((await place.as(who).form(`/reports/${caseId}/hide`, { seen: '0', reason: 'x' })).status).toBe(404)
  }
  expect((await place.as(undefined).get(`/reports/${caseId}`)).status).toBe(303)
})

test('a steward who has blocked one of them leaves the case to others; being blocked is no way around stewards', async () => {
  const { caseId } = await reported()
  const tam = await place.member('Tam', { role: 'steward' })
  await place.house.db
    .transaction()
    .execute((trx) =>
      addBlock(trx, { communityId: place.communityId, ownerId: tam.id, otherId: ben.id }, new Date()),
    )
  expect((await place.as(tam).get(`/reports/${caseId}`)).status).toBe(404)
  const una = await place.member('Una', { role: 'steward' })
  await place.house.db
    .transaction()
    .execute((trx) =>
      addBlock(trx, { communityId: place.communityId, ownerId: ben.id, otherId: una.id }, new Date()),
    )
  await place.house.db
    .transaction()
    .execute((trx) =>
      addBlock(trx, { communityId: place.communityId, ownerId: asha.id, otherId: una.id }, new Date()),
    )
  const text = await page(una, `/reports/${caseId}`)
  expect(text).toContain('You never read')
  expect(text).toContain('What A member wishes')
  await decide(una, caseId, 'hide')
})

test('“Ask a colleague” leaves the case open with a note', async () => {
  const { caseId } = await reported()
  await decide(jun, caseId, 'note', { reason: 'Sol, you know them both.' })
  expect(await page(sol, `/reports/${caseId}`)).toContain('Sol, you know them both.')
  await decide(sol, caseId, 'fine')
})

test('the author changes it, asks again, and reads that it is back', async () => {
  const { caseId, replyId } = await reported()
  await decide(jun, caseId, 'hide')
  const asked = await place
    .as(ben)
    .form(`/look-again/${caseId}`, { kind: 'changed', words: 'I took the sentence out.' })
  expect(asked.headers.get('location')).toContain(`r-${replyId}`)
  expect(await page(ben, `/posts/${postId}`)).toContain('You asked for another look.')
  expect(await page(jun, `/reports/${caseId}`)).toContain('I took the sentence out.')
  await decide(jun, caseId, 'restore', {
    seen: 1,
    reason: 'Thank you for changing it.',
    toReporter: 'It was changed, and is back.',
  })
  expect(await page(asha, `/posts/${postId}`)).toContain(`id="r-${replyId}"`)
  expect(await page(ben, `/look-again/${caseId}`)).toContain('It is back in its place.')
  await expect(
    askAgain(place.house, ben.viewer, { caseId, kind: 'changed', words: '' }),
  ).rejects.toMatchObject({ code: 'not_hidden' })
})

test('MEND-5 “This seems wrong” is answered by somebody who did not decide it, who may also be the one to put it back', async () => {
  const { caseId } = await reported()
  await decide(jun, caseId, 'hide')
  await expect(
    askAgain(place.house, asha.viewer, { caseId, kind: 'wrong', words: 'x' }),
  ).rejects.toMatchObject({ status: 404 })
  await expect(
    askAgain(place.house, ben.viewer, { caseId, kind: 'wrong', words: ' ' }),
  ).rejects.toMatchObject({ code: 'words_missing' })
  await askAgain(place.house, ben.viewer, { caseId, kind: 'wrong', words: 'I meant the list, not Asha.' })
  await expect(decide(jun, caseId, 'keep', { seen: 1 })).rejects.toMatchObject({ code: 'somebody_else' })
  expect(await page(jun, `/reports/${caseId}`)).toContain('so a colleague answers the author')
  await decide(sol, caseId, 'keep', { seen: 1, reason: 'Read twice; it stays.' })
  expect(await page(ben, `/look-again/${caseId}`)).toContain('Read twice; it stays.')
})

test('a decision needs a reason, and a case whose words were taken back cannot be hidden', async () => {
  const { caseId, replyId } = await reported()
  const empty = await place
    .as(jun)
    .form(`/reports/${caseId}/hide`, { seen: '0', reason: '  ', toReporter: 'kept' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Say why, in a sentence or two.')
  await place.house.db
    .updateTable('replies')
    .set({ deleted_at: new Date(), body: '', html: '' })
    .where('id', '=', replyId)
    .execute()
  await expect(decide(jun, caseId, 'hide')).rejects.toMatchObject({ code: 'entry_gone' })
  const text = await page(jun, `/reports/${caseId}`)
  expect(text).toContain('Its author has taken it back since.')
  expect(text).toContain('You never read')
})

test('an unnamed author stays unnamed in the case', async () => {
  const long = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const secret = await place.member('Secretmarker')
  const thread = await place.post(secret, long, { unnamed: true, title: 'Nights', body: 'They are long.' })
  const { caseId } = await reportEntry(place.house, asha.viewer, {
    postId: thread,
    replyId: null,
    wish: 'note',
    note: '',
  })
  const text = await page(jun, `/reports/${caseId}`)
  expect(text).toContain('They are long.')
  expect(text).not.toContain('Secretmarker')
  expect(text).not.toContain(secret.id)
  expect(await page(jun, `/reports/${caseId}/hide`)).not.toContain('Secretmarker')
})

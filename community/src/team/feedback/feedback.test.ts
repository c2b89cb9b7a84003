import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { addBlock, addMute } from '../../bounds/index.ts'
import { deliverEvents, listenersOf, record } from '../../foundation/index.ts'
import { answerFeedback, putOffFeedback, takeAnswerBack } from './answer-feedback.ts'
import { type Asking, askFeedback } from './ask-feedback.ts'
import { closeFeedback, deleteAnswer, deleteFeedback } from './keep-feedback.ts'
import { readFeedback, readOwnFeedback } from './read-feedback.ts'
import { invitationsOf } from './store.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let theo: TestMember
let jun: TestMember
let ines: TestMember
let young: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  theo = await place.member('Theo Tram')
  jun = await place.member('Jun', { role: 'steward' })
  ines = await place.member('Ines', { role: 'administrator' })
  young = await place.member('Young', { under18: true })
  const people = [mira, noor, theo, jun, young]
  await place.space('rota', { kind: 'team', visibility: 'invited', people })
})
beforeEach(async () => {
  await deliverEvents(place.house, listenersOf(place.house.features))
  await place.house.pool.query(`delete from feedback_asks; delete from feedback_invited; delete from feedback_answers;
    delete from limits; delete from blocks; delete from mutes; delete from attention_uses; delete from notices`)
  place.house.clock.forward(120_000)
})
afterAll(() => place?.close())

const day = (days: number) =>
  new Date(place.house.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const ask = (who: TestMember, given: Partial<Asking> = {}) =>
  askFeedback(place.house, who.viewer, {
    about: 'My talk on Tuesday',
    people: given.space ? [] : ['Noor'],
    until: day(7),
    zone: 'UTC',
    ...given,
  })
const parts = { helped: 'You let them finish.', seen: '', effect: '', wish: '' }
const answer = (who: TestMember, id: string, given: object = {}) =>
  answerFeedback(place.house, who.viewer, id, { ...parts, ...given })
const code = (made: Promise<unknown>) =>
  made.then(
    () => 'fine',
    (error: { code?: string }) => error.code,
  )
const asked = async (who: TestMember) =>
  (await invitationsOf(place.house, who.viewer, { limit: 10 })).map(({ id }) => id)
const came = async (id: string) => (await readFeedback(place.house, mira.viewer, id)).answers
const apart = (add: typeof addBlock, owner: TestMember, other: TestMember) =>
  place.house.db
    .transaction()
    .execute((trx) =>
      add(
        trx,
        { communityId: place.communityId, ownerId: owner.id, otherId: other.id },
        place.house.clock.now(),
      ),
    )
const told = async () => {
  await deliverEvents(place.house, listenersOf(place.house.features))
  const rows = await place.house.db.selectFrom('notices').select(['member_id', 'kind']).execute()
  return rows.map(({ member_id, kind }) => `${kind} ${member_id}`)
}

test('THANKS-7 asked, answered, read by who asked alone; no role reads it', async () => {
  const id = await ask(mira, { people: ['noor', 'Theo Tram'] })
  expect(await asked(noor)).toEqual([id])
  expect(await asked(jun)).toEqual([])
  const three = { seen: 'Slide four was skipped.', effect: 'I lost the thread.', wish: 'Keep it next time.' }
  await answer(noor, id, three)
  expect(await asked(noor)).toEqual([])
  expect(await came(id)).toMatchObject([{ ...parts, ...three, writer: { name: 'Noor' } }])
  for (const other of [noor, theo, jun, ines]) {
    expect(await code(readFeedback(place.house, other.viewer, id))).toBe('not_found')
    for (const path of [`/feedback/${id}`, `/api/v1/feedback/${id}`])
      expect((await place.as(other).get(path)).status).toBe(404)
    expect((await readOwnFeedback(place.house, other.viewer, {})).asks).toEqual([])
  }
  const page = await (await place.as(mira).get(`/feedback/${id}`)).text()
  expect(page).toContain('Slide four was skipped.')
  expect(page).toContain(`/thank?member=${noor.handle}`)
  expect(page).toContain('You asked Noor and Theo Tram.')
})

test('THANKS-7 "not now" leaves nothing: not in a row, an event, a page of who asked', async () => {
  const id = await ask(mira, { people: ['noor', 'theo-tram'] })
  const pages = async () => {
    const texts = []
    for (const path of ['/feedback', `/feedback/${id}`, '/notices', '/feedback/export.json']) {
      const text = await (await place.as(mira).get(path)).text()
      texts.push(/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text)
    }
    return texts
  }
  await deliverEvents(place.house, listenersOf(place.house.features))
  const rows = async () => ({
    asks: await place.house.db.selectFrom('feedback_asks').selectAll().execute(),
    events: await place.house.db.selectFrom('events').select('id').execute(),
    answers: await place.house.db.selectFrom('feedback_answers').selectAll().execute(),
  })
  const [before, kept] = [await pages(), await rows()]
  await putOffFeedback(place.house, noor.viewer, id)
  expect(await pages()).toEqual(before)
  expect(await rows()).toEqual(kept)
  expect(await asked(noor)).toEqual([])
  expect(await code(answer(noor, id))).toBe('not_found')
  expect(await code(putOffFeedback(place.house, noor.viewer, id))).toBe('not_found')
  // What is told of it goes with it.
  expect(await (await place.as(noor).get('/notices')).text()).not.toContain('your feedback')
})

test('THANKS-7 a quiet notice, without words, within the budget: once a day, twice a week', async () => {
  for (const about of ['One', 'Two']) await ask(mira, { about })
  for (const about of ['Three', 'Four']) await ask(theo, { about })
  expect((await told()).filter((line) => line.startsWith('feedback-asked'))).toEqual([
    `feedback-asked ${noor.id}`,
  ])
  expect(await asked(noor)).toHaveLength(4)
  const page = await (await place.as(noor).get('/notices')).text()
  expect(page).toContain('Mira would like')
  expect(page).not.toContain('One')
  const [first] = await asked(noor)
  await answer(noor, first!)
  expect(await told()).toContain(`feedback-given ${mira.id}`)
  expect(await (await place.as(mira).get('/notices')).text()).toContain('Noor gave you')
})

test('THANKS-7 who wants just the conversation is told nothing, and finds it on their page', async () => {
  await place.as(noor).json('PATCH', '/api/v1/attention', { quiet: true })
  const id = await ask(mira)
  expect(await told()).toEqual([])
  expect(await asked(noor)).toEqual([id])
  await place.as(noor).json('PATCH', '/api/v1/attention', { quiet: false })
})

test('THANKS-7 the people of a team: all of them but who is under 18, apart, or not in it', async () => {
  await apart(addMute, theo, mira)
  const id = await ask(mira, { space: 'rota' })
  expect(await asked(noor)).toEqual([id])
  expect(await asked(jun)).toEqual([id])
  for (const one of [theo, young, ines]) expect(await asked(one)).toEqual([])
  expect(await (await place.as(mira).get(`/feedback/${id}`)).text()).toContain('the people of rota')
  expect(await code(ask(ines, { space: 'rota' }))).toBe('space_not_askable')
  await place.space('garden')
  expect(await code(ask(mira, { space: 'garden' }))).toBe('space_not_askable')
})

test('THANKS-7 a block on either side: not found, not asked, not read', async () => {
  const id = await ask(mira, { people: ['noor', 'theo-tram'] })
  await answer(noor, id)
  await apart(addBlock, noor, mira)
  await apart(addBlock, mira, theo)
  expect(await came(id)).toEqual([])
  expect(await asked(theo)).toEqual([])
  expect(await code(answer(theo, id))).toBe('not_found')
  for (const people of [['noor'], ['theo-tram'], ['Nobody Known'], ['Young']])
    expect(await code(ask(mira, { people }))).toBe('not_askable')
})

test('THANKS-7 who muted the asker is asked in vain, and the asker sees nothing of that', async () => {
  await apart(addMute, noor, mira)
  const id = await ask(mira)
  expect(await asked(noor)).toEqual([])
  expect(await told()).toEqual([])
  expect(await (await place.as(mira).get(`/feedback/${id}`)).text()).toContain('You asked Noor.')
})

test('THANKS-7 whom one muted oneself is not asked, and one is told why', async () => {
  await apart(addMute, mira, noor)
  expect(await code(ask(mira))).toBe('muted_by_you')
  const id = await ask(mira, { space: 'rota' })
  expect(await asked(noor)).toEqual([])
  expect(await asked(jun)).toEqual([id])
})

test('THANKS-7 limits: two open at once, five people, 30 days; a refusal says what to do', async () => {
  await ask(mira, { about: 'One' })
  const two = await ask(mira, { about: 'Two' })
  expect(await ask(mira, { about: 'Two' })).toBe(two)
  expect(await code(ask(mira, { about: 'Three' }))).toBe('enough_open')
  await closeFeedback(place.house, mira.viewer, two)
  expect(await asked(noor)).toHaveLength(1)
  expect(await code(ask(mira, { about: 'Three' }))).toBe('fine')
  await place.house.pool.query('update feedback_asks set closed_at = now()')
  expect(await code(ask(mira, { about: 'Four' }))).toBe('fine')
  await place.house.pool.query('update feedback_asks set closed_at = now()')
  expect(await code(ask(mira, { about: 'Five' }))).toBe('enough_this_week')
  expect(await code(ask(theo, { people: ['a', 'b', 'c', 'd', 'e', 'f'] }))).toBe('too_many_people')
  expect(await code(ask(theo, { people: ['Theo Tram'] }))).toBe('not_yourself')
  expect(await code(ask(theo, { people: [] }))).toBe('whom_missing')
  expect(await code(ask(theo, { people: ['Noor'], space: 'rota' }))).toBe('whom_unclear')
  expect(await code(ask(theo, { about: ' ' }))).toBe('about_missing')
  expect(await code(ask(theo, { about: 'x'.repeat(141) }))).toBe('about_too_long')
  for (const until of ['', day(-1), day(40)]) expect(await code(ask(theo, { until }))).toBe('until_unfitting')
  expect(await code(ask(young, {}))).toBe('closed_here')
})

test('THANKS-7 a form that is refused comes back with all that was typed', async () => {
  const id = await ask(mira)
  const refused = await place.as(noor).form(`/feedback/asked/${id}`, {
    helped: 'Calm.',
    seen: 'Slide four was skipped.',
    asked: 'yes',
  })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('What did it do? These three belong together.')
  expect(page).toContain('Slide four was skipped.')
  const asking = await place.as(theo).form('/feedback/new', {
    about: 'The ramp',
    people: 'Nobody Known',
    until: day(3),
    asked: 'yes',
  })
  expect(asking.status).toBe(422)
  expect(await asking.text()).toContain('“Nobody Known” cannot be asked.')
})

test('THANKS-7 what may hurt meets the pause like every message', async () => {
  const id = await ask(mira)
  const fields = {
    helped: '',
    seen: 'You are a stupid idiot.',
    effect: 'I hate you.',
    wish: 'Get lost, idiot.',
  }
  const paused = await place.as(noor).form(`/feedback/asked/${id}`, fields)
  expect(paused.status).toBe(200)
  const page = await paused.text()
  expect(page).toContain('name="way" value="post"')
  expect(await came(id)).toEqual([])
  const mark = /name="asked" value="([^"]+)"/.exec(page)![1]!
  const posted = await place.as(noor).form(`/feedback/asked/${id}`, { ...fields, asked: mark, way: 'post' })
  expect(posted.status).toBe(303)
  expect(await came(id)).toHaveLength(1)
})

test('THANKS-7 taken back for ten minutes, given again; pressed twice it is one; closed and deleted by who asked', async () => {
  const id = await ask(mira, { people: ['noor', 'theo-tram'] })
  await Promise.all([answer(noor, id), answer(noor, id)])
  expect(await came(id)).toHaveLength(1)
  await takeAnswerBack(place.house, noor.viewer, id)
  expect(await came(id)).toEqual([])
  await answer(noor, id, { helped: 'Better said.' })
  place.house.clock.forward(11 * 60_000)
  expect(await code(takeAnswerBack(place.house, noor.viewer, id))).toBe('not_found')
  const [one] = await came(id)
  expect(await code(deleteAnswer(place.house, jun.viewer, { askId: id, id: one!.id }))).toBe('not_found')
  await closeFeedback(place.house, mira.viewer, id)
  expect(await code(answer(theo, id))).toBe('not_found')
  await deleteAnswer(place.house, mira.viewer, { askId: id, id: one!.id })
  expect(await came(id)).toEqual([])
  expect(await code(deleteFeedback(place.house, ines.viewer, id))).toBe('not_found')
  await deleteFeedback(place.house, mira.viewer, id)
  expect(await code(readFeedback(place.house, mira.viewer, id))).toBe('not_found')
})

test('THANKS-7 after its last day nobody can answer, and what came stays', async () => {
  const id = await ask(mira, { people: ['noor', 'theo-tram'], until: day(0) })
  await answer(noor, id)
  place.house.clock.forward(86_400_000)
  expect(await asked(theo)).toEqual([])
  expect(await code(answer(theo, id))).toBe('not_found')
  expect(await came(id)).toHaveLength(1)
})

test('THANKS-7 whoever leaves takes their questions along; what they answered stays with who asked', async () => {
  const id = await ask(mira, { people: ['noor'] })
  await answer(noor, id)
  const theirs = await ask(noor, { people: ['mira'] })
  const left = { communityId: place.communityId, kind: 'member-left', actorId: noor.id, memberId: noor.id }
  await place.house.db.transaction().execute((trx) => record(trx, left, place.house.clock.now()))
  await deliverEvents(place.house, listenersOf(place.house.features))
  expect(await code(readFeedback(place.house, noor.viewer, theirs))).toBe('not_found')
  expect(await came(id)).toHaveLength(1)
})

test('THANKS-7 the API: the same, by token; who asked alone takes a copy along', async () => {
  const asking = { about: 'The ramp', people: ['noor'], until: day(3) }
  const made = await place.as(mira).json('POST', '/api/v1/feedback', asking)
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const forNoor = await (await place.as(noor).get('/api/v1/feedback/asked')).json()
  expect(forNoor).toMatchObject({ items: [{ id, about: 'The ramp', from: { handle: 'mira' } }] })
  const at = `/api/v1/feedback/asked/${id}/answer`
  expect((await place.as(noor).json('PUT', at, { seen: 'It is steep.' })).status).toBe(422)
  expect((await place.as(noor).json('PUT', at, { helped: 'It is there.' })).status).toBe(204)
  const mine = JSON.stringify(await (await place.as(mira).get('/api/v1/feedback')).json())
  expect(mine).toContain('It is there.')
  expect(mine).not.toMatch(/"(total|count|declined|silent)/)
  const copy = await place.as(mira).get('/feedback/export.json')
  expect(copy.headers.get('content-disposition')).toContain('feedback.json')
  expect(await copy.text()).toContain('It is there.')
  expect(await (await place.as(jun).get('/feedback/export.json')).json()).toEqual({ feedback: [] })
})

import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver, reached } from '../../../test/kit/notices.ts'
import { asManyWriters } from '../../../test/kit/writers.ts'
import { setBounds } from '../../bounds/index.ts'
import { addIdea, takeIdeaAway } from './add-idea.ts'
import { didAct, takeStoryBack, tellStory, undoAct } from './do-act.ts'
import { readAct, readActs, readDone, readStories, readToday } from './read-acts.ts'

const DAY = 86_400_000
let place: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  await asManyWriters(place, 12)
})
afterAll(() => place?.close())

const add = async (words: string, by = mira) => {
  const id = await addIdea(place.house, by.viewer, words)
  place.house.clock.forward(1_000)
  return id
}
const today = async (viewer = noor) => (await readToday(place.house, viewer.viewer))?.id
const code = (doing: Promise<unknown>) =>
  doing.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  )

test('SHINE-6 one idea stands on the page each day, the same for everybody, none again before all were there', async () => {
  const ids = [await add('Leave a note.'), await add('Return two trolleys.'), await add('Ring somebody.')]
  const seen = []
  for (let day = 0; day < 6; day++) {
    const both = await Promise.all([today(mira), today(noor), today(jun)])
    expect(new Set(both).size).toBe(1)
    expect(await today()).toBe(both[0])
    seen.push(both[0])
    place.house.clock.forward(DAY)
    await asManyWriters(place, 12)
  }
  expect(new Set(seen.slice(0, 3))).toEqual(new Set(ids))
  expect(seen.slice(3)).toEqual(seen.slice(0, 3))
})

test('SHINE-6 "I did this" is seen by who did alone: no page, answer, notice or event tells it', async () => {
  const id = await add('Leave a note.')
  const look = async () =>
    Promise.all(
      [mira, jun].flatMap((viewer) =>
        [
          '/kind-acts',
          `/kind-acts/${id}`,
          '/',
          '/notices',
          '/members/noor',
          `/api/v1/kind-acts/${id}`,
          '/api/v1/kind-acts',
        ].map(async (path) => (await place.as(viewer).get(path)).text()),
      ),
    )
  const before = await look()
  const events = await place.house.db.selectFrom('events').select('id').execute()
  await didAct(place.house, noor.viewer, id)
  await didAct(place.house, noor.viewer, id)
  await deliver(place.house)
  expect(await look()).toEqual(before)
  expect(await place.house.db.selectFrom('events').select('id').execute()).toEqual(events)
  expect(await reached(place.house, mira)).toEqual([])
  expect((await readDone(place.house, noor.viewer, {})).done.map(({ act }) => act.id)).toEqual([id])
  expect((await readDone(place.house, mira.viewer, {})).done).toEqual([])
  await undoAct(place.house, noor.viewer, id)
  expect((await readAct(place.house, noor.viewer, id))!.did).toBe(false)
})

test('SHINE-6 a story is told by who did it, kept to themselves again, taken away by stewards; three are shown, without a total', async () => {
  const { house } = place
  const id = await add('Leave a note.')
  const tellers = [noor, jun, await place.member('Theo'), await place.member('Asha')]
  for (const teller of tellers) {
    await tellStory(house, teller.viewer, id, `Told by ${teller.name}.`)
    house.clock.forward(1_000)
  }
  const told = await readStories(house, mira.viewer, id)
  expect(told).toMatchObject({ stories: [{ name: 'Asha' }, { name: 'Theo' }, { name: 'Jun' }], others: true })
  await takeStoryBack(house, noor.viewer, id, noor.id)
  expect((await readAct(house, noor.viewer, id))!).toMatchObject({ did: true, told: false })
  expect(await code(takeStoryBack(house, mira.viewer, id, tellers[3]!.id))).toBe('not_found')
  await takeStoryBack(house, jun.viewer, id, tellers[3]!.id)
  expect((await readStories(house, mira.viewer, id)).others).toBe(false)
})

test('SHINE-6 an idea is taken away by its author or a steward, and its day gets another', async () => {
  const { house } = place
  await add('Leave a note.')
  await add('Ring somebody.')
  const first = (await today())!
  expect(await code(takeIdeaAway(house, noor.viewer, first))).toBe('not_found')
  await takeIdeaAway(house, mira.viewer, first)
  const second = (await today())!
  expect(second).not.toBe(first)
  await takeIdeaAway(house, jun.viewer, second)
  expect(await today()).toBeUndefined()
})

test('SHINE-6 pressed twice at once it is there once; empty and too long are refused with a sentence', async () => {
  const { house } = place
  const both = await Promise.all([add('Leave a note.'), add('Leave a note.')])
  expect(both[0]).toBe(both[1])
  expect(await code(add('  '))).toBe('words_missing')
  expect(await code(add('x'.repeat(281)))).toBe('words_too_long')
  for (let one = 0; one < 3; one++) await add(`Idea ${one}`)
  expect(await code(add('One more'))).toBe('enough_today')
  expect((await readActs(house, noor.viewer, {})).acts).toHaveLength(4)
})

test('SHINE-6 boundaries hold: nothing of somebody behind a block, on any day', async () => {
  const { house } = place
  const theirs = await add('Leave a note.', mira)
  const other = await add('Ring somebody.', jun)
  await tellStory(house, mira.viewer, other, 'I rang.')
  await setBounds(house, noor.viewer, mira.handle, 'block')
  for (let day = 0; day < 2; day++) {
    expect(await today()).toBe(other)
    house.clock.forward(DAY)
    await asManyWriters(place, 12)
  }
  expect(await readAct(house, noor.viewer, theirs)).toBeUndefined()
  expect(await code(didAct(house, noor.viewer, theirs))).toBe('not_found')
  expect((await readStories(house, noor.viewer, other)).stories).toEqual([])
})

test('SHINE-6 nothing of whom I muted stands before me; without any idea nobody waits for another', async () => {
  const { house } = place
  await house.db.transaction().execute(async (trx) => {
    const lock = `kind-act ${place.communityId}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx)
    expect(await today()).toBeUndefined()
  })
  const theirs = await add('Leave a note.', mira)
  const other = await add('Ring somebody.', jun)
  await setBounds(house, noor.viewer, mira.handle, 'mute')
  for (let day = 0; day < 2; day++) {
    expect(await today()).toBe(other)
    house.clock.forward(DAY)
    await asManyWriters(place, 12)
  }
  expect((await readActs(house, noor.viewer, {})).acts.map(({ id }) => id)).toEqual([other])
  expect((await readAct(house, noor.viewer, theirs))!.id).toBe(theirs)
})

test('SHINE-6 while there is no idea, the front page leads to adding one', async () => {
  const front = async () => (await place.as(noor).get('/')).text()
  expect(await front()).toContain('href="/kind-acts/new"')
  await add('Leave a note.')
  expect(await front()).not.toContain('href="/kind-acts/new"')
  expect(await front()).toContain('Leave a note.')
})

test('START-2 below twelve who write there are no kind acts', async () => {
  await add('Leave a note.')
  place.house.clock.forward(31 * DAY)
  for (const path of ['/kind-acts', '/kind-acts/new', '/api/v1/kind-acts'])
    expect((await place.as(noor).get(path)).status).toBe(404)
  expect(await code(add('Ring somebody.'))).toBe('not_open_yet')
  expect(await (await place.as(noor).get('/')).text()).not.toContain('/kind-acts')
})

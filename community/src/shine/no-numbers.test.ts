import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { asManyWriters } from '../../test/kit/writers.ts'
import { API_ROOT } from '../foundation/index.ts'
import {
  addIdea,
  answerSpotlight,
  askOne,
  becomeHost,
  didAct,
  drawThree,
  tellStory,
  writeAbout,
} from './index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let hal: TestMember
let crowd: TestMember[]
let act: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  hal = await place.member('Hal')
  crowd = []
  for (let one = 0; one < 50; one++) crowd.push(await place.member(`Friend ${one}`))
  const garden = await place.space('garden')
  for (const one of [mira, noor]) await place.post(one, garden)
  await asManyWriters(place)
  act = await addIdea(place.house, mira.viewer, 'Ring somebody.')
  place.house.clock.forward(1_000)
  await addIdea(place.house, noor.viewer, 'Leave a note.')
  await writeAbout(place.house, hal.viewer, mira.handle, 'She waited.')
  await writeAbout(place.house, hal.viewer, noor.handle, 'She rang.')
  await becomeHost(place.house, hal.viewer)
})
afterAll(() => place?.close())

const pages = ['/', '/spaces', '/spotlight', '/spotlight/host', '/kind-acts', '/members/mira', '/notices']
const answers = [
  '/spotlight',
  '/spotlight/host',
  '/spotlight/kept',
  '/kind-acts',
  '/kind-acts/today',
  '/kind-acts/done',
  '/members/mira',
  '/posts',
]

/** Everything that others read, in the order in which they read it. */
const look = (viewer: TestMember) =>
  Promise.all(
    [
      ...pages,
      `/kind-acts/${act}`,
      ...answers.map((path) => API_ROOT + path),
      `${API_ROOT}/kind-acts/${act}`,
    ].map(async (path) => (await place.as(viewer).get(path)).text()),
  )

/** Numbers anywhere in an answer. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

test('SHINE-3, SHINE-6 fifty more words about one, and fifty who did one act, change nothing that anybody else reads', async () => {
  const before = [await look(noor), await look(hal)]
  for (const one of crowd) {
    await writeAbout(place.house, one.viewer, mira.handle, 'Thank you for the ladder.')
    await didAct(place.house, one.viewer, act)
  }
  expect([await look(noor), await look(hal)]).toEqual(before)
})

test('SHINE-3 the lot is the same for one sentence as for fifty-one', async () => {
  const drawn = await drawThree(place.house, hal.viewer)
  expect([...drawn].sort()).toEqual([mira.id, noor.id].sort())
  const { rows } = await place.house.pool.query('select about_id from spotlight_words where about_id = $1', [
    mira.id,
  ])
  expect(rows).toHaveLength(51)
  await place.house.pool.query('delete from spotlight_draws')
  await place.house.pool.query('delete from spotlight_words where about_id = $1 and writer_id <> $2', [
    mira.id,
    hal.id,
  ])
  expect(await drawThree(place.house, hal.viewer)).toEqual(drawn)
})

test('SHINE-3 what is shown is three sentences at most, with no number and no total', async () => {
  for (const one of crowd) await writeAbout(place.house, one.viewer, mira.handle, 'Thank you for the ladder.')
  await askOne(place.house, hal.viewer, mira.id)
  const { rows } = await place.house.pool.query('select id from spotlights')
  await answerSpotlight(place.house, mira.viewer, rows[0].id, 'yes')
  const shown = (await (await place.as(noor).get(`${API_ROOT}/spotlight`)).json()) as {
    spotlight: { sentences: unknown[] }
  }
  expect(shown.spotlight.sentences).toHaveLength(3)
  expect(Object.keys(shown.spotlight).sort()).toEqual(['id', 'person', 'sentences', 'until'])
  const page = await (await place.as(noor).get('/spotlight')).text()
  expect(page.match(/<blockquote/g)).toHaveLength(3)
  // What is read, without addresses: an id may hold any figure.
  expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(/5[01]/)
})

test('SHINE-6 stories: three at most, and of the others only that there are some', async () => {
  for (const one of crowd.slice(0, 8)) await tellStory(place.house, one.viewer, act, 'It went well.')
  const told = (await (await place.as(noor).get(`${API_ROOT}/kind-acts/${act}`)).json()) as {
    stories: unknown[]
  }
  expect(told.stories).toHaveLength(3)
  expect(Object.keys(told).sort()).toEqual(['act', 'others', 'stories'])
})

test('SHINE-3, SHINE-6 no answer of the API holds a number', async () => {
  for (const path of [...answers.filter((one) => /spotlight|kind/.test(one)), `/kind-acts/${act}`])
    for (const viewer of [mira, noor, hal]) {
      const answer: unknown = await (await place.as(viewer).get(API_ROOT + path)).json()
      expect([path, numbersIn(answer)]).toEqual([path, []])
    }
})

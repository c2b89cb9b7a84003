import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { hasReached, stageFor, stageOf } from './stage.ts'

let place: TestApp
let space: Space
let people: TestMember[]
const DAY = 86_400_000
const now = () => stageOf(place.house, place.communityId)

beforeAll(async () => {
  place = await makeTestApp()
  space = await place.space('garden')
  people = []
  for (let number = 0; number < 12; number++) people.push(await place.member(`Person ${number}`))
})
afterAll(() => place.close())

test('START-2: a table has up to 11 writers, a room 12, a house 50, a village 300', () => {
  expect([0, 11, 12, 49, 50, 299, 300].map(stageFor)).toEqual([
    'table',
    'table',
    'room',
    'room',
    'house',
    'house',
    'village',
  ])
  expect(hasReached('house', 'room')).toBe(true)
  expect(hasReached('room', 'room')).toBe(true)
  expect(hasReached('table', 'room')).toBe(false)
})

test('START-2: posts and answers count, each person once, for thirty days', async () => {
  const post = await place.post(people[0]!, space)
  for (const person of people.slice(1, 11)) await place.reply(person, post)
  await place.reply(people[1]!, post)
  place.house.clock.forward(2 * 60_000)
  expect(await now()).toBe('table')
  await place.reply(people[11]!, post, { unnamed: false })
  expect(await now()).toBe('table')
  place.house.clock.forward(61_000)
  expect(await now()).toBe('room')
  place.house.clock.forward(31 * DAY)
  expect(await now()).toBe('table')
})

test('START-2: what was taken away no longer counts', async () => {
  for (const person of people) await place.post(person, space)
  place.house.clock.forward(61_000)
  expect(await now()).toBe('room')
  await place.house.db
    .updateTable('posts')
    .set({ deleted_at: place.house.clock.now() })
    .where('author_id', '=', people[0]!.id)
    .execute()
  place.house.clock.forward(61_000)
  expect(await now()).toBe('table')
})

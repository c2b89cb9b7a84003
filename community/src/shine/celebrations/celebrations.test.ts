import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver, reached } from '../../../test/kit/notices.ts'
import { asManyWriters } from '../../../test/kit/writers.ts'
import { setBounds } from '../../bounds/index.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { addLine, cheer, needCelebration, takeLineAway } from './join-in.ts'
import { answerToBeNamed, lookAtReported, reportWords, restNow, switchSpaces } from './look-after.ts'
import { openCelebration } from './open-celebration.ts'
import { readAdded, readPast, readPeople, readStanding } from './read-celebrations.ts'

const DAY = 86_400_000
let place: TestApp
let mira: TestMember
let noor: TestMember
let ben: TestMember
let jun: TestMember
let ines: TestMember
let garden: Space

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  ben = await place.member('Ben')
  jun = await place.member('Jun', { role: 'steward' })
  ines = await place.member('Ines', { role: 'administrator' })
  garden = await place.space('garden')
  await asManyWriters(place, 12)
})
afterAll(() => place?.close())

const ramp = {
  space: 'garden',
  kind: 'together',
  title: 'The ramp carries',
  reached: 'One in fifteen, and dry.',
  words: 'It took three weekends.',
  people: '',
}
const open = (by = mira, given: Partial<typeof ramp> = {}) =>
  openCelebration(place.house, by.viewer, { ...ramp, ...given })
const code = (doing: Promise<unknown>) =>
  doing.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  )
const standing = async (viewer = noor) =>
  (await readStanding(place.house, viewer.viewer, [garden.id])).map(({ title }) => title)
/** Numbers anywhere in an answer. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}
const names = async (id: string, viewer = noor) => {
  const one = await needCelebration(place.house, viewer.viewer, id)
  return (await readPeople(place.house, viewer.viewer, one, 'en')).named.map(({ name }) => name)
}

test('SHINE-4 any member opens one; it stands for two weeks, then rests in the list of its space and is found there', async () => {
  const id = await open()
  expect(await standing()).toEqual(['The ramp carries'])
  place.house.clock.forward(14 * DAY)
  await asManyWriters(place, 12)
  expect(await standing()).toEqual([])
  const past = await readPast(place.house, noor.viewer, garden.id, {})
  expect(past.celebrations.map((one) => one.id)).toEqual([id])
  const list = await (await place.as(noor).get('/spaces/garden/celebrations')).text()
  expect(list).toContain('The ramp carries')
  expect(await code(addLine(place.house, noor.viewer, id, 'Late.'))).toBe('celebration_over')
})

test('SHINE-4 who is asked stands there only after a yes, by the alphabet; nobody learns of a no', async () => {
  const id = await open(mira, { people: '@noor, ben jun' })
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual(['celebration-asked'])
  expect(await names(id)).toEqual([])
  await answerToBeNamed(place.house, noor.viewer, id, 'yes')
  await answerToBeNamed(place.house, ben.viewer, id, 'yes')
  expect(await names(id)).toEqual(['Ben', 'Noor'])
  const one = await needCelebration(place.house, mira.viewer, id)
  const before = await readPeople(place.house, mira.viewer, one, 'en')
  await answerToBeNamed(place.house, jun.viewer, id, 'no')
  expect(await readPeople(place.house, mira.viewer, one, 'en')).toEqual(before)
  await answerToBeNamed(place.house, noor.viewer, id, 'no')
  expect(await names(id)).toEqual(['Ben'])
  expect(await code(answerToBeNamed(place.house, ines.viewer, id, 'yes'))).toBe('not_found')
})

test('SHINE-4 whom nobody can ask here looks the same, for whatever reason; who muted is asked nothing', async () => {
  await place.member('Wendy', { status: 'waiting' })
  await setBounds(place.house, ben.viewer, mira.handle, 'block')
  for (const people of ['nobody', 'wendy', 'ben'])
    expect(await code(open(mira, { people }))).toBe('nobody_of_that_handle')
  await setBounds(place.house, noor.viewer, mira.handle, 'mute')
  const id = await open(mira, { people: 'noor' })
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual([])
  const one = await needCelebration(place.house, mira.viewer, id)
  const { asked } = await readPeople(place.house, mira.viewer, one, 'en')
  expect(asked.map(({ name }) => name)).toEqual(['Noor'])
  expect(await code(open(jun, { people: Array.from({ length: 13 }, (_, at) => `p${at}`).join(' ') }))).toBe(
    'too_many_people',
  )
})

test('SHINE-4 others join with a line or a cheer: three are shown, and that there are others, never how many', async () => {
  const id = await open()
  const friends = []
  for (const name of ['Asha', 'Dot', 'Efua', 'Fran', 'Gus']) {
    const friend = await place.member(name)
    friends.push(friend)
    await addLine(place.house, friend.viewer, id, `${name} was there.`)
    place.house.clock.forward(1_000)
  }
  const first = await readAdded(place.house, noor.viewer, id)
  expect(first.lines.map(({ name }) => name)).toEqual(['Gus', 'Fran', 'Efua'])
  const rest = await readAdded(place.house, noor.viewer, id, first.next)
  expect([rest.lines.map(({ name }) => name), rest.next]).toEqual([['Dot', 'Asha'], undefined])
  for (let one = 0; one < 5; one++) await cheer(place.house, (await place.member(`Cheer ${one}`)).viewer, id)
  const look = async () => (await place.as(noor).get(`/celebrations/${id}`)).text()
  const before = (await look()).replace(/Cheer \d/g, 'Cheer')
  for (let one = 5; one < 25; one++)
    await cheer(place.house, (await place.member(`Cheer ${one % 5}`)).viewer, id)
  expect((await look()).replace(/Cheer \d/g, 'Cheer')).toBe(before)
  await addLine(place.house, friends[0]!.viewer, id, 'Asha says more.')
  await cheer(place.house, friends[0]!.viewer, id)
  const mine = await readAdded(place.house, friends[0]!.viewer, id)
  expect(mine.mine).toBe('Asha says more.')
  await takeLineAway(place.house, friends[0]!.viewer, id, friends[0]!.id)
  expect((await readAdded(place.house, friends[0]!.viewer, id)).mine).toBeUndefined()
  expect(await code(addLine(place.house, mira.viewer, id, 'Me too.'))).toBe('not_found')
  expect(await code(takeLineAway(place.house, noor.viewer, id, friends[1]!.id))).toBe('not_found')
  await takeLineAway(place.house, mira.viewer, id, friends[1]!.id)
})

test('SHINE-4 no answer of the API holds a number, and its opener alone hears that others joined', async () => {
  const id = await open()
  await addLine(place.house, noor.viewer, id, 'I pushed the first barrow.')
  await deliver(place.house)
  expect(await reached(place.house, mira)).toEqual(['celebration-joined'])
  expect(await reached(place.house, ben)).toEqual([])
  for (const path of [`/celebrations/${id}`, '/spaces/garden/celebrations']) {
    const answer: unknown = await (await place.as(ben).get(API_ROOT + path)).json()
    expect(JSON.stringify(answer)).toContain('The ramp carries')
    expect(numbersIn(answer)).toEqual([])
  }
})

test('SHINE-4 two stand in a space, also when four are opened at once; one member opens two in a month; pressed twice it stands once', async () => {
  const both = await Promise.all([open(), open()])
  expect(both[0]).toBe(both[1])
  const others = await Promise.all([noor, ben, jun].map((by) => code(open(by, { title: `By ${by.name}` }))))
  expect(others.sort()).toEqual(['celebrations_full', 'celebrations_full', 'fine'])
  for (let turn = 0; turn < 2; turn++) {
    place.house.clock.forward(14 * DAY + 1)
    await asManyWriters(place, 12)
    expect(await code(open(mira, { title: `Again ${turn}` }))).toBe(turn === 0 ? 'fine' : 'enough_this_month')
  }
})

test('SHINE-4 off in support and family spaces until somebody switches it on; each switch stands in the log', async () => {
  const room = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  expect(await code(open(mira, { space: 'long-haul' }))).toBe('celebrations_off')
  expect((await place.as(noor).get('/spaces/long-haul/celebrations')).status).toBe(404)
  expect(await (await place.as(noor).get('/spaces/long-haul')).text()).not.toContain('/celebrations')
  const on = new Map([[room.id, { opens: true, offers: false }]])
  expect(await code(switchSpaces(place.house, jun.viewer, on))).toBe('not_found')
  await switchSpaces(place.house, ines.viewer, on)
  expect(await code(open(mira, { space: 'long-haul' }))).toBe('fine')
  expect(await (await place.as(ines).get('/admin/audit')).text()).toContain('changed celebrations in')
  await place.as(ines).form('/admin/celebrations', { 'opens-long-haul': 'yes', 'offers-garden': 'yes' })
  expect(await code(open(noor))).toBe('celebrations_off')
})

test('SHINE-4 boundaries hold: nothing from behind a block, muted people stay out of lists, reports hide at once', async () => {
  const id = await open()
  await addLine(place.house, ben.viewer, id, 'I carried sand.')
  await setBounds(place.house, noor.viewer, ben.handle, 'mute')
  expect((await readAdded(place.house, noor.viewer, id)).lines).toEqual([])
  await reportWords(place.house, ines.viewer, id, ben.id)
  expect((await readAdded(place.house, ines.viewer, id)).lines).toEqual([])
  expect((await readAdded(place.house, jun.viewer, id)).lines).toHaveLength(1)
  await deliver(place.house)
  expect(await reached(place.house, jun)).toEqual(['celebration-reported'])
  expect(await reached(place.house, ben)).toEqual([])
  expect(await (await place.as(jun).get('/admin/celebrations')).text()).toContain('I carried sand.')
  const at = { celebrationId: id, writerId: ben.id }
  expect(await code(lookAtReported(place.house, ben.viewer, at, 'fine'))).toBe('not_found')
  await lookAtReported(place.house, jun.viewer, at, 'erase')
  expect((await readAdded(place.house, jun.viewer, id)).lines).toEqual([])
  await setBounds(place.house, noor.viewer, mira.handle, 'block')
  expect(await standing()).toEqual([])
  expect((await place.as(noor).get(`/celebrations/${id}`)).status).toBe(404)
  expect(await code(cheer(place.house, noor.viewer, id))).toBe('not_found')
  await reportWords(place.house, ben.viewer, id, mira.id)
  expect((await place.as(ben).get(`/celebrations/${id}`)).status).toBe(404)
  await lookAtReported(place.house, jun.viewer, { celebrationId: id, writerId: mira.id }, 'erase')
  expect(await standing(jun)).toEqual([])
})

test('SHINE-4 of a space for invited people nothing is seen outside, and nobody from outside can be asked', async () => {
  const team = await place.space('team', { kind: 'team', visibility: 'invited', people: [mira, noor] })
  expect(await code(open(mira, { space: team.slug, people: 'ben' }))).toBe('nobody_of_that_handle')
  const id = await open(mira, { space: team.slug, people: 'noor' })
  expect((await place.as(noor).get(`/celebrations/${id}`)).status).toBe(200)
  expect((await place.as(ben).get(`/celebrations/${id}`)).status).toBe(404)
  expect((await place.as(ben).get('/spaces/team/celebrations')).status).toBe(404)
  expect((await place.as(undefined).get(`/celebrations/${id}`)).status).not.toBe(200)
})

test('SHINE-4 its opener lets it rest early; who leaves takes their own milestones along, not what was reached together', async () => {
  const { house } = place
  const ours = await open(noor)
  const own = await open(noor, { kind: 'own', title: 'A year of nights' })
  expect(await code(restNow(house, ben.viewer, own))).toBe('not_found')
  await restNow(house, noor.viewer, ours)
  expect(await standing(ben)).toEqual(['A year of nights'])
  const { record } = await import('../../foundation/index.ts')
  const left = { communityId: place.communityId, kind: 'member-left', memberId: noor.id }
  await house.db.transaction().execute((trx) => record(trx, left, house.clock.now()))
  await deliver(house)
  expect(await standing(ben)).toEqual([])
  const { celebrations } = await readPast(house, ben.viewer, garden.id, {})
  expect(celebrations.map(({ title }) => title)).toEqual(['The ramp carries'])
})

test('START-2 below twelve who write there is no way to open one', async () => {
  place.house.clock.forward(31 * DAY)
  expect(await code(open())).toBe('not_open_yet')
  expect((await place.as(noor).get('/celebrations/new')).status).toBe(404)
  expect((await place.as(noor).get('/spaces/garden/celebrations')).status).toBe(404)
  expect(await (await place.as(noor).get('/spaces/garden')).text()).not.toContain('/celebrations')
})

test('what does not fit comes back with a sentence and everything that was typed', async () => {
  expect(await code(open(mira, { title: ' ' }))).toBe('title_missing')
  expect(await code(open(mira, { reached: 'x'.repeat(161) }))).toBe('reached_too_long')
  expect(await code(open(mira, { kind: 'best' }))).toBe('kind_missing')
  const answer = await place.as(mira).form('/celebrations/new', { ...ramp, people: 'nobody', asked: '' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Nobody called nobody can be asked here.')
  expect(page).toContain('It took three weekends.')
})

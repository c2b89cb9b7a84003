import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../../test/kit/app.ts'
import { asManyWriters } from '../../../../test/kit/writers.ts'
import { answersSettled } from '../../../foundation/index.ts'
import type { Space } from '../../../spaces/index.ts'
import { giveThanks } from '../../../thanks/index.ts'
import { switchSpaces } from '../look-after.ts'

const DAY = 86_400_000
const MINUTE = 60_000
let place: TestApp
let mira: TestMember
let noor: TestMember
let ines: TestMember
let garden: Space

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  ines = await place.member('Ines', { role: 'administrator' })
  garden = await place.space('garden')
  await asManyWriters(place, 12)
})
afterAll(() => place?.close())

const front = async (viewer: TestMember) => {
  const page = await (await place.as(viewer).get('/')).text()
  await answersSettled(place.house)
  return page
}
const YEAR = 'You came here a year ago'
const FIRST = 'An answer of yours helped somebody for the first time'

async function aYearLater(days = 0): Promise<void> {
  place.house.clock.forward((365 + days) * DAY)
  await asManyWriters(place, 12)
}

async function thankedFor(space: Space, unnamed = false): Promise<void> {
  const post = await place.post(noor, space, { title: 'Slugs' })
  const replyId = await place.reply(mira, post, { unnamed })
  await giveThanks(place.house, noor.viewer, { postId: post, replyId, words: 'It held.', offerToShow: false })
  place.house.clock.forward(11 * MINUTE)
}

test('SHINE-4 an anniversary is offered to the person alone, once; "Keep it to yourself" ends it, and nobody is told', async () => {
  expect(await front(mira)).not.toContain(YEAR)
  await aYearLater()
  expect(await front(mira)).toContain(`${YEAR} today`)
  place.house.clock.forward(DAY)
  expect(await front(mira)).toContain(`${YEAR} this week`)
  for (const other of [noor, ines]) expect(await front(other)).not.toContain('Mira')
  await place.as(mira).form('/celebrations/offer', { offer: 'years-1', says: 'keep' })
  expect(await front(mira)).not.toContain(YEAR)
  expect(await place.house.db.selectFrom('celebrations').select('id').execute()).toEqual([])
})

test('SHINE-4 what they tell becomes a celebration in their own words, and the offer is taken up', async () => {
  await aYearLater(2)
  expect(await front(mira)).toContain('/celebrations/new?offer=years-1')
  const form = await (await place.as(mira).get('/celebrations/new?offer=years-1')).text()
  expect(form).toMatch(/value="own"[^>]*checked/)
  await place.as(mira).form('/celebrations/new', {
    space: 'garden',
    kind: 'own',
    title: 'A year of beans',
    reached: 'Four seasons, one frost.',
    words: 'I came for a ladder.',
    people: '',
    offer: 'years-1',
  })
  expect(await front(mira)).not.toContain(YEAR)
  expect(await (await place.as(noor).get('/spaces/garden')).text()).toContain('A year of beans')
  const uses = await place.house.db
    .selectFrom('attention_uses')
    .select('outcome')
    .where('kind', '=', 'milestones')
    .where('member_id', '=', mira.id)
    .execute()
  expect(uses).toEqual([{ outcome: 'heeded' }])
})

test('SHINE-4 "Don’t ask me again" and "Just the conversation" are kept, and taken back on one page', async () => {
  await aYearLater()
  await front(mira)
  await place.as(mira).form('/celebrations/offer', { offer: 'years-1', says: 'never' })
  await aYearLater(1)
  expect(await front(mira)).not.toContain('years ago')
  expect(await (await place.as(mira).get('/settings/attention')).text()).toContain('Anniversaries and firsts')
  await place.house.db.deleteFrom('attention_off').execute()
  expect(await front(mira)).toContain('You came here 2 years ago')
})

test('SHINE-4 a first answer that helped is offered while it is fresh, and only from where it is switched on', async () => {
  await thankedFor(garden)
  const page = await front(mira)
  expect(page).toContain(FIRST)
  expect(page).toContain('Slugs')
  expect(await front(noor)).not.toContain(FIRST)
  place.house.clock.forward(15 * DAY)
  await asManyWriters(place, 12)
  expect(await front(mira)).not.toContain(FIRST)
})

test('SHINE-4 never from support and family spaces unless switched on, nor of what stands without a name', async () => {
  const room = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  await thankedFor(room)
  expect(await front(mira)).not.toContain(FIRST)
  await switchSpaces(place.house, ines.viewer, new Map([[room.id, { opens: false, offers: true }]]))
  expect(await front(mira)).toContain(FIRST)
})

test('SHINE-4 nothing is offered where no space has it on', async () => {
  await switchSpaces(place.house, ines.viewer, new Map([[garden.id, { opens: true, offers: false }]]))
  await aYearLater()
  expect(await front(mira)).not.toContain(YEAR)
})

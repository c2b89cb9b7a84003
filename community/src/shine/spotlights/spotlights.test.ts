import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver, reached } from '../../../test/kit/notices.ts'
import { asManyWriters } from '../../../test/kit/writers.ts'
import { setBounds } from '../../bounds/index.ts'
import { API_ROOT } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { answerSpotlight, endSpotlight, stepWords } from './answer.ts'
import { deliverWords } from './deliver-words.ts'
import { appointHost, askOne, becomeHost, drawThree, handBack } from './host-month.ts'
import { readKept, readSpotlight } from './read-spotlight.ts'
import { type Answer, DAY } from './rules.ts'
import { choicesOf, setChoices } from './store.ts'
import { takeBackWords, writeAbout } from './write-about.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let hal: TestMember

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  garden = await place.space('garden')
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  hal = await place.member('Hal')
  await asManyWriters(place)
  await place.post(mira, garden)
})
afterAll(() => place?.close())

const write = (writer: TestMember, about: TestMember, words = `${about.name} carried the ladder.`) =>
  writeAbout(place.house, writer.viewer, about.handle, words)
const lit = (viewer: TestMember) => readSpotlight(place.house, viewer.viewer)
const kept = (viewer: TestMember) => readKept(place.house, viewer.viewer, {})
const code = (doing: Promise<unknown>) =>
  doing.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  )

/** Hal hosts, draws, and asks Mira. @returns what she is asked */
async function ask(about = mira): Promise<string> {
  await becomeHost(place.house, hal.viewer)
  await drawThree(place.house, hal.viewer)
  await askOne(place.house, hal.viewer, about.id)
  return (await kept(about)).asked!.id
}
const answer = (id: string, says: Answer, who = mira) => answerSpotlight(place.house, who.viewer, id, says)

test('SHINE-3 from the words to the light: written unseen, drawn, asked, read first, shown for two weeks, taken down', async () => {
  const { house } = place
  await write(noor, mira)
  expect((await kept(mira)).sentences).toEqual([])
  const id = await ask()
  const { sentences } = await kept(mira)
  expect(sentences.map(({ words, writer }) => [words, writer.name])).toEqual([
    ['Mira carried the ladder.', 'Noor'],
  ])
  expect(await lit(noor)).toBeUndefined()
  await answer(id, 'yes')
  expect(await lit(noor)).toMatchObject({ member: { name: 'Mira' }, mine: false, sentences: [{}] })
  house.clock.forward(13 * DAY)
  await asManyWriters(place)
  expect(await lit(noor)).toBeDefined()
  await endSpotlight(house, mira.viewer, id)
  expect(await lit(noor)).toBeUndefined()
  expect((await kept(mira)).sentences).toHaveLength(1)
})

test('SHINE-3 after two weeks it is over by itself', async () => {
  await write(noor, mira)
  await answer(await ask(), 'yes')
  place.house.clock.forward(14 * DAY + 1)
  await asManyWriters(place)
  expect(await lit(noor)).toBeUndefined()
})

test.each(['keep', 'no', undefined] as const)(
  'SHINE-3 the words reach them in every case, and nobody learns what came of it: %s',
  async (says) => {
    const { house } = place
    const look = async () =>
      Promise.all(
        [hal, noor].flatMap((viewer) =>
          ['/spotlight', '/spotlight/host', '/', '/members/mira', '/notices'].map(async (path) =>
            (await place.as(viewer).get(path)).text(),
          ),
        ),
      )
    await write(noor, mira)
    const id = await ask()
    await deliver(house)
    const before = await look()
    if (says) await answer(id, says)
    await deliver(house)
    expect(await look()).toEqual(before)
    expect((await kept(mira)).sentences).toHaveLength(1)
    expect(await lit(mira)).toBeUndefined()
    expect((await choicesOf(house.db, place.communityId, mira.id)).asks).toBe(says !== 'no')
  },
)

test('SHINE-3 who is told: whom it is about that they are asked, and nobody else of anything', async () => {
  await write(noor, mira)
  await answer(await ask(), 'no')
  await deliver(place.house)
  expect(await reached(place.house, mira)).toEqual(['spotlight-asked'])
  for (const other of [noor, hal]) expect(await reached(place.house, other)).toEqual([])
})

test('SHINE-3 nobody is asked twice in a season, and who said no is not asked in the next', async () => {
  const { house } = place
  await write(noor, mira)
  await answer(await ask(), 'no')
  await write(noor, mira, 'And again.')
  house.clock.forward(14 * DAY)
  await asManyWriters(place)
  expect(await drawThree(house, hal.viewer)).toEqual([])
  house.clock.forward(90 * DAY)
  await asManyWriters(place)
  await becomeHost(house, hal.viewer)
  expect(await drawThree(house, hal.viewer)).toEqual([])
  await setChoices(house.db, place.communityId, mira.id, { asks: true, written: true })
  expect(await drawThree(house, hal.viewer)).toEqual([mira.id])
})

test('SHINE-3 not drawn: under 18, only in support and family spaces, behind a block with the host, without words', async () => {
  const support = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const [young, quiet, apart] = [
    await place.member('Young', { under18: true }),
    await place.member('Quiet'),
    await place.member('Apart'),
  ]
  await place.post(quiet, support)
  await place.post(apart, garden)
  await write(noor, quiet)
  await write(noor, apart)
  await setBounds(place.house, apart.viewer, hal.handle, 'block')
  expect(await code(write(noor, young))).toBe('not_found')
  await becomeHost(place.house, hal.viewer)
  expect(await drawThree(place.house, hal.viewer)).toEqual([])
  await place.reply(quiet, await place.post(mira, garden))
  expect(await drawThree(place.house, hal.viewer)).toEqual([quiet.id])
})

test('SHINE-3 one at a time: who says yes while somebody is lit comes after them', async () => {
  const { house } = place
  const theo = await place.member('Theo')
  await place.post(theo, garden)
  await write(noor, mira)
  const first = await ask()
  house.clock.forward(12 * DAY)
  await asManyWriters(place)
  await answer(first, 'yes')
  await write(noor, theo)
  await drawThree(house, hal.viewer)
  await askOne(house, hal.viewer, theo.id)
  await answer((await kept(theo)).asked!.id, 'yes', theo)
  expect((await lit(noor))!.member.name).toBe('Mira')
  house.clock.forward(14 * DAY)
  await asManyWriters(place)
  expect((await lit(noor))!.member.name).toBe('Theo')
})

test('SHINE-3 boundaries hold: no words from behind a block, no sentence of somebody I keep at a distance', async () => {
  const { house } = place
  const theo = await place.member('Theo')
  await write(noor, mira)
  await write(theo, mira, 'She whistles.')
  await answer(await ask(), 'yes')
  await setBounds(house, mira.viewer, theo.handle, 'block')
  expect(await code(write(theo, mira))).toBe('not_found')
  expect((await lit(noor))!.sentences.map(({ words }) => words)).toEqual(['Mira carried the ladder.'])
  expect(await lit(theo)).toBeUndefined()
  expect((await kept(mira)).sentences).toHaveLength(1)
})

test('SHINE-3 nobody reads a sentence that did not stand on the page before the yes', async () => {
  const { house } = place
  const writers = [noor, ...(await Promise.all(['Theo', 'Asha', 'Kit'].map((name) => place.member(name))))]
  for (const one of writers) await write(one, mira, `From ${one.name}.`)
  const viewer = await place.member('Vera')
  const id = await ask()
  await answer(id, 'yes')
  const three = (await lit(viewer))!.sentences
  expect(three).toHaveLength(3)
  await setBounds(house, viewer.viewer, three[0]!.writer.handle, 'block')
  expect((await lit(viewer))!.sentences).toEqual(three.slice(1))
  expect((await lit(hal))!.sentences).toEqual(three)
  await stepWords(house, mira.viewer, three[1]!.id, 'hide')
  expect((await lit(hal))!.sentences).toEqual([three[0], three[2]])
})

test('SHINE-3 a block that comes after the lot takes somebody out of it', async () => {
  const { house } = place
  await write(noor, mira)
  await becomeHost(house, hal.viewer)
  expect(await drawThree(house, hal.viewer)).toEqual([mira.id])
  await setBounds(house, mira.viewer, hal.handle, 'block')
  expect(await drawThree(house, hal.viewer)).toEqual([])
  expect(await (await place.as(hal).get('/spotlight/host')).text()).not.toContain('/members/mira')
})

test('SHINE-3 nobody under 18 is appointed, and of last month’s host a true sentence is said', async () => {
  const { house } = place
  const jun = await place.member('Jun', { role: 'steward' })
  await place.member('Young', { under18: true })
  expect(await code(appointHost(house, jun.viewer, 'young'))).toBe('nobody_by_handle')
  await becomeHost(house, hal.viewer)
  house.clock.forward(30 * DAY)
  await asManyWriters(place)
  const page = await place.as(jun).form('/admin/spotlight', { handle: 'hal' })
  expect([page.status, (await page.text()).includes('They hosted last month')]).toEqual([422, true])
})

test('SHINE-3 words of somebody I muted reach me nowhere, and put me in no lot', async () => {
  const { house } = place
  await write(noor, mira)
  await setBounds(house, mira.viewer, noor.handle, 'mute')
  await becomeHost(house, hal.viewer)
  expect(await drawThree(house, hal.viewer)).toEqual([])
  house.clock.forward(92 * DAY)
  await deliverWords(house, place.communityId)
  await deliver(house)
  expect((await kept(mira)).sentences).toEqual([])
  expect(await reached(house, mira)).toEqual([])
})

test('SHINE-3 a sentence is hidden by whom it is about, who then alone sees it, and by nobody else', async () => {
  const { house } = place
  const jun = await place.member('Jun', { role: 'steward' })
  const words = await write(noor, mira)
  const id = await ask()
  await stepWords(house, mira.viewer, words, 'hide')
  expect(await code(answer(id, 'yes'))).toBe('nothing_to_show')
  await stepWords(house, mira.viewer, words, 'show')
  await answer(id, 'yes')
  await stepWords(house, mira.viewer, words, 'hide')
  expect(await lit(noor)).toBeUndefined()
  expect(await code(stepWords(house, jun.viewer, words, 'show'))).toBe('not_found')
})

test('SHINE-3 words change while they wait, are taken back, and arrive after a season without a lot', async () => {
  const { house } = place
  const first = await write(noor, mira)
  expect(await write(noor, mira, 'She waited for me.')).toBe(first)
  await takeBackWords(house, noor.viewer, first)
  await write(noor, mira, 'She waited for me.')
  house.clock.forward(92 * DAY)
  await deliverWords(house, place.communityId)
  await deliver(house)
  expect((await kept(mira)).sentences.map(({ words }) => words)).toEqual(['She waited for me.'])
  expect(await reached(house, mira)).toEqual(['spotlight-kept'])
  expect(await code(takeBackWords(house, noor.viewer, (await kept(mira)).sentences[0]!.id))).toBe('not_found')
})

test('SHINE-3 a month has one host, the next one another; a steward appoints, and a month can be handed back', async () => {
  const { house } = place
  const jun = await place.member('Jun', { role: 'steward' })
  const both = await Promise.all([mira, hal].map((one) => code(becomeHost(house, one.viewer))))
  expect(both.sort()).toEqual(['fine', 'has_host'])
  await appointHost(house, jun.viewer, 'noor')
  expect(await code(drawThree(house, hal.viewer))).toBe('not_found')
  await handBack(house, noor.viewer)
  await appointHost(house, jun.viewer, '@noor')
  house.clock.forward(30 * DAY)
  await asManyWriters(place)
  expect(await code(becomeHost(house, noor.viewer))).toBe('not_found')
  expect(await code(becomeHost(house, hal.viewer))).toBe('fine')
})

test('SHINE-3 through the API one sees that one is asked, and what others would read, before one answers', async () => {
  const words = await write(noor, mira)
  const id = await ask()
  const get = async (who: TestMember, path: string) => {
    const answer = await place.as(who).get(`${API_ROOT}${path}`)
    return [answer.status, await answer.json()] as const
  }
  const until = new Date(place.house.clock.now().getTime() + 14 * DAY).toISOString()
  expect(await get(mira, '/spotlight/kept')).toMatchObject([200, { asked: { id, until, answer: null } }])
  expect(await get(noor, '/spotlight/kept')).toMatchObject([200, { asked: null }])
  const sentence = { words: 'Mira carried the ladder.', from: { handle: noor.handle, name: 'Noor' } }
  const preview = `/spotlight/${id}/preview`
  expect(await get(mira, preview)).toEqual([200, { sentences: [sentence], more: false, from: null }])
  await stepWords(place.house, mira.viewer, words, 'hide')
  expect(await get(mira, preview)).toEqual([200, { sentences: [], more: false, from: null }])
  expect((await get(noor, preview))[0]).toBe(404)
  await answer(id, 'keep')
  expect(await get(mira, '/spotlight/kept')).toMatchObject([200, { asked: { id, answer: 'keep' } }])
  expect((await get(mira, preview))[0]).toBe(404)
})

test('SHINE-3 there is a way in while nobody is lit, and a way to what one keeps as long as one keeps something', async () => {
  const { house } = place
  const text = async (who: TestMember, path: string) => (await place.as(who).get(path)).text()
  expect(await text(noor, '/')).toContain('href="/spotlight"')
  await write(noor, mira)
  await ask()
  house.clock.forward(31 * DAY)
  expect(await text(noor, '/')).not.toContain('/spotlight')
  expect(await text(mira, '/settings')).toContain('/spotlight/kept')
  expect(await text(noor, '/settings')).not.toContain('/spotlight/kept')
})

test('START-2 below fifty who write, and where all is support or family, there is no spotlight', async () => {
  const { house } = place
  await place.house.db.updateTable('spaces').set({ kind: 'family' }).execute()
  house.clock.forward(61_000)
  expect((await place.as(noor).get('/spotlight')).status).toBe(404)
  await place.house.db.updateTable('spaces').set({ kind: 'hobby' }).execute()
  house.clock.forward(61_000)
  expect((await place.as(noor).get('/spotlight')).status).toBe(200)
  house.clock.forward(31 * DAY)
  expect((await place.as(noor).get('/spotlight')).status).toBe(404)
  expect(await code(write(noor, mira))).toBe('not_open_yet')
  expect(await (await place.as(noor).get('/members/mira')).text()).not.toContain('/spotlight/')
})

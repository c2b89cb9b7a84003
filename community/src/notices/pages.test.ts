import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver } from '../../test/kit/notices.ts'
import { answersSettled } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { giveThanks } from '../thanks/index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let garden: Space

beforeEach(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  garden = await place.space('garden')
})
afterEach(() => place.close())

async function read(member: TestMember, path: string): Promise<string> {
  const page = await (await place.as(member).get(path)).text()
  await answersSettled(place.house)
  return page
}

const isMarked = (page: string) => /<span class="fresh" data-mark="notices">/.test(page)

test('fifty answers read as one line, which names two and says "and others"', async () => {
  const post = await place.post(noor, garden, { title: 'First frost' })
  const people = [mira, await place.member('Jun'), await place.member('Asha'), await place.member('Ben')]
  for (let index = 0; index < 50; index++) await place.reply(people[index % 4]!, post)
  await deliver(place.house)
  const page = await read(noor, '/notices')
  expect(page.match(/class="row acted notice"/g)).toHaveLength(1)
  expect(page).toMatch(/\w+, \w+ and others answered you in <a[^>]*>First frost<\/a>/)
  expect(page).toContain('That is all.')
})

test('a mark says that something is new until it was looked at, on any page, and never a number', async () => {
  const post = await place.post(noor, garden)
  expect(isMarked(await read(noor, '/spaces'))).toBe(false)
  await place.reply(mira, post)
  await deliver(place.house)
  expect(isMarked(await read(noor, '/spaces'))).toBe(true)
  expect(await read(noor, '/notices')).toContain('class="newly"')
  expect(isMarked(await read(noor, '/spaces'))).toBe(false)
  expect(await read(noor, '/notices')).not.toContain('class="newly"')
})

test('opening the thread is looking, too', async () => {
  const post = await place.post(noor, garden)
  await place.reply(mira, post)
  await deliver(place.house)
  await read(noor, `/posts/${post}`)
  expect(isMarked(await read(noor, '/spaces'))).toBe(false)
})

test('THANKS-1: thanks are told with their words, and not at all once they were taken back', async () => {
  const post = await place.post(noor, garden, { title: 'Soup' })
  await place.reply(mira, post)
  const id = await giveThanks(place.house, mira.viewer, {
    postId: post,
    replyId: null,
    words: 'I felt less alone',
    offerToShow: false,
  })
  await deliver(place.house)
  const page = await read(noor, '/notices')
  expect(page).toMatch(/Mira thanked you for <a[^>]*>Soup<\/a>/)
  expect(page).toContain('I felt less alone')
  const { takeBackThanks } = await import('../thanks/index.ts')
  await takeBackThanks(place.house, mira.viewer, id)
  expect(await read(noor, '/notices')).not.toContain('thanked you')
})

test('older lines are on further pages, each once', async () => {
  for (let index = 0; index < 35; index++)
    await place.reply(mira, await place.post(noor, garden, { title: `Bed ${index}.` }))
  await deliver(place.house)
  const first = await read(noor, '/notices')
  const next = /rel="next" href="([^"]+)"/.exec(first)![1]!
  const second = await read(noor, next)
  const titles = [...`${first}${second}`.matchAll(/>(Bed \d+\.)</g)].map((match) => match[1])
  expect(titles).toHaveLength(35)
  expect(new Set(titles).size).toBe(35)
  expect(first).not.toContain('That is all.')
  expect(second).toContain('That is all.')
})

test('what is turned off reaches nobody; the form keeps what was chosen and refuses what it does not know', async () => {
  const saved = await place
    .as(noor)
    .form('/settings/notices', { 'kind-answers': 'off', 'kind-thanks': 'place', digest: 'daily' })
  expect(saved.status).toBe(303)
  const page = await read(noor, '/settings/notices')
  expect(page).toMatch(/name="kind-answers" value="off" checked/)
  expect(page).toMatch(/name="kind-thanks" value="place" checked/)
  expect(page).toMatch(/name="digest" value="daily" checked/)
  expect(page, 'not for her').not.toContain('kind-newcomers')
  await place.reply(mira, await place.post(noor, garden, { title: 'First frost' }))
  await deliver(place.house)
  // She still follows the thread she began.
  expect(await read(noor, '/notices')).not.toContain('answered you')
  const wrong = await place.as(noor).form('/settings/notices', { 'kind-answers': 'loudly' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Choose one of the lines.')
})

test('visitors are led to sign in', async () => {
  const answer = await place.as(undefined).get('/notices')
  expect(answer.headers.get('location')).toContain('/sign-in')
})

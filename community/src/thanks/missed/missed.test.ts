import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { answersSettled } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { giveThanks } from '../give-thanks.ts'
import { isAsk, isNewHere } from './rules.ts'

const DAY = 86_400_000
let place: TestApp
let garden: Space

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
})
afterAll(() => place?.close())

/** An ask that was answered by two, one without a name, and that its author has seen. */
async function ask(mira: TestMember, need = 'advice') {
  const [noor, theo] = [await place.member('Noor'), await place.member('Theo')]
  const post = await place.post(mira, garden)
  await place.house.db
    .updateTable('posts')
    .set({ need: need as never })
    .where('id', '=', post)
    .execute()
  await open(mira, post)
  const replies = [
    await place.reply(noor, post),
    await place.reply(theo, post),
    await place.reply(noor, post),
  ]
  return { post, replies }
}

async function open(viewer: TestMember, post: string): Promise<string> {
  const page = await (await place.as(viewer).get(`/posts/${post}`)).text()
  await answersSettled(place.house)
  return /<section class="who-answered"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
}

const settled = async () => {
  const mira = await place.member('Mira')
  place.house.clock.forward(4 * DAY)
  return mira
}

test('THANKS-5 returning to my own answered ask I see who answered, each once, with Thank beside each', async () => {
  const mira = await settled()
  const { post, replies } = await ask(mira)
  const said = await open(mira, post)
  expect([...said.matchAll(/aria-label="(Thank [^"]+)"/g)].map((one) => one[1])).toEqual([
    'Thank Noor',
    'Thank Theo',
  ])
  expect(await open(await place.member('Sol'), post)).toBe('')
  await giveThanks(place.house, mira.viewer, {
    postId: post,
    replyId: replies[0]!,
    words: '',
    offerToShow: false,
  })
  expect(await open(mira, post)).not.toContain('Thank Noor')
  expect(await open(mira, post)).toContain('Thank Theo')
  place.house.clock.forward(31 * 60_000)
  expect(await open(mira, post)).toBe('')
})

test('THANKS-5 not now ends it for this ask; once a day, three a week, none in the first three days', async () => {
  const newcomer = await place.member('Neve')
  expect(await open(newcomer, (await ask(newcomer)).post)).toBe('')
  const mira = await settled()
  const first = await ask(mira)
  expect(await open(mira, first.post)).toContain('Noor')
  const second = await ask(mira)
  expect(await open(mira, second.post)).toBe('')
  await place.as(mira).form(`/thanks/missed/${first.post}/not-now`, {})
  expect(await open(mira, first.post)).toBe('')
  for (const one of [1, 2]) {
    place.house.clock.forward(DAY + 1)
    expect(await open(mira, (await ask(mira)).post), `day ${one}`).toContain('Noor')
  }
  place.house.clock.forward(DAY + 1)
  expect(await open(mira, second.post)).toBe('')
})

test('THANKS-5 it stands beside asks alone', async () => {
  const mira = await settled()
  expect(await open(mira, (await ask(mira, 'celebrate')).post)).toBe('')
  expect([isAsk(null), isAsk('celebrate'), isAsk('hands')]).toEqual([false, false, true])
  const now = new Date()
  expect(isNewHere(new Date(now.getTime() - 3 * DAY + 1), now)).toBe(true)
  expect(isNewHere(new Date(now.getTime() - 3 * DAY), now)).toBe(false)
})

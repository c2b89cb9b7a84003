import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let post: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  post = await place.post(mira, await place.space('garden'))
})
afterAll(() => place?.close())

const report = (member: TestMember, body: object) =>
  place.as(member).json('POST', `${API_ROOT}/reports`, { postId: post, wish: 'help-talk', ...body })
const reports = async (member: TestMember) =>
  ((await (await place.as(member).get(`${API_ROOT}/reports`)).json()) as { items: object[] }).items

test('a report reaches the stewards once, and only its sender reads of it', async () => {
  const first = await report(noor, { note: 'It grew loud.' })
  expect(first.status).toBe(201)
  expect(await first.json()).toEqual({ again: false })
  expect(await (await report(noor, { note: 'Once more.' })).json()).toEqual({ again: true })
  expect(await reports(noor)).toMatchObject([
    { wish: 'help-talk', note: 'It grew loud.', state: 'open', thread: { postId: post } },
  ])
  expect(await reports(mira)).toEqual([])
})

test("one's own words are not reported", async () => {
  const answer = await report(mira, {})
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ code: 'own_words' })
})

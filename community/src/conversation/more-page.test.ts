import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { takeBackEntry } from './take-back-entry.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let post: string
let other: string
let reply: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  const garden = await place.space('garden', { kind: 'hobby', visibility: 'public' })
  post = await place.post(mira, garden, { title: 'Beans' })
  other = await place.post(mira, garden, { title: 'Peas' })
  reply = await place.reply(noor, post)
})
afterAll(() => place.close())

const more = () => `/posts/${post}/replies/${reply}/more`
const read = async (who: TestMember | undefined, path: string) => {
  const answer = await place.as(who).get(path)
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}

test('a thread carries the way to the menu of an answer, and the menu itself stands on its page', async () => {
  const thread = (await read(mira, `/posts/${post}`)).text
  expect(thread).toContain(`href="${more()}"`)
  expect(thread).not.toContain(`/replies/${reply}/bookmark`)
  const { status, text } = await read(mira, more())
  expect(status).toBe(200)
  expect(text).toContain('<details class="more-acts" open="">')
  for (const way of [
    `/replies/${reply}/bookmark`,
    `?quote=${reply}#answer`,
    `reply=${reply}`,
    `/bothers?post=`,
  ])
    expect(text).toContain(way)
  expect(text).not.toContain(`/replies/${reply}/edit`)
  expect((await read(noor, more())).text).toContain(`/replies/${reply}/edit`)
})

test('a visitor is given no menu, and an address of another thread leads nowhere', async () => {
  expect((await read(undefined, `/posts/${post}`)).text).not.toContain('/more"')
  const visitor = await read(undefined, more())
  expect(visitor.status).toBe(303)
  expect((await read(mira, `/posts/${other}/replies/${reply}/more`)).status).toBe(404)
  expect((await read(mira, `/posts/${post}/replies/${post}/more`)).status).toBe(404)
})

test('of an answer that was taken back the menu leads to where it stood', async () => {
  const gone = await place.reply(noor, post)
  await takeBackEntry(place.house, noor.viewer, post, gone)
  const { status, to } = await read(mira, `/posts/${post}/replies/${gone}/more`)
  expect(status).toBe(303)
  expect(to).toBe(`/posts/${post}?reply=${gone}#r-${gone}`)
  expect((await read(mira, `/posts/${post}`)).text).not.toContain(`/replies/${gone}/more`)
})

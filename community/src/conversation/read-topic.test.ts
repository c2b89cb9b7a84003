import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { answersSettled } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { REPLIES_PER_PAGE, VISIT_MILLISECONDS } from './rules.ts'

let app: TestApp
let mira: TestMember
let noor: TestMember
let space: Space
/** A thread of 130 answers, in the order they are read. */
let long: string
const answers: string[] = []

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  space = await app.space('allotment')
  long = await app.post(mira, space)
  for (let index = 0; index < 130; index++) {
    answers.push(await app.reply(noor, long, { body: `Answer ${index}.` }))
    app.house.clock.forward(60_000)
  }
})
afterAll(() => app.close())

async function read(who: TestMember | undefined, path: string): Promise<string> {
  const page = await (await app.as(who).get(path)).text()
  await answersSettled(app.house)
  return page
}
const shown = (page: string) => [...page.matchAll(/id="r-([0-9a-f-]{36})"/g)].map((match) => match[1])
const link = (page: string, words: string) =>
  new RegExp(`href="([^"]*)"[^>]*>${words}`).exec(page)?.[1]?.replaceAll('&amp;', '&')

test('a long thread is read to its end page by page, each answer once', async () => {
  const seen: (string | undefined)[] = []
  for (let next: string | undefined = `/posts/${long}`; next; ) {
    const page = await read(undefined, next)
    seen.push(...shown(page))
    next = link(page, 'More answers')
  }
  expect(seen).toEqual(answers)
})

test('whichever answer is asked for, the page that holds it opens', async () => {
  for (const wanted of [0, 49, 50, 51, 99, 100, 129]) {
    const page = await read(undefined, `/posts/${long}?reply=${answers[wanted]}`)
    expect(shown(page)).toContain(answers[wanted])
    expect(shown(page).length).toBeLessThanOrEqual(REPLIES_PER_PAGE)
  }
})

test('from the middle of a thread one can go back as well as on, and nothing is left out', async () => {
  const page = await read(undefined, `/posts/${long}?reply=${answers[120]}`)
  const before = await read(undefined, link(page, 'Earlier answers')!)
  expect(shown(before)).toEqual(answers.slice(50, 100))
  const first = await read(undefined, link(before, 'Earlier answers')!)
  expect(shown(first)).toEqual(answers.slice(0, 50))
  expect(link(first, 'Earlier answers')).toBeUndefined()
})

test('answering the last page shows whom one answers, and the answer is on the page that opens', async () => {
  const to = answers[110]!
  expect(await read(mira, `/posts/${long}?to=${to}`)).toContain('Your answer to Noor')
  const posted = await app.as(mira).form(`/posts/${long}/replies`, { body: 'Down here.', to })
  const page = await read(mira, posted.headers.get('location')!.split('#')[0]!)
  expect(page).toContain('Down here.')
})

test('nonsense in the address is no reason to fail', async () => {
  for (const query of [
    'reply=x',
    `reply=${long}`,
    'after=zz',
    'after=00',
    'before=ff',
    `before=${'f'.repeat(96)}`,
    `after=${'f'.repeat(96)}`,
    'to=1',
    'quote=none',
    'did=__proto__',
  ])
    expect((await app.as(mira).get(`/posts/${long}?${query}`)).status).toBe(200)
  for (const path of [
    '/posts/x',
    '/posts/x/new',
    `/posts/${long}/replies/x`,
    `/posts/${long}/history/x`,
    `/posts/${space.id}`,
  ])
    expect((await app.as(mira).get(path)).status).toBe(404)
})

test('answers since the last visit carry "New", for the whole of this visit', async () => {
  const post = await app.post(mira, space)
  await app.reply(noor, post, { body: 'Before' })
  expect(await read(mira, `/posts/${post}`)).not.toContain('class="newly"')
  app.house.clock.forward(2 * VISIT_MILLISECONDS)
  const fresh = await app.reply(noor, post, { body: 'Meanwhile' })
  await app.reply(mira, post, { body: 'My own' })
  for (let time = 0; time < 2; time++) {
    const page = await read(mira, `/posts/${post}`)
    expect(page.match(/class="newly"/g)).toHaveLength(1)
    expect(link(page, 'First new answer')).toBe(`#r-${fresh}`)
    app.house.clock.forward(60_000)
  }
  app.house.clock.forward(2 * VISIT_MILLISECONDS)
  const again = await read(mira, `/posts/${post}`)
  expect(again).not.toContain('class="newly"')
  expect(again).not.toContain('First new answer')
})

test('the way to the first new answer leads to the page that holds it', async () => {
  const reader = await app.member('Reader')
  await read(reader, `/posts/${long}`)
  app.house.clock.forward(2 * VISIT_MILLISECONDS)
  const fresh = await app.reply(noor, long, { body: 'New at the end' })
  const page = await read(reader, `/posts/${long}`)
  expect(link(page, 'First new answer')).toBe(`/posts/${long}/new`)
  const led = await app.as(reader).get(`/posts/${long}/new`)
  expect(led.headers.get('location')).toBe(`/posts/${long}?reply=${fresh}#r-${fresh}`)
})

test('reading writes once a visit, and nothing where nothing is new', async () => {
  const post = await app.post(mira, space)
  const marks = () => app.house.db.selectFrom('read_marks').selectAll().where('post_id', '=', post).execute()
  await read(noor, `/posts/${post}`)
  const [first] = await marks()
  app.house.clock.forward(3 * VISIT_MILLISECONDS)
  await read(noor, `/posts/${post}`)
  expect(await marks()).toEqual([first])
  await read(undefined, `/posts/${post}`)
  expect(await marks()).toHaveLength(1)
})

test('a feed says quietly where something is new, to who was there before', async () => {
  const reader = await app.member('Feed reader')
  const post = await app.post(mira, space, { title: 'A thread with news' })
  const line = async () => {
    const page = await read(reader, '/spaces/allotment')
    return /A thread with news[\s\S]*?<\/article>/.exec(page)![0]
  }
  expect(await line()).not.toContain('New since you were here')
  await read(reader, `/posts/${post}`)
  expect(await line()).not.toContain('New since you were here')
  app.house.clock.forward(60_000)
  await app.reply(noor, post)
  expect(await line()).toContain('New since you were here')
  await read(reader, `/posts/${post}`)
  expect(await line()).not.toContain('New since you were here')
})

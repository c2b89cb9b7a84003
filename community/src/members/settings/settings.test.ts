import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'

let place: TestApp
let mira: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
})
afterAll(() => place.close())

const read = async (path: string) => (await place.as(mira).get(path)).text()
const linksIn = (page: string) => [...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)

test('every page on which something is arranged stands on one, with a sentence, and leads back to it', async () => {
  const page = await read('/settings')
  const items = place.house.features.flatMap(({ settings }) => settings ?? [])
  expect(items.map(({ href }) => href).sort()).toEqual([
    '/bothers/notes',
    '/reports',
    '/settings/attention',
    '/settings/boundaries',
    '/settings/experiments',
    '/settings/lifting',
    '/settings/messages',
    '/settings/notices',
    '/settings/own-model',
    '/settings/profile',
    '/settings/sign-in',
    '/settings/thanks',
    '/settings/tokens',
    '/spotlight/kept',
  ])
  for (const { href, label, about, there } of items) {
    // Where there is nothing to arrange, it is not listed.
    const listed = `<a href="${href}">${label.text}</a></h2><p>${about.text}</p>`
    expect(page.includes(listed), href).toBe(there === undefined)
    expect(linksIn(await read(href)), href).toContain('/settings')
  }
})

test('one’s own page leads there and nowhere else among them; another’s does not', async () => {
  const noor = await place.member('Noor')
  const settings = (page: string) => linksIn(page).filter((href) => /^\/(settings|reports)/.test(href!))
  // The foot of every page has one of its own.
  const foot = '/settings/attention'
  expect(settings(await read(`/members/${mira.handle}`))).toEqual(['/settings', foot])
  expect(settings(await read(`/members/${noor.handle}`))).toEqual([foot])
})

test('a visitor is led to sign in, and who waits to be let in reads that they wait', async () => {
  const visitor = await place.as(undefined).get('/settings')
  expect(visitor.status).toBe(303)
  expect(visitor.headers.get('location')).toContain('/sign-in')
  const waiting = await place.member('Tove', { status: 'waiting' })
  expect((await place.as(waiting).get('/settings')).status).toBe(403)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'

let place: TestApp
let mira: TestMember
let older: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  const garden = await place.space('garden', { kind: 'hobby', visibility: 'public' })
  older = await place.post(mira, garden, { title: 'Older beans' })
  await place.post(mira, garden, { title: 'Newer beans' })
  await place.reply(await place.member('Noor'), older)
  place.house.clock.forward(61_000)
})
afterAll(() => place.close())

/** Which of the two posts comes first on a page, and whether one can choose the order there. */
async function read(path: string): Promise<[string | undefined, boolean]> {
  const page = await (await place.as(mira).get(path)).text()
  return [/(Older|Newer) beans/.exec(page)?.[1], page.includes('Latest activity')]
}

test('START-2 at the table there is one list, newest first; in the room what moved last leads, and one chooses', async () => {
  for (const path of ['/', '/lately', '/spaces/garden'])
    expect(await read(path), path).toEqual(['Newer', false])
  for (let number = 0; number < 12; number++) await place.reply(await place.member(`Person ${number}`), older)
  place.house.clock.forward(61_000)
  expect(await read('/')).toEqual(['Older', false])
  for (const path of ['/lately', '/spaces/garden']) expect(await read(path), path).toEqual(['Older', true])
  expect(await read('/lately?order=newest')).toEqual(['Newer', true])
})

test('START-1 a space says what kind of place it is', async () => {
  await place.space('ward', { kind: 'support', visibility: 'members' })
  expect(await (await place.as(mira).get('/spaces/ward')).text()).toMatch(/Support.*Members only/s)
  const all = await (await place.as(mira).get('/spaces')).text()
  expect(all).toMatch(/Hobby.*garden.*Support.*ward/s)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT } from '../foundation/index.ts'
import { reportEntry } from './report-words.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let post: string
let caseId: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  post = await place.post(mira, await place.space('garden'), { body: 'You never water anything.' })
  const report = { postId: post, replyId: null, wish: 'act', note: 'It is not true.' } as const
  caseId = (await reportEntry(place.house, noor.viewer, report)).caseId
})
afterAll(() => place?.close())

const get = (who: TestMember | undefined, path: string) => place.as(who).get(`${API_ROOT}${path}`)
const send = (who: TestMember, path: string, body: object) =>
  place.as(who).json('POST', `${API_ROOT}${path}`, body)
const step = (who: TestMember, body: object) => send(who, `/cases/${caseId}/steps`, { seen: 0, ...body })
const items = async (answer: Response) => ((await answer.json()) as { items: object[] }).items

test('MEND-1 a steward reads what waits and the case; nobody else does, its author least of all', async () => {
  expect(await items(await get(jun, '/cases'))).toMatchObject([{ id: caseId, why: 'reported', wish: 'act' }])
  expect(await (await get(jun, `/cases/${caseId}`)).json()).toMatchObject({
    state: 'open',
    postId: post,
    lines: [{ reported: true, author: 'Mira', html: expect.stringContaining('never water') }],
    reports: [{ by: 'Noor', wish: 'act', note: 'It is not true.' }],
    steps: ['hide', 'fine', 'note'],
  })
  for (const who of [mira, noor])
    for (const path of ['/cases', `/cases/${caseId}`, '/held'])
      expect((await get(who, path)).status, `${who.viewer.name} ${path}`).toBe(403)
  expect((await get(undefined, '/cases')).status).toBe(401)
  expect((await step(noor, { what: 'fine' })).status).toBe(403)
})

test('MEND-1 hiding needs a reason; its author reads it, asks for another look, and has it back', async () => {
  const bare = await step(jun, { what: 'hide' })
  expect([bare.status, await bare.json()]).toMatchObject([422, { code: 'words_missing' }])
  const hidden = await step(jun, { what: 'hide', reason: 'It is about Noor.', toReporter: 'It is hidden.' })
  expect(await hidden.json()).toMatchObject({
    state: 'hidden',
    trail: [{ by: 'Jun', what: 'hide', reason: 'It is about Noor.', toReporter: 'It is hidden.' }],
  })
  expect((await step(jun, { what: 'hide', reason: 'Again.' })).status).toBe(409)
  expect(await items(await get(noor, '/hidden'))).toEqual([])
  expect(await items(await get(mira, '/hidden'))).toMatchObject([
    { id: caseId, postId: post, replyId: null, reason: 'It is about Noor.' },
  ])
  const ask = { kind: 'wrong', words: 'I meant the can.' }
  expect((await send(noor, `/hidden/${caseId}/look-again`, ask)).status).toBe(404)
  expect((await send(mira, `/hidden/${caseId}/look-again`, ask)).status).toBe(204)
  const again = (await (await get(jun, `/cases/${caseId}`)).json()) as { version: number }
  expect(again).toMatchObject({ authorWords: [ask], steps: expect.arrayContaining(['restore']) })
  const back = await step(jun, { what: 'restore', seen: again.version, reason: 'You are right.' })
  expect(await back.json()).toMatchObject({ state: 'restored' })
  expect(await items(await get(mira, '/hidden'))).toEqual([])
})

test('what is held is let through or hidden with a reason', async () => {
  const wren = await place.member('Wren')
  const write = async (title: string) =>
    (
      (await (
        await send(wren, '/posts', {
          space: 'garden',
          title,
          body: 'Look: https://seeds.example/dill',
        })
      ).json()) as { id: string }
    ).id
  const good = await write('Dill')
  place.house.clock.forward(1_000)
  const bad = await write('Cheap dill')
  expect(await items(await get(jun, '/held'))).toMatchObject([
    { id: good, author: 'Wren', sites: ['seeds.example'] },
    { id: bad },
  ])
  expect((await send(jun, `/held/${good}/let-through`, {})).status).toBe(204)
  expect((await send(jun, `/held/${good}/let-through`, {})).status).toBe(409)
  expect((await get(mira, `/posts/${good}`)).status).toBe(200)
  const hidden = await send(jun, `/held/${bad}/hide`, { reason: 'No shops here.' })
  expect(await hidden.json()).toMatchObject({ state: 'hidden', postId: bad })
  expect(await items(await get(wren, '/hidden'))).toMatchObject([{ postId: bad, reason: 'No shops here.' }])
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { addBlock } from '../bounds/index.ts'
import type { Space } from '../spaces/index.ts'

let place: TestApp
let asha: TestMember
let jun: TestMember
let sol: TestMember
let ines: TestMember
let noor: TestMember
let space: Space
let link: string
let number = 0

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  jun = await place.member('Jun', { role: 'steward' })
  sol = await place.member('Sol', { role: 'steward' })
  ines = await place.member('Ines', { role: 'administrator' })
  space = await place.space('print-room')
})
afterAll(() => place?.close())
beforeEach(async () => {
  number++
  link = `https://shop.example/${number}`
  noor = await place.member(`Noor ${number}`)
})

const read = async (who: TestMember | undefined, path: string) => {
  const answer = await place.as(who).get(path)
  return answer.status === 200 ? answer.text() : String(answer.status)
}

test('MEND-7 what is held needs someone now: the steward reads it, sees where it leads, and lets it through', async () => {
  const post = await place.post(noor, space, { title: 'My shop', body: `Look [here](${link})` })
  const day = await read(jun, '/today')
  expect(day).toContain('Needs someone now')
  expect(day).toContain('A post in print-room came in just now and waits for a look.')
  expect(day).toContain(`Noor ${number} is new here, and it leads to shop.example.`)
  expect(day.match(/class="b go"/g)).toHaveLength(1)
  expect(await read(jun, `/held/${post}`)).toContain(`href="${link}"`)
  const done = await place.as(jun).form(`/held/${post}/let-through`, {})
  expect([done.status, done.headers.get('location')]).toEqual([303, '/today'])
  expect(await read(undefined, `/posts/${post}`)).toContain('My shop')
  expect(await read(jun, '/today')).not.toContain(`/held/${post}`)
  expect(await read(noor, `/posts/${post}`)).not.toContain('Held for a moment')
})

test('MEND-7 hidden with a reason: its author reads why, nobody else that it was there; put back, it appears', async () => {
  const thread = await place.post(asha, space, { title: 'Paper' })
  const reply = await place.reply(noor, thread, { body: `Cheap at ${link}` })
  const empty = await place.as(jun).form(`/held/${reply}/hide`, { reason: '' })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('The author reads it.')])
  expect((await place.as(jun).form(`/held/${reply}/hide`, { reason: 'No shops here, please.' })).status).toBe(
    303,
  )
  expect(await read(noor, `/posts/${thread}`)).toContain('No shops here, please.')
  for (const who of [asha, undefined]) expect(await read(who, `/posts/${thread}`)).not.toContain(reply)
  expect(await read(jun, '/today')).not.toContain(`/held/${reply}`)
  // Without its link it stays hidden: a steward said why, and a steward looks again.
  place.house.clock.forward(10 * 60_000)
  await place.as(noor).form(`/posts/${thread}/replies/${reply}/edit`, { body: 'Cheap, ask me.' })
  expect(await read(asha, `/posts/${thread}`)).not.toContain(reply)
  const caseId = /href="\/reports\/([0-9a-f-]{36})"/.exec(await read(sol, '/today'))![1]!
  expect(await read(sol, `/reports/${caseId}/restore`)).not.toContain('name="toReporter"')
  const back = await place.as(sol).form(`/reports/${caseId}/restore`, { seen: '1', reason: 'Thank you.' })
  expect(back.status).toBe(303)
  expect(await read(asha, `/posts/${thread}`)).toContain('Cheap, ask me.')
  expect(await read(asha, '/lately')).toContain('1 answer')
})

test('only who looks after the place sees what waits, and somebody who blocks them all is seen too', async () => {
  const now = place.house.clock.now()
  for (const one of [jun, sol, ines])
    await place.house.db
      .transaction()
      .execute((trx) =>
        addBlock(trx, { communityId: place.communityId, ownerId: noor.id, otherId: one.id }, now),
      )
  const post = await place.post(noor, space, { body: link })
  expect(await read(jun, '/today')).toContain(`/held/${post}`)
  expect(await read(jun, `/held/${post}`)).toContain(link)
  for (const who of [noor, asha]) {
    expect(await read(who, `/held/${post}`)).toBe('404')
    for (const act of ['hide', 'let-through'])
      expect((await place.as(who).form(`/held/${post}/${act}`, { reason: 'x' })).status).toBe(404)
  }
  expect(await read(undefined, `/posts/${post}`)).toBe('404')
})

test('in an invited space nobody looks after, administrators see what waits and other stewards do not', async () => {
  const team = await place.space(`team-${number}`, { kind: 'team', visibility: 'invited', people: [noor] })
  const post = await place.post(noor, team, { body: link })
  expect(await read(ines, '/today')).toContain(`/held/${post}`)
  expect(await read(jun, '/today')).not.toContain(`/held/${post}`)
  expect((await place.as(jun).form(`/held/${post}/let-through`, {})).status).toBe(409)
})

test('who comes second is told so, and nothing happens twice', async () => {
  const post = await place.post(noor, space, { body: link })
  await place.as(jun).form(`/held/${post}/let-through`, {})
  const late = await place.as(sol).form(`/held/${post}/hide`, { reason: 'No shops here.' })
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('a colleague was quicker')])
  expect(await read(undefined, `/posts/${post}`)).toContain(link)
})

test('a newcomer with only a held answer still has none', async () => {
  const other = await place.member('Bo')
  const post = await place.post(noor, space, { title: `Hello ${number}` })
  await place.reply(other, post, { body: link })
  expect(await read(jun, '/today')).toContain(`href="/posts/${post}#answer"`)
})

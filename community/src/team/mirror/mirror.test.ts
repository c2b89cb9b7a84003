import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import type { Space } from '../../spaces/index.ts'
import { holdUpMirror } from './hold-up.ts'
import { readOwnTexts } from './own-texts.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let ines: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  place.house.clock.forward(60 * 86_400_000)
  noor = await place.member('Noor')
  ines = await place.member('Ines', { role: 'administrator' })
  garden = await place.space('garden')
})
afterAll(() => place?.close())

const mainOf = async (who: TestMember) => {
  const answer = await place.as(who).get('/mirror')
  return { answer, main: /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '' }
}
/** All rows of all tables, but for the limit that keeps somebody from asking for it all day. */
async function everything(): Promise<Record<string, number>> {
  const { pool } = place.house
  const { rows } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'limits' order by 1",
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows)
    counts[name] = Number((await pool.query(`select count(*) from "${name}"`)).rows[0].count)
  return counts
}

test('THANKS-7 who wrote little is shown no mirror, and nothing is made of that', async () => {
  await place.post(mira, garden, { body: 'Thank you all for the beans.' })
  const { main } = await mainOf(mira)
  expect(main).toContain('a mirror would show a day and not a habit')
  expect(main).not.toContain('Thank you all for the beans.')
})

test('THANKS-7 the mirror: my own sentences, in words, with what the reader may get wrong', async () => {
  const hers = await place.post(noor, garden, { body: 'I am new here. Where is the key?' })
  for (const body of [
    'Thank you so much for your help with the hose, that was very kind of you.',
    'Could you tell me where it hangs?',
    'You are doing so well, keep going!',
    'You are a stupid idiot and nobody wants you here.',
    '> I hate all of you idiots\n\nThat is a quotation.',
  ])
    await place.reply(mira, hers, { body })
  await place.reply(noor, hers, { body: 'Thank you, you wonderful person, this is hers.' })
  const before = await everything()
  const { answer, main } = await mainOf(mira)
  expect(await everything()).toEqual(before)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(main).toContain('Thank you so much for your help')
  expect(main).toContain('Could you tell me where it hangs?')
  expect(main).toContain('You are a stupid idiot')
  expect(main).toContain('Some readers may hear this')
  expect(main).toContain('Where the reader errs')
  expect(main).not.toMatch(/I hate all of you|wonderful person/)
  // Neither a score nor a count stands anywhere: the only number is the span it looks back.
  expect(main.replace(/href="[^"]*"|<h\d|<\/h\d/g, '').replaceAll('30 days', '')).not.toMatch(/\d/)
  const { habits } = await holdUpMirror(place.house, mira.viewer)
  expect(habits.find(({ habit }) => habit === 'welcoming')?.often).toBe('often')
})

test('THANKS-7 nobody else sees it: who leads sees what they wrote themselves, and there is no API', async () => {
  const { main } = await mainOf(ines)
  expect(main).not.toContain('hose')
  for (const path of [`/mirror?member=${mira.handle}`, `/mirror?member=${mira.id}`])
    expect(await (await place.as(ines).get(path)).text()).not.toContain('hose')
  for (const path of [
    '/mirror/mira',
    `/members/${mira.handle}/mirror`,
    '/api/v1/mirror',
    '/api/v1/me/mirror',
  ])
    expect((await place.as(ines).get(path)).status, path).toBe(404)
  const api = await (await place.as(ines).get('/api/v1/openapi.json')).text()
  expect(api).not.toMatch(/mirror/i)
})

test('THANKS-7 it looks at what is mine alone, of the last 30 days, not in support, not a text more than a hundred', async () => {
  const support = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  await place.post(mira, support, { body: 'Only for this room.' })
  const texts = async (who: TestMember) =>
    (await readOwnTexts(place.house, who.viewer)).map(({ words }) => words)
  expect(await texts(mira)).not.toContain('Only for this room.')
  expect((await texts(noor)).join(' ')).not.toContain('hose')
  const post = await place.post(noor, garden, { body: 'Many.' })
  for (let at = 0; at < 110; at++) {
    if (at % 20 === 0) place.house.clock.forward(3_600_000)
    await place.reply(noor, post, { body: `Leaf ${at}.` })
  }
  expect(await texts(noor)).toHaveLength(100)
  expect((await texts(noor))[0]).toBe('Leaf 109.')
  place.house.clock.forward(31 * 86_400_000)
  expect(await texts(noor)).toEqual([])
})

test('THANKS-7 how long somebody without a name has been here is not asked', async () => {
  const support = await place.space('rota', { kind: 'team', visibility: 'members' })
  const fresh = await place.member('Fresh')
  const { writePost } = await import('../../conversation/index.ts')
  const unnamed = await writePost(place.house, fresh.viewer, support, {
    title: 'A question',
    body: 'May I ask something?',
    need: 'advice',
    newToThis: false,
    unnamed: true,
  })
  await place.reply(mira, unnamed, { body: 'Ask away.' })
  const found = (await readOwnTexts(place.house, mira.viewer)).find(({ words }) => words === 'Ask away.')
  expect(found?.toNewcomer).toBe(false)
})

test('THANKS-7 it can be asked for so often, and no more', async () => {
  await place.house.pool.query('delete from limits')
  const statuses = []
  for (let at = 0; at < 14; at++) statuses.push((await place.as(mira).get('/mirror')).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(6)
  expect(statuses.at(-1)).toBe(429)
})

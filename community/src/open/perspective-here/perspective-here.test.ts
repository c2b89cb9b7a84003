import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { perspectiveWords as w } from './words.ts'

let place: TestApp
let ines: TestMember
let mira: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  ines = await place.member('Ines', { role: 'administrator' })
  mira = await place.member('Mira')
})
afterAll(() => place?.close())

const PAGE = '/admin/perspective'
const settings = { door: 'anyone', perMinute: '1000', reader: 'quick' }
const change = (given: Record<string, string>) => place.as(ines).form(PAGE, { ...settings, ...given })
const comment = { comment: { text: 'You pathetic liar.' }, requestedAttributes: { TOXICITY: {} } }

interface Told {
  attributeScores: { TOXICITY: { summaryScore: { value: number } } }
  error: { code: number; status: string; message: string }
}

async function ask(key = '', body: object = comment, method = 'analyze') {
  const path = `/v1alpha1/comments:${method}?key=${key}`
  const response = await place.as(undefined).json('POST', path, body)
  return { status: response.status, body: (await response.json()) as Told, headers: response.headers }
}

const shownKey = (html: string) => /<textarea[^>]*>\s*(kdp_[\w-]{32})\s*<\/textarea>/.exec(html)![1]!

async function makeKey(name: string, ownPerMinute = ''): Promise<string> {
  return shownKey(await (await place.as(ines).form(`${PAGE}/keys`, { name, ownPerMinute })).text())
}

beforeEach(async () => {
  await place.house.db.deleteFrom('perspective_settings').execute()
  await place.house.db.deleteFrom('perspective_keys').execute()
  await place.house.db.deleteFrom('perspective_suggestions').execute()
  // Settings are kept for two seconds.
  place.house.clock.forward(3_000)
})

test('until somebody decides, nothing from outside is scored', async () => {
  const { status, body } = await ask()
  expect([status, body.error.status]).toEqual([403, 'PERMISSION_DENIED'])
})

test('OPEN-1 an administrator opens it, for anyone and for nobody', async () => {
  expect((await change({})).headers.get('location')).toBe(`${PAGE}?did=saved`)
  const { status, body, headers } = await ask()
  expect(status).toBe(200)
  expect(body.attributeScores.TOXICITY.summaryScore.value).toBeGreaterThan(0.7)
  expect(headers.get('x-kindling-model')).toMatch(/^quick /)
  await change({ door: 'nobody' })
  expect((await ask()).status).toBe(403)
})

test('settings are kept for a few seconds, and a change holds at once', async () => {
  await change({})
  expect((await ask()).status).toBe(200)
  // As another server would write it.
  await place.house.db.updateTable('perspective_settings').set({ door: 'nobody' }).execute()
  expect((await ask()).status).toBe(200)
  place.house.clock.forward(3_000)
  expect((await ask()).status).toBe(403)
  await change({})
  expect((await ask()).status).toBe(200)
})

test('a page of another site may ask, with its cookies of here and no power by them', async () => {
  await change({})
  const response = await place.as(ines).request('/v1alpha1/comments:analyze', {
    method: 'POST',
    headers: { origin: 'https://paper.example', 'sec-fetch-site': 'cross-site', cookie: 'session=1' },
    body: JSON.stringify(comment),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('keys: made, shown once, used, limited, taken back', async () => {
  await change({ door: 'keys' })
  const [paper, forum] = [await makeKey('the newspaper', '2'), await makeKey('the forum')]
  expect((await ask()).status).toBe(403)
  expect((await ask('AIzaSyOld')).status).toBe(400)
  expect([(await ask(paper)).status, (await ask(paper)).status, (await ask(paper)).status]).toEqual([
    200, 200, 429,
  ])
  expect((await ask(forum)).status).toBe(200)
  const page = await (await place.as(ines).get(PAGE)).text()
  expect(page).toContain('the newspaper')
  expect(page).toContain('Up to 2 requests a minute.')
  expect(page).not.toContain(paper)
  const { rows } = await place.house.pool.query('select k::text as row from perspective_keys k')
  expect(rows.every(({ row }) => !row.includes(paper.slice(4)) && !row.includes(forum.slice(4)))).toBe(true)
  // Made within one millisecond they stand in either order.
  const id = /keys\/([0-9a-f-]{36})\/take-back"><button[^>]*the forum/.exec(page)![1]!
  expect((await place.as(ines).form(`${PAGE}/keys/${id}/take-back`, {})).status).toBe(303)
  expect((await ask(forum)).status).toBe(400)
  expect((await place.as(ines).form(`${PAGE}/keys/${id}/take-back`, {})).status).toBe(404)
})

test('suggested scores are forgotten, unless an administrator keeps them; then they go as training takes them', async () => {
  const suggested = {
    comment: { text: 'Fair point, “Sam”.' },
    attributeScores: { TOXICITY: { summaryScore: { value: 0 } } },
    languages: ['en'],
    sessionId: 'https://paper.example_42',
  }
  await change({})
  expect((await ask('', suggested, 'suggestscore')).status).toBe(200)
  const download = async () => (await place.as(ines).get(`${PAGE}/suggestions.jsonl`)).text()
  expect(await download()).toBe('')
  await change({ keep: 'yes' })
  await ask('', suggested, 'suggestscore')
  await ask('', comment)
  expect(await download()).toBe('{"text":"Fair point, “Sam”.","scores":{"toxicity":0},"languages":["en"]}\n')
  const page = await (await place.as(ines).get(PAGE)).text()
  expect(page).toContain('1 is kept, with its comment.')
  expect(page).toContain('but for those that came with a suggested score')
  expect((await place.as(ines).form(`${PAGE}/suggestions/delete`, {})).status).toBe(303)
  expect(await download()).toBe('')
})

test('what does not fit comes back as it was typed, with a sentence', async () => {
  const refused = await change({ perMinute: 'many', door: 'keys' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('Say a whole number from 1 to 100000.')
  expect(html).toContain('value="many"')
  expect(html).toMatch(/value="keys" checked/)
  const long = await place.as(ines).form(`${PAGE}/keys`, { name: 'n'.repeat(61), ownPerMinute: '' })
  expect(await long.text()).toContain('A name holds 60 characters.')
  const nameless = await place.as(ines).form(`${PAGE}/keys`, { name: ' ', ownPerMinute: '7' })
  expect(nameless.status).toBe(422)
  const again = await nameless.text()
  expect(again).toContain('Give it a name')
  expect(again).toContain('value="7"')
})

test('administrators find it among their pages, others do not', async () => {
  const about = w.about.text as string
  expect(await (await place.as(ines).get('/admin')).text()).toContain(about)
  expect((await place.as(mira).get(PAGE)).status).toBe(404)
})

test('ten keys at once are ten keys, and fifty are the most', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, at) => makeKey(`program ${at}`)))
  for (let at = 10; at < 50; at++) await makeKey(`program ${at}`)
  const refused = await place.as(ines).form(`${PAGE}/keys`, { name: 'one more', ownPerMinute: '' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('There are many keys already.')
})

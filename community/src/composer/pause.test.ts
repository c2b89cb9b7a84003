import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'

let app: TestApp
let mira: TestMember
let sam: TestMember
let space: Space
let post: string

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  sam = await app.member('Sam')
  space = await app.space('allotment')
  post = await app.post(sam, space, { title: 'Watering the glasshouse' })
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const table of ['attention_uses', 'attention_off'] as const)
    await app.house.db.deleteFrom(table).execute()
})

const HARD = 'You lazy idiot, you never read the rota. Beds 4 and 5 stood dry for nine days.'
const GRAVE = 'I will find out where you live and break your arms, you idiot.'
const PLAIN = 'Beds 4 and 5 stood dry for nine days and I lost the lettuces.'

const answer = async (body: string, more: Record<string, string> = {}) => {
  app.house.clock.forward(1_000)
  const given = await app.as(mira).form(`/posts/${post}/replies`, { body, ...more })
  return { status: given.status, html: await given.text() }
}
/** Answers the page of the pause by one of its buttons, with all that stands in its form. */
const choose = async (html: string, way: string) => {
  const form = html.slice(html.indexOf('<form class="row bare"'), html.lastIndexOf('</form>'))
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const { body = '', ...more } = Object.fromEntries(fields.map(([, name, value]) => [name!, value!]))
  return answer(body, { ...more, way })
}
const uses = () =>
  app.house.db.selectFrom('attention_uses').select(['kind', 'outcome', 'free']).orderBy('id').execute()
const written = async (words: string): Promise<boolean> =>
  (await (await app.as(sam).get(`/posts/${post}`)).text()).includes(words)

test('PAUSE-2 without script: what may hurt is shown first, with all that was typed, and stored nowhere', async () => {
  const { status, html } = await answer(HARD)
  expect(status).toBe(200)
  expect(html).toContain('Some readers may hear this as being about Sam')
  expect(html).toContain('<mark>')
  expect(html).toMatch(/Edit\s*<\/button>[\s\S]*Post as it is/)
  expect(html).toContain(`name="body" value="${HARD}"`)
  expect(await uses()).toEqual([{ kind: 'pause', outcome: null, free: false }])
  expect(await written('You lazy idiot')).toBe(false)
})

test('PAUSE-1 an ordinary answer goes its way, and says nothing of a pause', async () => {
  expect((await answer(PLAIN)).status).toBe(303)
  expect(await uses()).toEqual([])
})

test('PAUSE-2 "Post as it is" posts at once; "Edit" and other words go back to the form', async () => {
  const { html } = await answer(HARD)
  const edit = await choose(html, 'edit')
  expect(edit.status).toBe(200)
  expect(edit.html).toContain(`\n${HARD}</textarea>`)
  const use = await choose(html, 'use')
  expect(use.html).toMatch(/\n[^<]*Beds 4 and 5 stood dry for nine days\.<\/textarea>/)
  expect(use.html).not.toContain(`\n${HARD}</textarea>`)
  // What lies on the device is older than this.
  expect(use.html).toContain('data-again="yes"')
  expect((await choose(html, 'post')).status).toBe(303)
  expect(await written('You lazy idiot')).toBe(true)
  expect(await uses()).toEqual([{ kind: 'pause', outcome: 'dismissed', free: false }])
})

test('PAUSE-2 other words after the pause count as taken up, the same ones are not asked about again', async () => {
  const { html } = await answer(`${HARD} Mark.`)
  const asked = /name="asked" value="([^"]+)"/.exec((await choose(html, 'edit')).html)![1]!
  expect((await answer(`${PLAIN} Again.`, { asked })).status).toBe(303)
  expect(await uses()).toEqual([{ kind: 'pause', outcome: 'heeded', free: false }])
  await answer(`${HARD} Mark two.`)
  const second = /name="asked" value="([^"]+)"/.exec((await answer(`${HARD} Mark three.`)).html)?.[1]
  expect(second).toBeUndefined()
  expect((await answer(`${HARD} Mark.`, { asked })).status).toBe(303)
  expect((await uses()).map(({ outcome }) => outcome)).toEqual(['heeded', 'dismissed'])
})

test('PAUSE-7 words that go because nothing may speak say nothing of what was asked before', async () => {
  const { html } = await answer(`${HARD} Before.`)
  const asked = /name="asked" value="([^"]+)"/.exec(html)![1]!
  await answer(`${HARD} Second.`)
  expect((await answer(`${HARD} Third.`, { asked })).status).toBe(303)
  expect((await uses()).map(({ outcome }) => outcome)).toEqual([null, null])
})

test('PAUSE-2 where an answer will be refused, nothing is read and nothing spoken', async () => {
  const closed = await app.post(sam, space, { title: 'Closed' })
  const jun = await app.member('Jun', { role: 'steward' })
  await app.as(jun).form(`/posts/${closed}/lock`, {})
  const given = await app.as(mira).form(`/posts/${closed}/replies`, { body: HARD })
  expect(given.status).toBe(403)
  expect(await given.text()).not.toContain('Some readers may hear')
  expect(await uses()).toEqual([])
})

test('PAUSE-2 what a script has read already is not read again', async () => {
  expect((await answer(`${HARD} Twice.`, { asked: 'yes' })).status).toBe(303)
  expect(await uses()).toEqual([])
})

test('PAUSE-7 two a day and no third, but for what is grave; Just the conversation silences all', async () => {
  for (const end of ['One.', 'Two.']) {
    expect((await answer(`${HARD} ${end}`)).status).toBe(200)
    await answer(`${PLAIN} ${end}`)
  }
  expect((await answer(`${HARD} Three.`)).status).toBe(303)
  expect((await answer(GRAVE)).status).toBe(200)
  expect((await uses()).filter(({ free }) => free)).toHaveLength(1)
  await app.as(mira).form('/settings/attention', { quiet: 'yes' })
  expect((await answer(`${GRAVE} Now.`)).status).toBe(303)
})

test('PAUSE-4 dismissed twice in a row it sleeps, and its page says until when', async () => {
  for (const end of ['First.', 'Second.']) {
    await choose((await answer(`${HARD} ${end}`)).html, 'post')
    app.house.clock.forward(26 * 3_600_000)
  }
  expect((await answer(`${HARD} Asleep.`)).status).toBe(303)
  const page = await (await app.as(mira).get('/settings/attention')).text()
  expect(page).toContain('It spoke 2 times this month.')
  expect(page).toContain('Asleep until')
})

test('PAUSE-7 a member turns the pause off for good, and on again; an unknown answer is refused', async () => {
  const settings = (fields: Record<string, string>) => app.as(mira).form('/settings/attention', fields)
  expect((await settings({ 'kind-pause': 'off' })).status).toBe(303)
  expect((await answer(`${HARD} Off.`)).status).toBe(303)
  expect((await settings({ 'kind-pause': 'on' })).status).toBe(303)
  expect((await answer(`${HARD} On.`)).status).toBe(200)
  const wrong = await settings({ 'kind-pause': 'perhaps', quiet: 'yes' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Choose one of the two.')
})

test('PAUSE-7 programs see and set the same', async () => {
  expect((await app.as(mira).json('PATCH', '/api/v1/attention', { off: { pause: true } })).status).toBe(204)
  const read = await (await app.as(mira).get('/api/v1/attention')).json()
  expect(read.quiet).toBe(false)
  expect(read.kinds).toContainEqual({
    kind: 'pause',
    label: 'The pause',
    off: true,
    asleepUntil: null,
    usesThisMonth: 0,
  })
  const unknown = await app.as(mira).json('PATCH', '/api/v1/attention', { off: { shouting: true } })
  expect(unknown.status).toBe(422)
})

test('PAUSE-7 what a script tells: that the pause spoke, and what came of it; never about others', async () => {
  const may = async (who: TestMember) => (await (await app.as(who).get('/composer/pause')).json()).may
  expect(await may(mira)).toEqual({ ordinary: true, grave: true })
  await app.as(mira).form('/composer/pause', { grave: 'no' })
  const second = await app.as(mira).form('/composer/pause', {})
  expect((await second.json()).may).toEqual({ ordinary: false, grave: true })
  expect(await may(sam)).toEqual({ ordinary: true, grave: true })
  expect((await app.as(sam).form('/composer/pause/outcome', { outcome: 'heeded' })).status).toBe(204)
  expect((await app.as(mira).form('/composer/pause/outcome', { outcome: 'dismissed' })).status).toBe(204)
  expect((await uses()).map(({ outcome }) => outcome)).toEqual([null, 'dismissed'])
  expect((await app.as(mira).form('/composer/pause/outcome', { outcome: 'cross' })).status).toBe(422)
})

test('PAUSE-2 a post and a change of one are asked about as well, the title too; others’ words stay out of reach', async () => {
  const fields = { space: 'allotment', title: 'You are all idiots', body: PLAIN }
  const given = await app.as(mira).form('/new', fields)
  expect(given.status).toBe(200)
  const html = await given.text()
  expect(html).toContain('name="space" value="allotment"')
  const back = await app
    .as(mira)
    .form('/new', { ...fields, way: 'edit', picturesAgain: 'yes', alt1: 'A bed' })
  const again = await back.text()
  expect(again).toContain('value="You are all idiots"')
  expect(again).toContain('value="A bed"')
  const own = await app.post(mira, space, { title: 'Mine' })
  const changed = await app.as(mira).form(`/posts/${own}/edit`, { title: 'Mine', body: HARD })
  expect(changed.status).toBe(200)
  expect(await changed.text()).toContain(`action="/posts/${own}/edit"`)
  expect((await app.as(sam).form(`/posts/${own}/edit`, { title: 'Mine', body: HARD })).status).toBe(404)
})

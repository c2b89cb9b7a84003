import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import type { Space } from '../../spaces/index.ts'

let app: TestApp
let ines: TestMember
let mira: TestMember
let space: Space
let other: Space
let page: string

const HARD = 'You lazy idiot, you never read the rota.'
const HARDER = 'You pathetic liar, everybody knows what you are.'

beforeAll(async () => {
  app = await makeTestApp()
  ines = await app.member('Ines', { role: 'administrator' })
  mira = await app.member('Mira')
  space = await app.space('allotment')
  other = await app.space('long-haul', { visibility: 'invited', people: [mira] })
  page = `/admin/pause/${space.id}`
  for (let at = 0; at < 20; at++)
    await app.post(mira, space, { title: `Bed ${at}`, body: 'The beans are up.' })
  const post = await app.post(mira, space, { title: 'Rota', body: 'Who is on next week?' })
  await app.reply(mira, post, { body: HARD })
  await app.reply(mira, post, { body: HARDER })
  await app.post(mira, other, { title: 'Elsewhere', body: HARD })
})
afterAll(() => app.close())

const text = async (who: TestMember | undefined, path: string) => (await app.as(who).get(path)).text()
const send = (fields: Record<string, string>) => app.as(ines).form(page, { often: 'usual', ...fields })
const policies = () => app.house.db.selectFrom('pause_policies').selectAll().orderBy('version').execute()
const asked = async (body: string): Promise<boolean> =>
  (await app.as(mira).form('/new', { space: 'allotment', title: '', body })).status === 200

test('PAUSE-3 before it is used, its numbers and examples from what was posted here', async () => {
  const html = await text(ines, page)
  expect(html).toContain('It would have spoken 2 times in the last 23 posts and answers here.')
  expect(html).toContain('The 2 it would have asked about')
  expect(html).toContain('<mark>')
  expect(html).toContain('Heard as: insults')
  const seen = await send({ silent: 'insult', do: 'see' })
  const tried = await seen.text()
  expect(seen.status).toBe(200)
  expect(tried).toMatch(/It would (not have spoken|have spoken once) in the last 23/)
  expect(await policies()).toEqual([])
})

test('PAUSE-3 used from now on: without script, with script, for members to read; versioned and in the log', async () => {
  expect(await asked(`${HARD} One.`)).toBe(true)
  const heading = 'Some neighbours may hear this as being about {person|somebody}.'
  const saved = await send({ silent: 'profanity', 'heading-insult': heading, do: 'save' })
  expect(saved.status).toBe(303)
  const answer = await app.as(mira).form('/new', { space: 'allotment', title: '', body: `${HARD} Two.` })
  expect(await answer.text()).toContain('Some neighbours may hear this as being about somebody.')
  await send({ silent: 'insult,toxicity,hostility', do: 'save' })
  await app.house.db.deleteFrom('attention_uses').execute()
  expect(await asked(`${HARD} Three.`)).toBe(false)
  const state = await (await app.as(mira).get('/composer/pause?space=allotment')).json()
  expect(state.policy).toEqual({ often: 'usual', silent: ['toxicity', 'insult', 'hostility'], headings: {} })
  expect((await policies()).map(({ version }) => version)).toEqual([1, 2])
  expect(await text(mira, '/guidelines/pause')).toContain(
    'It leaves alone: words that make people leave, insults, hostility.',
  )
  expect(await text(ines, '/admin/audit')).toContain('Ines changed the pause in')
  expect(await text(ines, '/admin/pause')).toContain('Version 2, since')
})

test('PAUSE-3 another space stays as it was, and nobody learns of a space they do not see', async () => {
  const state = async (who: TestMember) =>
    (await (await app.as(who).get('/composer/pause?space=long-haul')).json()).policy
  expect(await state(mira)).toEqual({ often: 'usual', silent: [], headings: {} })
  await app.as(ines).form(`/admin/pause/${other.id}`, { often: 'less', do: 'save' })
  expect((await state(mira)).often).toBe('less')
  const sol = await app.member('Sol')
  expect((await state(sol)).often).toBe('usual')
  expect(await text(sol, '/guidelines/pause')).not.toContain('long-haul')
})

test('PAUSE-3 what does not fit comes back as it was typed, with a sentence', async () => {
  const often = await send({ often: 'always', 'heading-threat': 'Mine.', do: 'save' })
  expect(often.status).toBe(422)
  const html = await often.text()
  expect(html).toContain('Choose how often.')
  expect(html).toContain('value="Mine."')
  const long = await send({ 'heading-threat': 'x'.repeat(161), do: 'see' })
  expect(await long.text()).toContain('A sentence holds 160 characters.')
  expect((await send({ silent: 'kindness', do: 'save' })).status).toBe(422)
  expect((await app.as(mira).form(page, { often: 'less' })).status).toBe(404)
  expect((await app.as(ines).get('/admin/pause/nowhere')).status).toBe(404)
})

test('PAUSE-3 two administrators at once: both are kept, one after the other', async () => {
  const before = (await policies()).filter((one) => one.space_id === space.id).length
  await Promise.all(['less', 'more', 'usual'].map((often) => send({ often, do: 'save' })))
  const after = (await policies()).filter((one) => one.space_id === space.id)
  expect(after.map(({ version }) => version)).toEqual(Array.from({ length: before + 3 }, (_, at) => at + 1))
})

test('PAUSE-3 programs read it, and change it for administrators alone', async () => {
  const api = '/api/v1/spaces/allotment/pause'
  const policy = { often: 'less', silent: ['sarcasm'], headings: { threat: 'Some may be afraid.' } }
  expect((await app.as(ines).json('PUT', api, policy)).status).toBe(204)
  expect(await (await app.as(undefined).get(api)).json()).toMatchObject(policy)
  expect((await app.as(mira).json('PUT', api, policy)).status).toBe(404)
  expect((await app.as(ines).json('PUT', api, { ...policy, silent: ['kindness'] })).status).toBe(422)
  expect((await app.as(undefined).get('/api/v1/spaces/long-haul/pause')).status).toBe(404)
})

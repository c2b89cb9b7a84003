import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { API_ROOT, type Scope, scopes } from '../foundation/index.ts'
import { makeToken } from '../open/index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
})
afterAll(() => place?.close())

async function holding(member: TestMember, given: readonly Scope[]) {
  const token = await makeToken(place.house, member.viewer, { name: 'script', scopes: given, lifetime: '30' })
  return place.as(undefined, { authorization: `Bearer ${token}` })
}
const json = async <Answer>(answer: Response): Promise<Answer> => (await answer.json()) as Answer

test('CARE-5 through the API: asked, put off, answered, read by cursor, taken back', async () => {
  const [hers, his] = [await holding(mira, ['messages']), await holding(noor, ['messages'])]
  const first = { to: noor.handle, reason: 'The beans', body: 'How are they?' }
  const refused = await hers.json('POST', `${API_ROOT}/messages`, { ...first, reason: '' })
  expect([refused.status, (await json<{ code: string }>(refused)).code]).toEqual([422, 'reason_missing'])
  const asked = await hers.json('POST', `${API_ROOT}/messages`, first)
  expect(asked.status).toBe(201)
  const { conversationId } = await json<{ conversationId: string }>(asked)
  const at = `${API_ROOT}/messages/${conversationId}`
  expect(await json(await his.get(`${API_ROOT}/messages/requests`))).toMatchObject({
    items: [{ id: conversationId, reason: 'The beans', rests: false, from: { handle: mira.handle } }],
  })
  expect((await his.json('PUT', `${at}/answer`, { says: 'not-now' })).status).toBe(204)
  expect((await hers.json('POST', at, { body: 'And?' })).status).toBe(403)
  const answered = await his.json('POST', at, { body: 'Tall.' })
  expect(answered.status).toBe(201)
  const { id } = await json<{ id: string }>(answered)
  const page = await json<{ items: { html: string }[]; next: string }>(await hers.get(`${at}?limit=1`))
  expect(page.items[0]!.html).toContain('Tall.')
  const before = await json<{ items: unknown[]; next: null }>(await hers.get(`${at}?cursor=${page.next}`))
  expect(before).toMatchObject({ items: [{ reason: 'The beans', mine: true }], next: null })
  expect((await his.request(`${at}/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect(await json(await hers.get(`${API_ROOT}/messages`))).toMatchObject({
    items: [{ id: conversationId, mine: true, fresh: false, waits: false }],
  })
})

test('CARE-5 no token opens a conversation but one that was made for messages', async () => {
  const without = await holding(
    await place.member('Ines', { role: 'administrator' }),
    scopes.filter((scope) => scope !== 'messages'),
  )
  for (const path of ['/messages', '/messages/requests', '/messages/settings'])
    expect((await without.get(API_ROOT + path)).status).toBe(403)
  const refused = await without.json('POST', `${API_ROOT}/messages`, { to: 'mira', reason: 'x', body: 'x' })
  expect(await json(refused)).toMatchObject({ code: 'scope_missing', details: { scope: 'messages' } })
})

test('CARE-5 quiet hours and who may ask through the API', async () => {
  const his = await holding(noor, ['messages'])
  const choose = (body: object) => his.json('PUT', `${API_ROOT}/messages/settings`, body)
  const night = { takes: 'nobody', quietFrom: '22:00', quietUntil: '07:00' }
  expect((await choose(night)).status).toBe(204)
  expect(await json(await his.get(`${API_ROOT}/messages/settings`))).toEqual(night)
  const wrong = await choose({ ...night, quietUntil: 'noon' })
  expect([wrong.status, (await json<{ code: string }>(wrong)).code]).toEqual([422, 'time_wrong'])
})

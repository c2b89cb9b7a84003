import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import type { Space } from '../../spaces/index.ts'
import { giveThanks } from '../give-thanks.ts'
import { readKudos } from '../kudos/read-kudos.ts'
import { readKeepsakes } from '../read-keepsakes.ts'
import { decideShowing } from '../receive-thanks.ts'
import { changeValues, wakeValue } from './change-values.ts'
import type { CommunityValue } from './rules.ts'
import { currentValues, restedValues } from './store.ts'

let place: TestApp
let rota: Space
let mira: TestMember
let noor: TestMember
let host: TestMember
let ines: TestMember
let post: string

const wanted = [
  { name: 'taking time to explain', sentence: 'Somebody new leaves knowing how.' },
  { name: 'saying it early', sentence: 'Before noon, while it can still be mended.' },
  { name: 'leaving it tidier', sentence: 'The next one finds the key where it hangs.' },
]

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  host = await place.member('Hana', { role: 'host' })
  ines = await place.member('Ines', { role: 'administrator' })
  rota = await place.space('rota', { kind: 'team', visibility: 'invited', people: [mira, noor, host] })
  post = await place.post(mira, rota)
  await place.reply(noor, post)
})
afterAll(() => place?.close())

const now = () => currentValues(place.house, place.communityId)
const named = async (name: string): Promise<CommunityValue> => (await now()).find((one) => one.name === name)!
const change = (values: object[], known?: string[]) =>
  changeValues(place.house, ines.viewer, values as typeof wanted, known)
const code = (made: Promise<unknown>) =>
  made.then(
    () => 'fine',
    (error: { code?: string }) => error.code,
  )
const give = (value: string | undefined, words: string) =>
  giveThanks(place.house, noor.viewer, { postId: post, replyId: null, words, value, offerToShow: true })
const text = async (who: TestMember, path: string) => (await place.as(who).get(path)).text()

test('THANKS-7 without values nothing is different: nothing to choose, and no page of kudos', async () => {
  expect(await text(noor, `/thank?post=${post}`)).not.toContain('What was it for?')
  expect((await place.as(noor).get('/spaces/rota/kudos')).status).toBe(404)
  expect(await text(noor, '/spaces/rota')).not.toContain('Kudos')
})

test('THANKS-7 values are none or three to eight, each with words; a refusal keeps what stood there', async () => {
  const six = [...wanted, ...wanted.map(({ name, sentence }) => ({ name: `${name} again`, sentence }))]
  const nine = [...six, ...wanted.map(({ name, sentence }) => ({ name: `${name} anew`, sentence }))]
  expect(await code(change(wanted.slice(0, 2)))).toBe('values_too_few')
  expect(await code(change(nine))).toBe('values_too_many')
  expect(await code(change([...wanted, { name: 'SAYING IT EARLY', sentence: 'x' }]))).toBe('values_alike')
  expect(await code(change([...wanted, { name: ' ', sentence: 'x' }]))).toBe('value_name_missing')
  expect(await code(change([...wanted, { name: 'x', sentence: ' ' }]))).toBe('value_sentence_missing')
  expect(await code(change([...wanted, { name: 'x'.repeat(41), sentence: 'x' }]))).toBe('value_name_too_long')
  expect(await now()).toEqual([])
  expect(await code(changeValues(place.house, host.viewer, wanted))).toBe('not_yours')
  await change(wanted)
  expect((await now()).map(({ name, sentence }) => ({ name, sentence }))).toEqual(wanted)
})

test('THANKS-7 before a change it says what members will notice, and changes nothing until then', async () => {
  const values = await now()
  const fields: Record<string, string> = { known: values.map(({ id }) => id).join(' ') }
  for (const [at, { id, name, sentence }] of values.entries())
    Object.assign(fields, {
      [`id-${at + 1}`]: id,
      [`name-${at + 1}`]: name,
      [`sentence-${at + 1}`]: sentence,
    })
  fields['name-2'] = 'saying it before noon'
  const asked = await place.as(ines).form('/admin/values', fields)
  expect(asked.status).toBe(200)
  expect(await asked.text()).toContain('“saying it early” is called “saying it before noon” from now on')
  expect(await now()).toEqual(values)
  const done = await place.as(ines).form('/admin/values', { ...fields, seen: 'yes' })
  expect(done.status).toBe(303)
  expect((await now())[1]).toEqual({ ...values[1], name: 'saying it before noon' })
  const refused = await place.as(ines).form('/admin/values', { ...fields, 'name-1': '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Somebody new leaves knowing how.')
})

test('THANKS-7 two who change them at once overwrite nothing unseen', async () => {
  const values = await now()
  const known = values.map(({ id }) => id)
  await change([...values, { name: 'resting in time', sentence: 'And saying so.' }], known)
  expect(await code(change(values, known))).toBe('values_changed')
  expect(await now()).toHaveLength(4)
})

test('THANKS-7 a note keeps the words it was given with, whatever becomes of the value', async () => {
  const { id } = await named('saying it before noon')
  const note = await give(id, 'You rang at nine.')
  await decideShowing(place.house, mira.viewer, note, 'show')
  expect(await text(noor, `/posts/${post}`)).toContain('For saying it before noon')
  const values = await now()
  await change(values.map((one) => (one.id === id ? { ...one, name: 'telling us early' } : one)))
  expect(await text(noor, `/posts/${post}`)).toContain('For saying it before noon')
  expect(await text(mira, '/spaces/rota/kudos')).toContain('as it was called then')
  await change((await now()).filter((one) => one.id !== id))
  expect(await code(give(id, 'Again'))).toBe('value_gone')
  expect((await restedValues(place.house.db, place.communityId)).map((one) => one.id)).toEqual([id])
  const { keepsakes } = await readKeepsakes(place.house, mira.viewer, { limit: 5 })
  expect(keepsakes[0]?.valueName).toBe('saying it before noon')
  expect(await text(mira, '/spaces/rota/kudos')).not.toContain('You rang at nine.')
  await wakeValue(place.house, ines.viewer, id)
  expect(await text(mira, '/spaces/rota/kudos')).toContain('You rang at nine.')
})

test('THANKS-7 the page holds only what both agreed to show, three under each, without a number, the same for who leads', async () => {
  const { id } = await named('leaving it tidier')
  const friends: TestMember[] = []
  for (let at = 0; at < 5; at++) {
    const friend = await place.member(`Friend ${at}`)
    friends.push(friend)
    await place.house.db
      .insertInto('space_members')
      .values({
        community_id: place.communityId,
        space_id: rota.id,
        member_id: friend.id,
        joined_at: new Date(),
      })
      .execute()
    await place.reply(friend, post)
    const giving = { postId: post, replyId: null, words: `Tidy ${at}`, value: id, offerToShow: at !== 1 }
    const note = await giveThanks(place.house, friend.viewer, giving)
    place.house.clock.forward(1_000)
    if (at > 1 || at === 0) await decideShowing(place.house, mira.viewer, note, 'show')
  }
  const found = (await readKudos(place.house, noor.viewer, rota)).find(({ value }) => value.id === id)!
  expect(found.notes.map(({ words }) => words)).toEqual(['Tidy 4', 'Tidy 3', 'Tidy 2'])
  expect(found.others).toBe(true)
  expect(await text(noor, '/spaces/rota')).toContain('/spaces/rota/kudos')
  const page = async (who: TestMember) =>
    /<main[\s\S]*<\/main>/.exec(await text(who, '/spaces/rota/kudos'))![0]
  expect(await page(host)).toBe(await page(noor))
  expect(await page(host)).not.toMatch(/Tidy 1|Tidy 0/)
  // Not let into the space: no role opens its page.
  expect((await place.as(ines).get('/spaces/rota/kudos')).status).toBe(404)
})

test('THANKS-7 fifty more notes change nothing but which are shown', async () => {
  const shape = async () =>
    (await readKudos(place.house, noor.viewer, rota)).map(({ value, others }) => ({ value, others }))
  const before = await shape()
  const { id } = await named('leaving it tidier')
  const row = {
    community_id: place.communityId,
    receiver_id: mira.id,
    post_id: post,
    reply_id: null,
    kind: 'thanks' as const,
    passage: '',
    words: 'More',
    value_id: id,
    value_name: 'leaving it tidier',
    for_name: null,
    showing: 'shown' as const,
    reach: 'reached' as const,
    taken_back_at: null,
    put_away_at: null,
    answered_at: null,
  }
  const { newId } = await import('../../foundation/index.ts')
  const at = place.house.clock.now()
  const many = Array.from({ length: 50 }, () => ({
    ...row,
    id: newId(at.getTime()),
    giver_id: noor.id,
    shown_at: at,
    created_at: at,
  }))
  await place.house.db.insertInto('thanks').values(many).execute()
  expect(await shape()).toEqual(before)
})

test('THANKS-7 in support and family spaces nothing is chosen, and there is no page', async () => {
  const support = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const there = await place.post(mira, support)
  expect(await text(noor, `/thank?post=${there}`)).not.toContain('What was it for?')
  const { id } = (await now())[0]!
  const giving = { postId: there, replyId: null, words: '', value: id, offerToShow: false }
  expect(await code(giveThanks(place.house, noor.viewer, giving))).toBe('value_gone')
  expect((await place.as(noor).get('/spaces/long-haul/kudos')).status).toBe(404)
})

test('THANKS-7 the API: values, a note for one of them, the page of kudos', async () => {
  const values = (await (await place.as(noor).get('/api/v1/values')).json()) as { items: CommunityValue[] }
  expect(values.items).toEqual(await now())
  const replaced = await place.as(ines).json('PUT', '/api/v1/values', { items: values.items })
  expect(replaced.status).toBe(204)
  expect((await place.as(noor).json('PUT', '/api/v1/values', { items: [] })).status).toBe(403)
  const kudos = await (await place.as(noor).get('/api/v1/spaces/rota/kudos')).json()
  expect(JSON.stringify(kudos)).not.toMatch(/"(total|count)/)
})

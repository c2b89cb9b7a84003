import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver, reached } from '../../../test/kit/notices.ts'
import { setBounds } from '../../bounds/index.ts'
import { API_ROOT, answersSettled } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { answerHearing } from './answer-hearing.ts'
import { hearingsIn } from './read-hearings.ts'
import { HEARINGS_A_DAY } from './rules.ts'
import { sayHearing } from './say-hearing.ts'
import { takeAwayHearing } from './take-away.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let jun: TestMember
let post: string
beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
  jun = await place.member('Jun', { role: 'steward' })
})
afterAll(() => place?.close())
beforeEach(async () => {
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  post = await place.post(mira, garden, { title: 'The hose' })
})

/** The thread heats up, and nobody is told so: what speaks there is the invitation. */
async function heatUp(id = post): Promise<void> {
  const at = place.house.clock.now()
  const { communityId: community_id } = place
  await place.house.db
    .insertInto('thread_heat')
    .values({ community_id, post_id: id, likelihood: 0.8, since: at, at })
    .execute()
  for (const { id: member_id } of [mira, noor, jun])
    await place.house.db
      .insertInto('attention_subjects')
      .values({ community_id, member_id, kind: 'heat', subject_id: id, at, ended: true })
      .execute()
}

const say = (who = noor, words = 'The small beds are dry', entryId = post) =>
  sayHearing(place.house, who.viewer, { entryId, words })
const under = async (who: TestMember | undefined, id = post) =>
  (await place.as(who).get(`/posts/${id}`)).text()
const lines = async (who: TestMember) =>
  (await hearingsIn(place.house, who.viewer, post, { limit: 50 })).hearings
const rows = async (postId = post) =>
  place.house.db.selectFrom('hearings').selectAll().where('post_id', '=', postId).execute()

test('LISTEN-2 said once, confirmed or corrected by whom it is about, seen by everybody who sees the words', async () => {
  const id = await say()
  expect(await under(undefined)).toContain('Noor</a> hears:')
  expect(await under(noor)).toContain('Take it back')
  const forMira = await under(mira)
  for (const act of ['Yes, that’s it', 'Not quite', 'Take it away']) expect(forMira).toContain(act)
  expect((await place.as(mira).form(`/listen/hearings/${id}/yes`, {})).headers.get('location')).toBe(
    `/posts/${post}#post`,
  )
  expect(await under(undefined)).toContain('Mira: “Yes, that’s it.”')
  await place.as(mira).form(`/listen/hearings/${id}/correct`, { words: ' And\nthe compost. ', asked: 'yes' })
  const corrected = await under(undefined)
  expect(corrected).toContain('Mira adds:')
  expect(corrected).toContain('And the compost.')
  expect(corrected).not.toContain('Yes, that’s it')
})

test('LISTEN-2 nobody hears themselves, no more than a line, and one for each entry', async () => {
  const code = (words: string, who = noor) => say(who, words).catch((error) => error.code)
  expect(await code('mine', mira)).toBe('own_words')
  expect(await code(' \n ')).toBe('words_missing')
  expect(await code('x'.repeat(201))).toBe('words_too_long')
  const first = await say(noor, 'x'.repeat(200))
  expect(await code('x'.repeat(200))).toBe(first)
  expect(await code('Another')).toBe('heard_already')
  await takeAwayHearing(place.house, noor.viewer, first)
  expect(await code('Another')).not.toBe('heard_already')
  const reply = await place.reply(mira, post)
  expect(await say(noor, 'About the reply', reply)).toBeTruthy()
})

test('LISTEN-2 a refused line comes back as it was typed, with a sentence beside it', async () => {
  const long = `${'y'.repeat(200)}z`
  const answer = await place.as(noor).form('/listen/hear', { entry: post, words: long, asked: 'yes' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(long)
  expect(page).toContain('A line holds 200 characters.')
  expect(await rows()).toEqual([])
})

test('LISTEN-2 pressed twice at once it is there once; confirmed while it is taken back, it is gone or answered, never both', async () => {
  const ids = await Promise.all([say(), say(), say()])
  expect(new Set(ids).size).toBe(1)
  expect(await rows()).toHaveLength(1)
  for (let round = 0; round < 6; round++) {
    const id = round === 0 ? ids[0]! : await say()
    const [answered] = await Promise.allSettled([
      answerHearing(place.house, mira.viewer, id, undefined),
      takeAwayHearing(place.house, noor.viewer, id),
    ])
    if (answered.status === 'rejected') expect(answered.reason.code).toBe('hearing_gone')
    expect(await rows()).toEqual([])
    const events = await place.house.db
      .selectFrom('events')
      .select('kind')
      .where('subject_id', '=', id)
      .where('kind', '=', 'hearing-answered')
      .execute()
    expect(events).toHaveLength(answered.status === 'fulfilled' ? 1 : 0)
  }
})

test('LISTEN-2 whom it is about takes it away for good; a steward may as well, and that is on record', async () => {
  const id = await say()
  await takeAwayHearing(place.house, mira.viewer, id)
  expect(await under(noor)).not.toContain('hears:')
  expect(await say().catch((error) => error.code)).toBe('taken_away')
  expect((await rows())[0]).toMatchObject({ words: '', adds: '' })
  const other = await place.member('Theo')
  const second = await say(other, 'A line to regret')
  expect(await takeAwayHearing(place.house, noor.viewer, second).catch((error) => error.code)).toBe(
    'not_found',
  )
  await takeAwayHearing(place.house, jun.viewer, second)
  expect(await under(other)).not.toContain('A line to regret')
  const audit = await place.house.db
    .selectFrom('audit')
    .select('member_id')
    .where('subject_id', '=', second)
    .execute()
  expect(audit).toEqual([{ member_id: other.id }])
})

test('LISTEN-2 boundaries: behind a block nothing is said or seen; a mute folds it for who is meant and tells nobody', async () => {
  const theo = await place.member('Theo')
  await say(noor, 'Blocked line')
  await setBounds(place.house, mira.viewer, noor.handle, 'block')
  expect(await say(noor, 'More').catch((error) => error.code)).toBe('not_found')
  for (const who of [mira, theo, undefined]) expect(await under(who)).not.toContain('Blocked line')
  await setBounds(place.house, mira.viewer, theo.handle, 'mute')
  await say(theo, 'Muted line')
  expect(await under(mira)).toContain('What someone you muted hears')
  expect(await under(undefined)).toContain('Muted line')
  await deliver(place.house)
  // Told before the block, which came before anybody looked.
  expect(await reached(place.house, mira)).not.toContain('heard')
  const lena = await place.member('Lena')
  await setBounds(place.house, lena.viewer, theo.handle, 'mute')
  expect(await under(lena)).not.toContain('Muted line')
})

test('LISTEN-2 words without a name: its writer is not named anywhere, and no block gives them away', async () => {
  const room = await place.space(`room-${post.slice(-6)}`, { kind: 'support', visibility: 'members' })
  post = await place.post(mira, room, { title: 'Nights', unnamed: true })
  const id = await say(noor, 'The nights are long')
  await answerHearing(place.house, mira.viewer, id, 'And loud')
  await deliver(place.house)
  expect(await under(noor)).toContain('A member adds:')
  expect(await (await place.as(noor).get('/notices')).text()).toMatch(/A member\s*answered what you heard/)
  await setBounds(place.house, mira.viewer, noor.handle, 'block')
  for (const who of [noor, jun]) expect(await under(who)).toContain('The nights are long')
  expect(await under(mira)).not.toContain('The nights are long')
  expect(JSON.stringify(await lines(noor))).not.toContain('Mira')
})

test('LISTEN-2 in a closed thread nothing is added, and what stands there may still go', async () => {
  const id = await say()
  await place.as(jun).form(`/posts/${post}/lock`, {})
  const theo = await place.member('Theo')
  expect(await say(theo).catch((error) => error.code)).toBe('not_hearable')
  expect(await answerHearing(place.house, mira.viewer, id, undefined).catch((error) => error.code)).toBe(
    'thread_closed',
  )
  expect(await under(theo)).not.toContain('/listen/hear?')
  await takeAwayHearing(place.house, mira.viewer, id)
  const closed = await place.space(`closed-${post.slice(-6)}`, { visibility: 'invited', people: [mira] })
  const secret = await place.post(mira, closed)
  expect(await say(noor, 'I hear', secret).catch((error) => error.code)).toBe('not_found')
})

test('LISTEN-2 both are told, once, and each may switch it off; what was taken back is not told of', async () => {
  const id = await say()
  await answerHearing(place.house, mira.viewer, id, undefined)
  await deliver(place.house)
  await deliver(place.house)
  expect(await reached(place.house, mira)).toContain('heard')
  expect(await reached(place.house, noor)).toContain('heard-back')
  expect(await (await place.as(mira).get('/notices')).text()).toContain('The small beds are dry')
  const settings = await (await place.as(mira).get('/settings/notices')).text()
  for (const label of ['When somebody says what they hear me say', 'When somebody answers what I heard'])
    expect(settings).toContain(label)
  await takeAwayHearing(place.house, noor.viewer, id)
  expect(await (await place.as(mira).get('/notices')).text()).not.toContain('The small beds are dry')
  await place.as(mira).json('PATCH', `${API_ROOT}/notices/settings`, { kinds: { heard: 'off' } })
  const second = await place.member('Theo')
  await say(second)
  await deliver(place.house)
  expect((await reached(place.house, mira)).filter((kind) => kind === 'heard')).toHaveLength(1)
})

test('LISTEN-2 “Yes” pressed again is no news, and what a line was answered is told of once', async () => {
  const id = await say()
  const answered = async () =>
    (
      await place.house.db
        .selectFrom('events')
        .select('id')
        .where('subject_id', '=', id)
        .where('kind', '=', 'hearing-answered')
        .execute()
    ).length
  for (const words of [undefined, undefined]) await answerHearing(place.house, mira.viewer, id, words)
  expect(await answered()).toBe(1)
  for (const words of ['And loud', 'And loud ']) await answerHearing(place.house, mira.viewer, id, words)
  expect(await answered()).toBe(2)
  await deliver(place.house)
  expect((await reached(place.house, noor)).filter((kind) => kind === 'heard-back')).toHaveLength(1)
})

test('LISTEN-2 who has said something here already keeps what they typed', async () => {
  await say(noor, 'The first line')
  const answer = await place
    .as(noor)
    .form('/listen/hear', { entry: post, words: 'A better line', asked: 'yes' })
  expect(answer.status).toBe(409)
  const text = await answer.text()
  for (const words of ['The first line', 'A better line']) expect(text).toContain(words)
})

test('LISTEN-2 it goes with the words it is about, and with its member', async () => {
  const reply = await place.reply(mira, post)
  await say(noor, 'About the reply', reply)
  await say(noor, 'About the post')
  await place.as(mira).form(`/posts/${post}/replies/${reply}/take-back`, {})
  await deliver(place.house)
  expect((await rows()).map(({ words }) => words)).toEqual(['About the post'])
  const { db, clock } = place.house
  const { record } = await import('../../foundation/index.ts')
  await db
    .transaction()
    .execute((trx) =>
      record(
        trx,
        { communityId: place.communityId, kind: 'member-left', actorId: noor.id, memberId: noor.id },
        clock.now(),
      ),
    )
  await deliver(place.house)
  expect(await rows()).toEqual([])
})

test('LISTEN-2 no more than twenty a day', async () => {
  const replies = await Promise.all(Array.from({ length: HEARINGS_A_DAY + 1 }, () => place.reply(mira, post)))
  for (const reply of replies.slice(1)) await say(noor, 'A line', reply)
  expect(await say(noor, 'A line', replies[0]).catch((error) => error.code)).toBe('enough_heard')
  expect((await rows()).length).toBe(HEARINGS_A_DAY)
})

test('LISTEN-2 three stand open under an entry, what waits for its author first, and the others unfold', async () => {
  for (let at = 0; at < 5; at++) await say(await place.member(`Friend ${at}`), `Line ${at}`)
  const heard = async (who = mira) => {
    const [open, others] = (await under(who)).split('<summary>and others</summary>')
    const found = (text = '') => [...text.matchAll(/Line \d/g)].map(([line]) => line)
    return { open: found(open), others: found(others) }
  }
  expect(await heard()).toEqual({ open: ['Line 0', 'Line 1', 'Line 2'], others: ['Line 3', 'Line 4'] })
  const [first] = await lines(mira)
  await answerHearing(place.house, mira.viewer, first!.id, undefined)
  expect(await heard()).toEqual({ open: ['Line 1', 'Line 2', 'Line 3'], others: ['Line 4', 'Line 0'] })
  const lena = await place.member('Lena')
  for (const { listener } of (await lines(mira)).slice(0, 3))
    await setBounds(place.house, lena.viewer, listener.handle, 'mute')
  expect(await heard(lena)).toEqual({ open: ['Line 3', 'Line 4'], others: [] })
})

test('LISTEN-2 whom one muted takes no place from others, in the list either', async () => {
  const lena = await place.member('Lena')
  const friends = []
  for (let at = 0; at < 3; at++) friends.push(await place.member(`Friend ${at}`))
  for (const [at, friend] of friends.entries()) await say(friend, `Line ${at}`)
  for (const friend of friends.slice(0, 2)) await setBounds(place.house, lena.viewer, friend.handle, 'mute')
  const page = await hearingsIn(place.house, lena.viewer, post, { limit: 1 })
  expect(page.hearings.map(({ words }) => words)).toEqual(['Line 2'])
  expect(page.next).toBeUndefined()
})

const INVITES = 'what do you hear Mira saying?'

test('LISTEN-2 the invitation: only where it heats up, once in a thread for each person', async () => {
  expect(await under(noor)).not.toContain(INVITES)
  await heatUp()
  const invites = await under(noor)
  expect(invites).toContain(INVITES)
  // A form inside a form would end it.
  expect(invites.slice(invites.indexOf('id="answer"')).match(/<form/g)).toHaveLength(1)
  await answersSettled(place.house)
  // Read again a moment later it still stands; after the visit it is over.
  expect(await under(noor)).toContain(INVITES)
  expect(await under(undefined)).not.toContain(INVITES)
  expect(await under(mira)).not.toContain('what do you hear')
  place.house.clock.forward(31 * 60_000)
  expect(await under(noor)).not.toContain(INVITES)
  const uses = await place.house.db
    .selectFrom('attention_uses')
    .selectAll()
    .where('member_id', '=', noor.id)
    .execute()
  expect(uses.map(({ kind, outcome }) => [kind, outcome])).toEqual([['listen', null]])
})

test('LISTEN-2 the invitation ends with “Not now”, and with a line said; it keeps to the budget and to “Just the conversation”', async () => {
  await heatUp()
  const outcomes = async () =>
    (
      await place.house.db
        .selectFrom('attention_uses')
        .select('outcome')
        .where('member_id', '=', noor.id)
        .orderBy('id')
        .execute()
    ).map(({ outcome }) => outcome)
  await under(noor)
  await answersSettled(place.house)
  await place.as(noor).form(`/listen/threads/${post}/not-now`, {})
  expect(await under(noor)).not.toContain(INVITES)
  expect(await outcomes()).toEqual(['dismissed'])
  const second = await place.post(mira, garden)
  await heatUp(second)
  expect(await under(noor, second)).toContain(INVITES)
  await answersSettled(place.house)
  await say(noor, 'The beds are dry', second)
  expect(await outcomes()).toEqual(['dismissed', 'heeded'])
  // Two a day.
  const third = await place.post(mira, garden)
  await heatUp(third)
  expect(await under(noor, third)).not.toContain(INVITES)
  const theo = await place.member('Theo')
  await place.as(theo).json('PATCH', `${API_ROOT}/attention`, { quiet: true })
  expect(await under(theo, third)).not.toContain(INVITES)
})

test('LISTEN-2 through the API', async () => {
  const said = await place.as(noor).json('POST', `${API_ROOT}/hearings`, { entryId: post, words: 'Dry beds' })
  expect(said.status).toBe(201)
  const { id } = (await said.json()) as { id: string }
  const list = async (who?: TestMember) =>
    (await (await place.as(who).get(`${API_ROOT}/posts/${post}/hearings`)).json()) as { items: object[] }
  expect(await list()).toMatchObject({
    items: [{ id, replyId: null, words: 'Dry beds', answer: null, from: { name: 'Noor' }, mine: false }],
    next: null,
  })
  const answer = (who: TestMember, body: object) =>
    place.as(who).json('PUT', `${API_ROOT}/hearings/${id}/answer`, body)
  expect((await answer(noor, {})).status).toBe(404)
  expect((await answer(mira, { adds: 'And the compost' })).status).toBe(204)
  expect(await list(mira)).toMatchObject({
    items: [{ answer: 'adds', adds: 'And the compost', forMe: true }],
  })
  expect((await place.as(noor).request(`${API_ROOT}/hearings/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await list()).items).toEqual([])
})

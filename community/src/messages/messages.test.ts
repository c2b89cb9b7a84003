import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver, reached } from '../../test/kit/notices.ts'
import { setBounds } from '../bounds/index.ts'
import { answer, answerRequest, takeBack, withdraw } from './answer.ts'
import { chooseSettings } from './choose-settings.ts'
import { leaveOpening, takeBackOpening } from './leave-opening.ts'
import { readConversation, readMessages } from './read-conversation.ts'
import { readList, readRequests } from './read-conversations.ts'
import { openingsUnder } from './read-openings.ts'
import { holdConversation } from './store.ts'
import { tellAfterQuiet } from './tell-after-quiet.ts'
import { writeTo } from './write-to.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let ines: TestMember

const DAY = 86_400_000

beforeEach(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  ines = await place.member('Ines', { role: 'administrator' })
  place.house.clock.forward(3 * DAY)
})
afterEach(() => place.close())

const request = (
  from: TestMember,
  to: TestMember,
  given: { reason?: string; body?: string; beside?: string } = {},
) =>
  writeTo(place.house, from.viewer, { to: to.handle, reason: 'The beans', body: 'How are they?', ...given })
const bodies = async (reader: TestMember, id: string) =>
  (await readMessages(place.house, reader.viewer, id))?.messages.map(({ html }) =>
    html.replace(/<[^>]+>|\n/g, ''),
  )
const accept = (by: TestMember, id: string) => answerRequest(place.house, by.viewer, id, 'accept')
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

test('CARE-5 a first message is a request with a reason; who asked adds nothing until there is an answer', async () => {
  expect(await code(request(mira, noor, { reason: '  ' }))).toBe('reason_missing')
  const { conversationId } = await request(mira, noor)
  expect(await code(answer(place.house, mira.viewer, conversationId, 'And?'))).toBe('not_answered_yet')
  expect(await code(request(mira, noor, { body: 'And?' }))).toBe('asked_already')
  expect(await readRequests(place.house, noor.viewer)).toMatchObject([
    { id: conversationId, reason: 'The beans', rests: false },
  ])
  expect((await readList(place.house, noor.viewer)).lines).toEqual([])
  expect((await readList(place.house, mira.viewer)).lines).toMatchObject([{ waits: true }])
  await answer(place.house, noor.viewer, conversationId, 'Tall.')
  await answer(place.house, mira.viewer, conversationId, 'Good.')
  expect(await bodies(noor, conversationId)).toEqual(['How are they?', 'Tall.', 'Good.'])
})

test('CARE-5 “not now” costs nothing: who asked sees the same, no notice follows, and a yes is still possible', async () => {
  const { conversationId } = await request(mira, noor)
  const seen = async () =>
    JSON.stringify([
      await readConversation(place.house, mira.viewer, conversationId),
      await readList(place.house, mira.viewer),
    ])
  const before = await seen()
  await answerRequest(place.house, noor.viewer, conversationId, 'not-now')
  expect(await seen()).toBe(before)
  expect(await readRequests(place.house, noor.viewer)).toMatchObject([{ rests: true }])
  await withdraw(place.house, mira.viewer, conversationId)
  place.house.clock.forward(DAY)
  const again = await request(mira, noor, { body: 'Once more?' })
  await deliver(place.house)
  // Of the first one alone.
  expect(await reached(place.house, noor)).toEqual(['message-requests'])
  expect(await readRequests(place.house, noor.viewer)).toMatchObject([{ rests: true }])
  await accept(noor, again.conversationId)
  expect(await readList(place.house, noor.viewer)).toMatchObject({ lines: [{ waits: false }] })
})

test('two who write to each other at the same moment have one conversation, and both their words in it', async () => {
  const [one, other] = await Promise.all([
    request(mira, noor, { body: 'From Mira' }),
    request(noor, mira, { body: 'From Noor' }),
  ])
  expect(one.conversationId).toBe(other.conversationId)
  expect((await bodies(mira, one.conversationId))!.sort()).toEqual(['From Mira', 'From Noor'])
  expect((await readConversation(place.house, mira.viewer, one.conversationId))?.state).toBe('open')
})

test('pressed twice, it is there once', async () => {
  const [one, other] = await Promise.all([request(mira, noor), request(mira, noor)])
  expect(other).toEqual(one)
  await accept(noor, one.conversationId)
  const twice = () => answer(place.house, noor.viewer, one.conversationId, 'Yes.')
  const [first, second] = await Promise.all([twice(), twice()])
  expect(second).toBe(first)
})

test('CARE-5 only the two see it: nobody else finds a page, a list, a word, whatever their role', async () => {
  const { conversationId } = await request(mira, noor, { body: 'A secret recipe' })
  for (const [who, status] of [
    [mira, 200],
    [noor, 200],
    [ines, 404],
    [undefined, 303],
  ] as const) {
    expect((await place.as(who).get(`/messages/${conversationId}`)).status).toBe(status)
    if (who) expect((await place.as(who).get(`/api/v1/messages/${conversationId}`)).status).toBe(status)
  }
  for (const [path, fields] of [
    ['', { body: 'Hello' }],
    ['/accept', {}],
    ['/not-now', {}],
    ['/take-back', {}],
  ] as const)
    expect((await place.as(ines).form(`/messages/${conversationId}${path}`, fields)).status).toBe(404)
  for (const path of [
    '/messages',
    '/messages/requests',
    '/search?words=recipe',
    '/api/v1/search?words=recipe',
  ])
    expect(await (await place.as(ines).get(path)).text()).not.toContain('secret recipe')
})

test('BOUNDS-3 after a block the conversation is there for neither, and comes back when it ends', async () => {
  const { conversationId } = await request(mira, noor)
  await accept(noor, conversationId)
  await setBounds(place.house, noor.viewer, mira.handle, 'block')
  for (const who of [mira, noor]) {
    expect(await readConversation(place.house, who.viewer, conversationId)).toBeUndefined()
    expect((await readList(place.house, who.viewer)).lines).toEqual([])
    expect(await code(answer(place.house, who.viewer, conversationId, 'Hello?'))).toBe('not_found')
  }
  expect(await code(request(mira, noor))).toBe('not_found')
  await setBounds(place.house, noor.viewer, mira.handle, 'unblock')
  expect(await bodies(mira, conversationId)).toEqual(['How are they?'])
})

test('BOUNDS-3 who is muted reaches nobody by a notice, and their request rests', async () => {
  await setBounds(place.house, noor.viewer, mira.handle, 'mute')
  await request(mira, noor)
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual([])
  expect(await readRequests(place.house, noor.viewer)).toMatchObject([{ rests: true }])
})

test('CARE-5 a message tells of itself without a word of it, and reading ends the notice', async () => {
  const { conversationId } = await request(mira, noor, { body: 'A secret recipe' })
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual(['message-requests'])
  const page = await (await place.as(noor).get('/notices')).text()
  expect(page).toContain('Mira')
  expect(page).toContain(`/messages/${conversationId}`)
  expect(page).not.toContain('secret recipe')
  place.house.clock.forward(1_000)
  await accept(noor, conversationId)
  await answer(place.house, mira.viewer, conversationId, 'And more')
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual(['message-requests', 'messages'])
})

test('CARE-5 a letter says who wrote and where to read it, and not a word of what they wrote', async () => {
  const { conversationId } = await request(mira, noor, { reason: 'A secret reason', body: 'A secret recipe' })
  await accept(noor, conversationId)
  await answer(place.house, mira.viewer, conversationId, 'A secret ending')
  await deliver(place.house)
  place.house.clock.forward(60_000)
  await place.house.jobs.runDue(place.house)
  const letters = place.house.mail.letters.filter(({ subject }) => subject.includes('wrote to you'))
  expect(letters.map(({ subject }) => subject)).toEqual(['Mira wrote to you · Test Street'])
  expect(letters[0]!.text).toContain(`/messages/${conversationId}`)
  expect(JSON.stringify(place.house.mail.letters)).not.toContain('secret')
})

test('CARE-5 in quiet hours a message arrives silently, and is told of once when they end', async () => {
  await chooseSettings(place.house, noor.viewer, {
    takes: 'requests',
    quiet: true,
    from: '00:00',
    until: '23:59',
  })
  const { conversationId } = await request(mira, noor)
  await accept(noor, conversationId)
  await answer(place.house, mira.viewer, conversationId, 'One.')
  await answer(place.house, mira.viewer, conversationId, 'Two.')
  await deliver(place.house)
  await tellAfterQuiet(place.house, place.communityId)
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual([])
  expect(await bodies(noor, conversationId)).toHaveLength(3)
  place.house.clock.forward(DAY)
  await tellAfterQuiet(place.house, place.communityId)
  await tellAfterQuiet(place.house, place.communityId)
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual(['messages'])
})

test('CARE-5 the end of quiet hours waits for nobody who writes right now, and tells of it the next time', async () => {
  await chooseSettings(place.house, noor.viewer, {
    takes: 'requests',
    quiet: true,
    from: '00:00',
    until: '23:59',
  })
  const { conversationId } = await request(mira, noor)
  place.house.clock.forward(DAY)
  const told = async () => {
    await tellAfterQuiet(place.house, place.communityId)
    await deliver(place.house)
    return reached(place.house, noor)
  }
  await place.house.db.transaction().execute(async (trx) => {
    await holdConversation(trx, place.communityId, conversationId)
    expect(await told()).toEqual([])
  })
  expect(await told()).toEqual(['message-requests'])
})

test('CARE-5 what was read in quiet hours is not told of afterwards', async () => {
  await chooseSettings(place.house, noor.viewer, {
    takes: 'requests',
    quiet: true,
    from: '00:00',
    until: '23:59',
  })
  const { conversationId } = await request(mira, noor)
  const { answersSettled } = await import('../foundation/index.ts')
  await place.as(noor).get(`/messages/${conversationId}`)
  await answersSettled(place.house)
  place.house.clock.forward(DAY)
  await tellAfterQuiet(place.house, place.communityId)
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual([])
})

test('CARE-5 “I am here if you want to write” is read by the author alone, opens at once, and goes after seven days', async () => {
  const space = await place.space('quiet', { kind: 'support', visibility: 'members' })
  const post = await place.post(noor, space, { title: 'A hard week' })
  await leaveOpening(place.house, mira.viewer, post)
  await leaveOpening(place.house, mira.viewer, post)
  const seen = async (who: TestMember) => (await openingsUnder(place.house, who.viewer, [post])).get(post)
  const [opening] = (await seen(noor))!
  expect(opening).toMatchObject({ name: 'Mira', mine: false })
  expect(await seen(mira)).toMatchObject([{ mine: true }])
  expect(await seen(ines)).toBeUndefined()
  await deliver(place.house)
  expect(await reached(place.house, noor)).toEqual(['message-openings'])
  const take = (who: TestMember) =>
    writeTo(place.house, who.viewer, { opening: opening!.id, reason: '', body: 'Thank you.' })
  expect(await code(take(ines))).toBe('not_found')
  place.house.clock.forward(7 * DAY + 1)
  expect(await seen(noor)).toBeUndefined()
  expect(await code(take(noor))).toBe('not_found')
  place.house.clock.forward(-2)
  const { conversationId } = await take(noor)
  expect(await readConversation(place.house, mira.viewer, conversationId)).toMatchObject({ state: 'open' })
  expect((await readMessages(place.house, mira.viewer, conversationId))!.messages[0]!.about?.title).toBe(
    'A hard week',
  )
  expect(await seen(noor)).toBeUndefined()
})

test('CARE-5 who answers “I am here” after it has lapsed goes on as a request, with what they wrote', async () => {
  const post = await place.post(noor, await place.space('garden'))
  await leaveOpening(place.house, mira.viewer, post)
  const [opening] = (await openingsUnder(place.house, noor.viewer, [post])).get(post)!
  const form = await (await place.as(noor).get(`/messages/new?opening=${opening!.id}`)).text()
  expect(form).toContain(`name="to" value="${mira.handle}"`)
  await takeBackOpening(place.house, mira.viewer, post)
  const fields = { opening: opening!.id, to: mira.handle, body: 'Thank you for being here.', asked: 'yes' }
  const back = await place.as(noor).form('/messages/new', fields)
  expect(back.status).toBe(422)
  const text = await back.text()
  for (const part of ['Thank you for being here.', 'name="reason"', 'can go as a request'])
    expect(text).toContain(part)
  expect(text).not.toContain('name="opening"')
  const sent = await place.as(noor).form('/messages/new', { ...fields, reason: 'You were here' })
  expect(sent.status).toBe(303)
  expect(await readRequests(place.house, mira.viewer)).toMatchObject([{ reason: 'You were here' }])
  expect((await place.as(noor).get(`/messages/new?opening=${opening!.id}`)).status).toBe(404)
})

test('CARE-5 “I am here” says nothing of who wrote without a name, and is taken back as if it had not been left', async () => {
  const space = await place.space('quiet', { kind: 'support', visibility: 'members' })
  const post = await place.post(noor, space, { title: 'Nobody knows', unnamed: true })
  await leaveOpening(place.house, mira.viewer, post)
  const page = await (await place.as(mira).get(`/posts/${post}`)).text()
  expect(page).toContain('Only who wrote this can read it')
  expect(page).not.toContain('Noor')
  await takeBackOpening(place.house, mira.viewer, post)
  expect((await openingsUnder(place.house, noor.viewer, [post])).size).toBe(0)
})

test('CARE-5 how often one turns to the same person counts only where they are named', async () => {
  const space = await place.space('quiet', { kind: 'support', visibility: 'members' })
  const unnamed = await Promise.all([1, 2, 3].map(() => place.post(noor, space, { unnamed: true })))
  // Counted between the two, the third would say that all three are by one person; and a named one, that it is Noor.
  for (const post of unnamed) await leaveOpening(place.house, mira.viewer, post)
  const named = await Promise.all([1, 2, 3].map(() => place.post(noor, space)))
  place.house.clock.forward(DAY)
  for (const post of named.slice(1)) await leaveOpening(place.house, mira.viewer, post)
  const refused = await place.as(mira).form('/here', { entry: named[0]! })
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('You have turned to this person twice within seven days.')
})

test('a request beside a post names it only where both can see it', async () => {
  const open = await place.space('garden')
  const closed = await place.space('team', { visibility: 'invited', people: [mira] })
  const [seen, unseen] = [await place.post(noor, open), await place.post(mira, closed, { title: 'Our plan' })]
  const { conversationId } = await request(mira, noor, { beside: seen })
  expect((await readMessages(place.house, noor.viewer, conversationId))!.messages[0]!.about?.title).toBe(
    'Tomatoes',
  )
  await withdraw(place.house, mira.viewer, conversationId)
  const other = await request(mira, noor, { beside: unseen, body: 'Another' })
  expect(
    (await readMessages(place.house, mira.viewer, other.conversationId))!.messages[0]!.about,
  ).toBeUndefined()
})

test('BASE members under 18: messages are closed for them, and nobody learns that it is their age', async () => {
  const kid = await place.member('Kit', { under18: true })
  await chooseSettings(place.house, noor.viewer, { takes: 'nobody', quiet: false, from: '', until: '' })
  const page = async (to: TestMember) =>
    (await (await place.as(mira).get(`/messages/new?to=${to.handle}`)).text())
      .replaceAll(to.name, 'X')
      .replaceAll(to.handle, 'x')
  const plain = (html: string) => html.replace(/nonce="[^"]*"/g, '')
  expect(plain(await page(kid))).toBe(plain(await page(noor)))
  expect(await code(request(mira, kid))).toBe('takes_no_messages')
  expect(await code(request(kid, mira))).toBe('closed_here')
  for (const path of ['/messages', '/messages/new?to=mira', '/settings/messages'])
    expect((await place.as(kid).get(path)).status).toBe(403)
  expect(await (await place.as(kid).get('/lately')).text()).not.toContain('href="/messages"')
})

test('CARE-5 five requests a day, one for who has just come, and no link in a newcomer’s first words', async () => {
  const others = await Promise.all(
    ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => place.member(`Person ${name}`)),
  )
  const told = []
  for (const one of others) told.push(await code(request(mira, one)))
  expect(told).toEqual(['done', 'done', 'done', 'done', 'done', 'enough_requests'])
  const fresh = await place.member('Fresh')
  expect(await code(request(fresh, mira, { body: 'Look: https://elsewhere.example' }))).toBe('link_later')
  expect(await code(request(fresh, mira))).toBe('done')
  expect(await code(request(fresh, noor))).toBe('enough_requests')
})

test('a message is taken back for both within ten minutes, and what was read before stays read', async () => {
  const { conversationId } = await request(mira, noor)
  await accept(noor, conversationId)
  const id = await answer(place.house, noor.viewer, conversationId, 'Slip.')
  expect(await code(takeBack(place.house, mira.viewer, conversationId, id))).toBe('not_found')
  await takeBack(place.house, noor.viewer, conversationId, id)
  await takeBack(place.house, noor.viewer, conversationId, id)
  expect(await bodies(mira, conversationId)).toEqual(['How are they?'])
  expect((await readList(place.house, mira.viewer)).lines).toMatchObject([{ fresh: false, mine: true }])
  const late = await answer(place.house, noor.viewer, conversationId, 'Stays.')
  place.house.clock.forward(601_000)
  expect(await code(takeBack(place.house, noor.viewer, conversationId, late))).toBe('too_late')
})

test('what was taken back is told of nowhere: no mark, no letter, also where the notice comes later', async () => {
  const unseen = async () =>
    (
      await place.house.db
        .selectFrom('notices')
        .select('kind')
        .where('member_id', '=', noor.id)
        .where('read_at', 'is', null)
        .execute()
    ).map(({ kind }) => kind)
  const asked = await request(mira, noor)
  await deliver(place.house)
  expect(await unseen()).toContain('message-requests')
  await withdraw(place.house, mira.viewer, asked.conversationId)
  expect(await unseen()).not.toContain('message-requests')
  const { conversationId } = await request(mira, noor, { body: 'Once more' })
  await accept(noor, conversationId)
  await answer(place.house, noor.viewer, conversationId, 'Yes.')
  const { markRead } = await import('./sides-store.ts')
  const side = { communityId: place.communityId, memberId: noor.id, conversationId }
  await markRead(
    place.house.db,
    side,
    (await readConversation(place.house, noor.viewer, conversationId))!.lastId,
  )
  const [first, second] = [
    await answer(place.house, mira.viewer, conversationId, 'One slip.'),
    await answer(place.house, mira.viewer, conversationId, 'Two slips.'),
  ]
  await deliver(place.house)
  await takeBack(place.house, mira.viewer, conversationId, second)
  expect(await unseen()).toContain('messages')
  await takeBack(place.house, mira.viewer, conversationId, first)
  expect(await unseen()).not.toContain('messages')
  const third = await answer(place.house, mira.viewer, conversationId, 'A third.')
  await takeBack(place.house, mira.viewer, conversationId, third)
  await deliver(place.house)
  expect(await unseen()).not.toContain('messages')
  place.house.clock.forward(3_600_000)
  await place.house.jobs.runDue(place.house)
  expect(place.house.mail.letters.filter(({ subject }) => subject.includes('Mira'))).toEqual([])
})

test('who leaves takes their requests with them; what was said in a conversation stays with the other', async () => {
  const { conversationId } = await request(mira, noor)
  await accept(noor, conversationId)
  await request(mira, ines)
  const { record } = await import('../foundation/index.ts')
  await place.house.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('members')
      .set({ status: 'left', name: 'A former member' })
      .where('id', '=', mira.id)
      .execute()
    const event = { communityId: place.communityId, actorId: mira.id, memberId: mira.id }
    await record(trx, { ...event, kind: 'member-left' }, place.house.clock.now())
  })
  await deliver(place.house)
  expect(await readRequests(place.house, ines.viewer)).toEqual([])
  expect(await bodies(noor, conversationId)).toEqual(['How are they?'])
  expect(await code(answer(place.house, noor.viewer, conversationId, 'Hello?'))).toBe('not_here_any_more')
  const refused = await place
    .as(noor)
    .form(`/messages/${conversationId}`, { body: 'Are you well?', asked: 'yes' })
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain('Are you well?')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBlock } from '../../src/bounds/index.ts'
import { sayHearing } from '../../src/listen/index.ts'
import { decideCase, reportWords } from '../../src/mend/index.ts'
import { writeTo } from '../../src/messages/index.ts'
import { addIdea, importSpotlights, tellStory } from '../../src/shine/index.ts'
import type { Space } from '../../src/spaces/index.ts'
import { importFeedback } from '../../src/team/index.ts'
import { decideShowing, giveThanks } from '../../src/thanks/index.ts'
import { makeTestApp, type TestApp, type TestMember } from '../kit/app.ts'
import { asLargeAs } from '../kit/writers.ts'

interface Given {
  kind: string
  id: string
  words: string
}

let place: TestApp
let garden: Space
let closed: Space
const people = {} as Record<'giver' | 'receiver' | 'third' | 'steward' | 'second' | 'outside', TestMember>

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
  for (const name of ['giver', 'receiver', 'third'] as const) people[name] = await place.member(name)
  people.steward = await place.member('steward', { role: 'steward' })
  people.second = await place.member('second', { role: 'steward' })
  people.outside = await place.member('outside', { role: 'steward' })
  closed = await place.space('closed', {
    visibility: 'invited',
    people: [people.giver, people.receiver, people.third, people.steward, people.second],
  })
  await asLargeAs(place, 'house')
  place.house.clock.forward(3 * 86_400_000)
})
afterAll(() => place?.close())

let made = 0
const say = () => `Words number ${++made}.`

/** One of each kind: what `from` wrote to, or about, `to`. */
const kinds: Record<string, (from: TestMember, to: TestMember, space: Space) => Promise<Given>> = {
  async message(from, to) {
    const words = say()
    await place.house.pool.query(
      'delete from limits; delete from message_sides; delete from message_conversations; delete from messages',
    )
    const { messageId } = await writeTo(place.house, from.viewer, {
      to: to.handle,
      reason: 'Hello',
      body: words,
    })
    return { kind: 'message', id: messageId, words }
  },
  async thanks(from, to, space) {
    const words = say()
    // Three a day between the same two are enough.
    place.house.clock.forward(9 * 3_600_000)
    const post = await place.post(to, space)
    const given = { postId: post, replyId: null, words, offerToShow: true }
    await place.reply(from, post)
    const id = await giveThanks(place.house, from.viewer, given)
    await decideShowing(place.house, to.viewer, id, 'show')
    return { kind: 'thanks', id, words }
  },
  async hearing(from, to, space) {
    const words = say()
    const post = await place.post(to, space)
    return {
      kind: 'hearing',
      id: await sayHearing(place.house, from.viewer, { entryId: post, words }),
      words,
    }
  },
  async story(from, to) {
    const words = say()
    const act = await addIdea(place.house, to.viewer, say())
    await tellStory(place.house, from.viewer, act, words)
    const { rows } = await place.house.pool.query('select id from kind_act_tries where act_id = $1', [act])
    return { kind: 'kind-act-story', id: rows[0].id, words }
  },
  async sentence(from, to) {
    const { newId } = await import('../../src/foundation/index.ts')
    const { house, communityId } = place
    const words = say()
    const now = house.clock.now()
    const one = { id: newId(), writerId: from.id, aboutId: to.id, words, writtenAt: now }
    const lit = { id: newId(), memberId: to.id, from: now, told: [one] }
    const today = { year: now.getUTCFullYear(), month: now.getUTCMonth(), date: now.getUTCDate() }
    await house.pool.query('delete from spotlights; delete from spotlight_words; delete from spotlight_hosts')
    await house.db
      .transaction()
      .execute((trx) => importSpotlights(trx, { communityId, today, hostId: to.id, lit, waiting: [] }))
    return { kind: 'spotlight-words', id: one.id, words }
  },
}
kinds.feedback = async (from, to) => {
  const { newId } = await import('../../src/foundation/index.ts')
  const { house, communityId } = place
  const words = say()
  const now = house.clock.now()
  const parts = { helped: '', seen: words, effect: '', wish: '' }
  const answers = [{ id: newId(), writerId: from.id, ...parts, createdAt: now }]
  const until = new Date(now.getTime() + 86_400_000)
  const ask = { communityId, id: newId(), askerId: to.id, about: 'The stall', askedIds: [from.id] }
  await house.db
    .transaction()
    .execute((trx) => importFeedback(trx, { ...ask, createdAt: now, until, answers }))
  return { kind: 'feedback-answer', id: answers[0]!.id, words }
}
const names = Object.keys(kinds)
/** Read by whoever got it alone, so that nobody else can report it. */
const betweenTwo = new Set(['message', 'feedback'])

const status = async (who: TestMember | undefined, path: string) => (await place.as(who).get(path)).status
const page = async (who: TestMember | undefined, path: string) => (await place.as(who).get(path)).text()
const form = ({ kind, id }: Given) => `/report?kind=${kind}&id=${id}`
const report = async (who: TestMember, { kind, id }: Given) => {
  await place.house.pool.query('delete from limits')
  return reportWords(place.house, who.viewer, { kind, id, beside: [], wish: 'note', note: '' })
}
const decide = (who: TestMember, caseId: string, what: 'hide' | 'fine' | 'restore', seen = 0) => {
  place.house.clock.forward(60_000)
  return decideCase(place.house, who.viewer, {
    ...{ caseId, what, seen, toReporter: 'We read it.' },
    reason: what === 'fine' ? '' : 'Said why.',
  })
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

/** Who may open the form: y; n: not there for them; o: it is their own; s: asked to sign in. */
const mayReport: Record<string, Record<'giver' | 'receiver' | 'third' | 'visitor' | 'steward', string>> = {
  message: { giver: 'o', receiver: 'y', third: 'n', visitor: 's', steward: 'n' },
  thanks: { giver: 'o', receiver: 'y', third: 'y', visitor: 's', steward: 'y' },
  hearing: { giver: 'o', receiver: 'y', third: 'y', visitor: 's', steward: 'y' },
  story: { giver: 'o', receiver: 'y', third: 'y', visitor: 's', steward: 'y' },
  sentence: { giver: 'o', receiver: 'y', third: 'y', visitor: 's', steward: 'y' },
  feedback: { giver: 'o', receiver: 'y', third: 'n', visitor: 's', steward: 'n' },
}
const letters: Record<number, string> = { 200: 'y', 303: 's', 404: 'n', 422: 'o' }

test.each(names)('MEND-1 who may report a %s', async (name) => {
  const given = await kinds[name]!(people.giver, people.receiver, garden)
  const found: Record<string, string> = {}
  for (const who of ['giver', 'receiver', 'third', 'visitor', 'steward'] as const)
    found[who] = letters[await status(who === 'visitor' ? undefined : people[who], form(given))]!
  expect(found).toEqual(mayReport[name])
})

test.each(['thanks', 'hearing'])('MEND-2 a %s of a closed space is for its own stewards', async (name) => {
  const given = await kinds[name]!(people.giver, people.receiver, closed)
  expect(await status(people.outside, form(given))).toBe(404)
  const { caseId } = await report(people.third, given)
  expect(await status(people.outside, `/reports/${caseId}`)).toBe(404)
  expect(await code(decide(people.outside, caseId, 'hide'))).toBe('not_found')
  expect(await page(people.steward, `/reports/${caseId}`)).toContain(given.words)
})

test.each(names)(
  'MEND-2 of a %s only stewards who are no part of it read the case and decide',
  async (name) => {
    const given = await kinds[name]!(people.giver, people.receiver, garden)
    const { caseId } = await report(people.receiver, given)
    for (const who of ['giver', 'receiver', 'third'] as const) {
      expect(await status(people[who], `/reports/${caseId}`), who).toBe(404)
      expect(await code(decide(people[who], caseId, 'fine')), who).toBe('not_found')
    }
    expect(await page(people.steward, `/reports/${caseId}`)).toContain(given.words)
    await decide(people.steward, caseId, 'fine')
  },
)

test.each(names)('MEND-2 a steward who gave a %s, or was given it, judges nothing', async (name) => {
  const gave = await kinds[name]!(people.second, people.receiver, garden)
  const one = await report(people.receiver, gave)
  expect(await status(people.second, `/reports/${one.caseId}`)).toBe(404)
  expect(await page(people.second, '/today')).not.toContain(one.caseId)
  expect(await code(decide(people.second, one.caseId, 'fine'))).toBe('not_found')
  await decide(people.steward, one.caseId, 'fine')
  if (name === 'story') return
  const got = await kinds[name]!(people.giver, people.second, garden)
  const other = await report(betweenTwo.has(name) ? people.second : people.third, got)
  expect(await code(decide(people.second, other.caseId, 'fine'))).toBe(
    betweenTwo.has(name) ? 'own_report' : 'not_found',
  )
  expect(await page(people.second, '/today')).not.toContain(other.caseId)
  await decide(people.steward, other.caseId, 'fine')
})

/** Where its receiver reads it. */
async function seenBy(who: TestMember, name: string, { id }: Given): Promise<string> {
  const { pool } = place.house
  const first = async (sql: string) => Object.values((await pool.query(sql, [id])).rows[0])[0] as string
  if (name === 'message')
    return page(who, `/messages/${await first('select conversation_id from messages where id = $1')}`)
  if (name === 'thanks')
    return (
      (await page(who, `/posts/${await first('select post_id from thanks where id = $1')}`)) +
      (await page(who, '/keepsakes')) +
      (await page(who, '/wall'))
    )
  if (name === 'hearing')
    return page(who, `/posts/${await first('select post_id from hearings where id = $1')}`)
  if (name === 'story')
    return page(who, `/kind-acts/${await first('select act_id from kind_act_tries where id = $1')}`)
  if (name === 'feedback')
    return page(who, `/feedback/${await first('select ask_id from feedback_answers where id = $1')}`)
  return (await page(who, '/spotlight')) + (await page(who, '/spotlight/kept'))
}

test.each(names)(
  'MEND-1 MEND-3 a %s that a steward hides is out of sight for all but who wrote it, and comes back',
  async (name) => {
    const given = await kinds[name]!(people.giver, people.receiver, garden)
    const { caseId } = await report(people.receiver, given)
    // Whom a sentence is about has it kept from others meanwhile; all else stays until a steward hides it.
    expect(await seenBy(people.receiver, name, given)).toContain(given.words)
    await decide(people.steward, caseId, 'hide')
    for (const who of ['receiver', 'third', 'steward'] as const)
      expect(await seenBy(people[who], name, given), who).not.toContain(given.words)
    if (name !== 'sentence' && name !== 'feedback') {
      const own = await seenBy(people.giver, name, given)
      for (const part of [given.words, 'Said why.', `/look-again/${caseId}`]) expect(own).toContain(part)
    }
    const again = await page(people.giver, `/look-again/${caseId}`)
    for (const part of [given.words, 'Said why.']) expect(again).toContain(part)
    expect(await page(people.receiver, '/reports')).toContain('It was hidden.')
    expect((await place.as(people.receiver).get(form(given))).status).not.toBe(200)
    await decide(people.second, caseId, 'restore', 1)
    expect(await seenBy(people.receiver, name, given)).toContain(given.words)
  },
)

test.each(names)('BOUNDS-3 “This bothers me” offers for a %s what makes sense there', async (name) => {
  const given = await kinds[name]!(people.giver, people.receiver, garden)
  const text = await page(people.receiver, `/bothers?kind=${given.kind}&id=${given.id}`)
  const at = `/bounds/${people.giver.handle}`
  for (const part of [`${at}/mute`, `${at}/block`, `/report?kind=${given.kind}&amp;id=${given.id}`])
    expect(text).toContain(part)
  const own: Record<string, string> = {
    message: 'To the request',
    thanks: `/thanks/${given.id}/put-away`,
    hearing: `/listen/hearings/${given.id}/take-away`,
    story: `/messages/new?to=${people.giver.handle}`,
    sentence: `/spotlight/words/${given.id}/hide`,
    feedback: `/answers/${given.id}/delete`,
  }
  expect(text).toContain(own[name])
  expect((await place.as(people.giver).get(`/bothers?kind=${given.kind}&id=${given.id}`)).status).toBe(404)
})

test.each(names)('BOUNDS-3 who has blocked the other reports no %s, and is not led to it', async (name) => {
  const [from, to] = [await place.member(`From ${name}`), await place.member(`To ${name}`)]
  place.house.clock.forward(3 * 86_400_000)
  const given = await kinds[name]!(from, to, garden)
  await place.house.db
    .transaction()
    .execute((trx) =>
      addBlock(
        trx,
        { communityId: place.communityId, ownerId: to.id, otherId: from.id },
        place.house.clock.now(),
      ),
    )
  expect(await status(to, form(given))).toBe(404)
})

test('THANKS-1 a note for words without a name does not tell stewards which words, nor whose', async () => {
  const long = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const secret = await place.member('Secretmarker')
  const post = await place.post(secret, long, { unnamed: true, title: 'Nights', body: 'They are long.' })
  const words = say()
  await place.reply(people.giver, post)
  const id = await giveThanks(place.house, people.giver.viewer, {
    ...{ postId: post, replyId: null, words, offerToShow: false, passage: 'They are long.' },
  })
  const { handle } = secret
  expect(handle).toBeTruthy()
  const given = { kind: 'thanks', id, words }
  expect(await page(secret, form(given))).toContain('not told which words of yours it was for')
  const { caseId } = await report(secret, given)
  const read = await page(people.steward, `/reports/${caseId}`)
  expect(read).toContain(words)
  for (const part of [post, 'Nights', 'They are long.']) expect(read).not.toContain(part)
})

test('MEND-1 a program reports words of any kind by what they are and what they are known by', async () => {
  const { API_ROOT } = await import('../../src/foundation/index.ts')
  const given = await kinds.hearing!(people.giver, people.receiver, garden)
  await place.house.pool.query('delete from limits')
  const send = (body: object) => place.as(people.receiver).json('POST', `${API_ROOT}/reports`, body)
  expect((await send({ kind: given.kind, id: given.id, wish: 'note' })).status).toBe(201)
  expect((await send({ kind: 'nothing', id: given.id, wish: 'note' })).status).toBe(404)
  expect((await send({ wish: 'note' })).status).toBe(404)
  const mine = (await (await place.as(people.receiver).get(`${API_ROOT}/reports`)).json()) as {
    items: object[]
  }
  expect(mine.items[0]).toMatchObject({ kind: 'hearing', wordsId: given.id, thread: null, state: 'open' })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver } from '../../../test/kit/notices.ts'
import { setBounds } from '../../bounds/index.ts'
import { API_ROOT, answersSettled } from '../../foundation/index.ts'
import { reportEntry } from '../../mend/index.ts'
import type { Space } from '../../spaces/index.ts'
import { readSide } from './read-side.ts'
import { sayMatters, takeAwayMatters } from './say-matters.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let post: string
/** Noor's last answer to Mira. */
let answer: string

const NEED = 'I need the hose on Saturday, before my shift.'
const WORRY = 'I am worried about the small beds because they dry out first.'

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
})
afterAll(() => place?.close())

/** Mira and Noor go back and forth about the hose. */
beforeEach(async () => {
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  post = await place.post(mira, garden, { title: 'The hose', body: 'The hose was gone on Saturday.' })
  const first = await place.reply(noor, post, { body: `I had it. ${NEED}` })
  const second = await place.reply(mira, post, {
    body: 'I’d like the hose to stay by the gate on Saturday.',
    parentId: first,
  })
  answer = await place.reply(noor, post, { body: `You are right about the gate. ${WORRY}`, parentId: second })
})

const side = (who = mira, entry = answer) => readSide(place.house, who.viewer, entry)
const page = async (who = mira, entry = answer) =>
  (await place.as(who).get(`/listen/side?entry=${entry}`)).text()
const words = async (who = mira, entry = answer) => (await side(who, entry)).words.map((one) => one.words)
const NOTHING = 'There is nothing to show here.'

test('LISTEN-3 the other’s own words, word for word, and where they stand; what both speak of, wish and agree about', async () => {
  const seen = await side()
  expect(seen.words.map((one) => one.words)).toEqual([NEED, WORRY])
  expect(seen.common).toMatchObject({
    spokenOf: ['Saturday', 'the hose', 'the gate'],
    wish: { about: ['Saturday', 'the hose'], theirs: { words: NEED } },
    agreements: [{ mine: false, sentence: { words: 'You are right about the gate.' } }],
  })
  const shown = await page()
  for (const part of [NEED, `/posts/${post}?reply=${answer}#r-${answer}`, 'You both speak of:'])
    expect(shown).toContain(part)
})

test('LISTEN-3 only what was said in this thread, under a name, and what the viewer may read', async () => {
  const other = await place.post(mira, garden)
  await place.reply(noor, other, { body: 'I need something quite different elsewhere.' })
  const gone = await place.reply(noor, post, { body: 'I want this to be forgotten.' })
  await place.as(noor).form(`/posts/${post}/replies/${gone}/take-back`, {})
  expect(await words()).toEqual([NEED, WORRY])
  const room = await place.space(`room-${post.slice(-6)}`, { kind: 'support', visibility: 'members' })
  const nights = await place.post(noor, room, { body: 'I need somebody to sit with.', unnamed: true })
  const named = await place.reply(noor, nights, { body: 'It matters to me that this stays here.' })
  await place.reply(mira, nights, { body: 'You are right.' })
  expect(await words(mira, named)).toEqual(['It matters to me that this stays here.'])
  expect((await side(mira, named)).common.agreements).toEqual([])
  await expect(side(mira, nights)).rejects.toMatchObject({ code: 'not_found' })
})

test('LISTEN-3 nothing where there are no two sides, where nothing was said, or where it may hurt', async () => {
  const theo = await place.member('Theo')
  expect(await side(theo)).toMatchObject({ oneSided: true, words: [] })
  expect(await page(theo)).toContain('Once you have written in this thread as well')
  await place.reply(theo, post, { body: 'The oven is warm.' })
  expect((await side(theo)).common).toEqual({ spokenOf: [], wish: undefined, agreements: [] })
  expect(await page(theo)).toContain('Nothing was found that both of you said.')
  expect(await page(mira, answer)).not.toContain(NOTHING)
  const hard = await place.reply(theo, post, { body: 'I want you lazy idiots to read the rota.' })
  expect(await words(mira, hard)).toEqual([])
  expect(await page(mira, hard)).toContain(NOTHING)
})

test('LISTEN-3 never where one side has muted, blocked or reported the other, and neither learns which', async () => {
  expect(await page(noor, post)).not.toContain(NOTHING)
  const links = async (who: TestMember) =>
    (await (await place.as(who).get(`/posts/${post}/replies/${answer}/more`)).text()).includes('/listen/side')
  expect(await links(mira)).toBe(true)
  await setBounds(place.house, noor.viewer, mira.handle, 'mute')
  expect(await words()).toEqual([])
  expect(await page()).toContain(NOTHING)
  // As before: a link that vanishes would tell.
  expect(await links(mira)).toBe(true)
  await setBounds(place.house, noor.viewer, mira.handle, 'unmute')
  expect(await words()).toEqual([NEED, WORRY])
  await setBounds(place.house, mira.viewer, noor.handle, 'mute')
  expect(await page()).toContain(NOTHING)
  await setBounds(place.house, mira.viewer, noor.handle, 'unmute')
  await reportEntry(place.house, noor.viewer, { postId: post, replyId: null, wish: 'note', note: '' })
  expect(await page()).toContain(NOTHING)
  expect(await page(noor, post)).toContain(NOTHING)
  expect(await links(mira)).toBe(true)
})

test('LISTEN-3 a report of mine, too; one on words without a name says nothing about who wrote them', async () => {
  const room = await place.space(`room-${post.slice(-6)}`, { kind: 'support', visibility: 'members' })
  const unnamed = await place.post(noor, room, { unnamed: true })
  await reportEntry(place.house, mira.viewer, { postId: unnamed, replyId: null, wish: 'note', note: '' })
  expect(await words()).toEqual([NEED, WORRY])
  await reportEntry(place.house, mira.viewer, { postId: post, replyId: answer, wish: 'note', note: '' })
  expect(await page()).toContain(NOTHING)
})

test('LISTEN-3 behind a block it is not there at all', async () => {
  await setBounds(place.house, noor.viewer, mira.handle, 'block')
  await expect(side()).rejects.toMatchObject({ code: 'not_found' })
})

test('LISTEN-3 what matters to somebody, in their own words, stands first; theirs to change and to take away', async () => {
  const { viewer } = noor
  await expect(sayMatters(place.house, viewer, post, '  ')).rejects.toMatchObject({ code: 'words_missing' })
  await sayMatters(place.house, viewer, post, 'That the small ones live')
  await sayMatters(place.house, viewer, post, 'That the small beds live')
  const shown = await page()
  expect(shown).toContain('What matters to Noor in this')
  expect(shown.indexOf('That the small beds live')).toBeLessThan(shown.indexOf(NEED))
  expect(shown).not.toContain('That the small ones live')
  expect(await (await place.as(mira).get(`/posts/${post}`)).text()).not.toContain('That the small beds live')
  await sayMatters(place.house, viewer, post, 'That you lazy idiots read')
  expect((await side()).matters).toBeUndefined()
  await takeAwayMatters(place.house, viewer, post)
  expect(await page()).not.toContain('What matters to Noor')
  await sayMatters(place.house, viewer, post, 'That the small beds live')
  const { record } = await import('../../foundation/index.ts')
  const left = { communityId: place.communityId, kind: 'member-left', actorId: noor.id, memberId: noor.id }
  await place.house.db.transaction().execute((trx) => record(trx, left, place.house.clock.now()))
  await deliver(place.house)
  expect((await side()).matters).toBeUndefined()
})

test('LISTEN-3 beside the box, once two have answered each other twice, and not under “Just the conversation”', async () => {
  const offered = async (who: TestMember) => {
    const text = await (await place.as(who).get(`/posts/${post}`)).text()
    return text.slice(text.indexOf('id="answer"')).includes('/listen/side?entry=')
  }
  const another = await place.reply(mira, post, { parentId: answer })
  await place.reply(noor, post, { parentId: another })
  expect(await offered(mira)).toBe(true)
  expect(await offered(noor)).toBe(true)
  expect(await offered(await place.member('Theo'))).toBe(false)
  await place.as(mira).json('PATCH', `${API_ROOT}/attention`, { quiet: true })
  expect(await offered(mira)).toBe(false)
})

test('LISTEN-3 the offer beside the box tells nobody that they were muted or reported; of whom one muted it says nothing', async () => {
  const offers = async (who: TestMember) => {
    const text = await (await place.as(who).get(`/posts/${post}`)).text()
    return text.slice(text.indexOf('id="answer"')).includes('/listen/side?entry=')
  }
  const another = await place.reply(mira, post, { parentId: answer })
  await place.reply(noor, post, { parentId: another })
  await setBounds(place.house, mira.viewer, noor.handle, 'mute')
  expect(await offers(noor)).toBe(true)
  expect(await offers(mira)).toBe(false)
  await setBounds(place.house, mira.viewer, noor.handle, 'unmute')
  await reportEntry(place.house, mira.viewer, { postId: post, replyId: answer, wish: 'note', note: '' })
  expect(await offers(noor)).toBe(true)
})

/** Every row of every table, as text. */
async function everything(): Promise<Map<string, string>> {
  const { db } = place.house
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    db,
  )
  const all = new Map<string, string>()
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      row: string
    }>`select r::text as row from ${sql.table(name)} r order by 1`.execute(db)
    all.set(name, rows.map(({ row }) => row).join('\n'))
  }
  return all
}

test('LISTEN-3 nothing is kept of looking: not a row anywhere, not a line in the log, not an event', async () => {
  // Whoever opens a thread has seen what is new in it; the way to the side stands there.
  await deliver(place.house)
  await place.as(mira).get(`/posts/${post}/replies/${answer}/more`)
  await answersSettled(place.house)
  const before = await everything()
  expect(before.size).toBeGreaterThan(20)
  const changed = async () => {
    await answersSettled(place.house)
    await deliver(place.house)
    return [...(await everything())].filter(([name, rows]) => rows !== before.get(name)).map(([name]) => name)
  }
  expect(await page()).toContain(NEED)
  expect(await changed()).toEqual([])
  expect((await place.as(mira).get(`${API_ROOT}/entries/${answer}/side`)).status).toBe(200)
  // That a program asked something is counted for a minute, not what it asked.
  expect(await changed()).toEqual(['limits'])
})

test('LISTEN-3 through the API', async () => {
  await place.as(noor).json('PUT', `${API_ROOT}/posts/${post}/matters`, { words: 'The small beds' })
  const mine = await place.as(noor).get(`${API_ROOT}/posts/${post}/matters`)
  expect(await mine.json()).toEqual({ words: 'The small beds' })
  const seen = await (await place.as(mira).get(`${API_ROOT}/entries/${answer}/side`)).json()
  expect(seen).toMatchObject({
    matters: 'The small beds',
    words: [{ words: NEED }, { words: WORRY, postId: post, replyId: answer }],
    bothSpeakOf: ['Saturday', 'the hose', 'the gate'],
    bothWish: { theirs: { words: NEED } },
    agreements: [{ by: 'them' }],
  })
  await place.as(noor).request(`${API_ROOT}/posts/${post}/matters`, { method: 'DELETE' })
  expect(await (await place.as(noor).get(`${API_ROOT}/posts/${post}/matters`)).json()).toEqual({
    words: null,
  })
})

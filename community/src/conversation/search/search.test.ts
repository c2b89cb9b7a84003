import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { type Viewer, visitor } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import type { SearchQuery } from './rules.ts'
import { search } from './search.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let sol: TestMember
let garden: Space
let cellar: Space
let room: Space

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  sol = await place.member('Sol')
  garden = await place.space('garden', { visibility: 'public' })
  cellar = await place.space('cellar', { visibility: 'invited', people: [sol] })
  room = await place.space('room', { kind: 'support', visibility: 'members' })
})
afterAll(() => place.close())

const found = async (words: string, viewer: Viewer = mira.viewer, more: Partial<SearchQuery> = {}) =>
  (await search(place.house, viewer, { words, ...more })).entries
const titles = async (...given: Parameters<typeof found>) =>
  (await found(...given)).map(({ title }) => title.map(({ text }) => text).join(''))
const write = (title: string, body: string, author = mira, space = garden) => {
  place.house.clock.forward(60_000)
  return place.post(author, space, { title, body })
}
const change = (table: 'posts' | 'replies', id: string, values: Record<string, unknown>) =>
  place.house.db.updateTable(table).set(values).where('id', '=', id).execute()

test('words are found in other forms, newest first, and marked in what is shown', async () => {
  await write('Marrows', 'My marrows are ripening.')
  const post = await write('Late ones', 'When does a marrow ripen?')
  await place.reply(noor, post, { body: 'A **marrow** ripened here in August <script>.' })
  const entries = await found('marrow ripens')
  expect(entries.map(({ isReply }) => isReply)).toEqual([true, false, false])
  expect(entries[0]!.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    'marrow',
    'ripened',
  ])
  expect(entries[0]!.title.map(({ text }) => text).join('')).toBe('Late ones')
})

test('each language is read with its own stems, and "without" means all forms in each', async () => {
  await write('Häuser', 'Die alten Häuser sind schön, aber wir haben nicht das Geld für die Dächer.')
  await write('Les chevaux', 'Nous avons vu les grands chevaux dans le pré, ils sont très calmes avec nous.')
  expect(await titles('Haus alte')).toEqual(['Häuser'])
  expect(await titles('cheval grand')).toEqual(['Les chevaux'])
  await write('Without', 'The beetroot and the radishes are in the shed.')
  await write('With', 'The beetroot is in the shed and it is dry.')
  expect(await titles('beetroot -radish')).toEqual(['With'])
  expect(await titles('"shed and it is dry"')).toEqual(['With'])
  expect(await titles('chevaux or radish')).toEqual(['Without', 'Les chevaux'])
})

test('scripts without spaces are found by pairs, one character included', async () => {
  await write('园丁', '我们在花园里种了很多西红柿，有人想要吗？')
  await write('裏庭', '裏庭でお茶を飲みませんか。')
  expect(await titles('花园')).toEqual(['园丁'])
  expect(await titles('西红柿 花园')).toEqual(['园丁'])
  expect(await titles('红西')).toEqual([])
  expect(await titles('茶')).toEqual(['裏庭'])
  const [entry] = await found('花园')
  expect(entry!.excerpt.find(({ marked }) => marked)?.text).toBe('花园')
})

test('nobody finds what they may not read: spaces, blocks, mutes, hidden and deleted', async () => {
  await write('Secret', 'The walrus is in the cellar.', sol, cellar)
  expect(await titles('walrus')).toEqual([])
  expect(await titles('walrus', sol.viewer)).toEqual(['Secret'])
  expect(await titles('', mira.viewer, { spaceId: cellar.id })).toEqual([])
  await write('For us', 'A walrus of our own.', noor, room)
  expect(await titles('walrus', visitor(place.communityId))).toEqual([])
  const bounds = { community_id: place.communityId, created_at: place.house.clock.now() }
  await place.house.db
    .insertInto('blocks')
    .values({ ...bounds, blocker_id: noor.id, blocked_id: mira.id })
    .execute()
  expect(await titles('walrus'), 'whoever blocked whom').toEqual([])
  await place.house.db.deleteFrom('blocks').execute()
  await place.house.db
    .insertInto('mutes')
    .values({ ...bounds, muter_id: mira.id, muted_id: noor.id })
    .execute()
  expect(await titles('walrus')).toEqual([])
  await place.house.db.deleteFrom('mutes').execute()
  const post = await write('Seals', 'No walrus, seals.')
  const reply = await place.reply(noor, post, { body: 'One walrus after all.' })
  expect(await titles('walrus')).toEqual(['Seals', 'Seals', 'For us'])
  await change('replies', reply, { hidden_at: place.house.clock.now() })
  expect(await titles('walrus')).toEqual(['Seals', 'For us'])
  await change('replies', reply, { hidden_at: null })
  await change('posts', post, { deleted_at: place.house.clock.now() })
  expect(await titles('walrus'), 'answers to what was taken back rest too').toEqual(['For us'])
})

test('nobody is found by what they wrote without their name', async () => {
  const post = await place.post(noor, room, {
    title: 'Tired',
    body: 'The okapi keeps me awake.',
    unnamed: true,
  })
  const [entry] = await found('okapi')
  expect(entry!.author).toBeUndefined()
  expect(await titles('okapi', mira.viewer, { authorId: noor.id })).toEqual([])
  await change('posts', post, { unnamed: false })
  expect(await titles('okapi', mira.viewer, { authorId: noor.id })).toEqual(['Tired'])
})

test('what members under 18 wrote with their name is not found by visitors', async () => {
  const kim = await place.member('Kim')
  await write('Skates', 'Quoll skates for sale.', kim)
  expect(await titles('quoll', visitor(place.communityId))).toEqual(['Skates'])
  await place.house.db.updateTable('members').set({ under_18: true }).where('id', '=', kim.id).execute()
  expect(await titles('quoll', visitor(place.communityId))).toEqual([])
  expect(await titles('quoll')).toEqual(['Skates'])
})

test('edits and moves are found at once', async () => {
  const post = await write('Tapir', 'About a tapir.')
  await place.reply(noor, post, { body: 'Which tapir?' })
  await change('posts', post, { body: 'About a numbat.', title: 'Numbat' })
  expect(await titles('tapir')).toEqual(['Numbat'])
  expect(await titles('numbat')).toEqual(['Numbat'])
  await change('posts', post, { space_id: room.id })
  expect(await titles('tapir', mira.viewer, { spaceId: room.id })).toEqual(['Numbat'])
  expect(await titles('tapir', visitor(place.communityId))).toEqual([])
})

test('pages follow one another without gap or repeat, newest and best', async () => {
  for (let count = 0; count < 7; count++)
    await write(`Page ${count}`, `${'axolotl '.repeat(1 + (count % 3))} in tank ${count}`)
  for (const order of ['newest', 'best'] as const) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await search(place.house, mira.viewer, { words: 'axolotl', order, cursor, limit: 3 })
      seen.push(...page.entries.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(seen.length, order).toBe(7)
    expect(new Set(seen).size).toBe(7)
  }
})

test('the best match is the one that is about it', async () => {
  await write('Pangolin care', 'Everything about the pangolin.')
  await write('Shopping', `Bread, milk, ${'soap, '.repeat(60)} and a pangolin.`)
  expect((await titles('pangolin'))[0]).toBe('Shopping')
  expect((await titles('pangolin', mira.viewer, { order: 'best' }))[0]).toBe('Pangolin care')
})

test.each([
  ['the and of', 'common'],
  ['-marrow', 'only-without'],
  ['!!! " ( -- & | \\ :*', 'common'],
])('%s says why it cannot be looked for', async (words, unwanted) => {
  expect((await search(place.house, mira.viewer, { words })).unwanted).toBe(unwanted)
})

const ask = async (query: string, member: TestMember | null = mira) => {
  const response = await place.as(member ?? undefined).get(`/search?${query}`)
  return { status: response.status, html: await response.text() }
}

test.each([
  ['words=%00%00', 400, '<h1>'],
  ['words=%22unbalanced', 200, 'Nothing you can read fits'],
  ['words=%EF%BF%BF%ED%A0%80', 200, 'fits that'],
  [`words=${'long '.repeat(2000)}`, 422, 'more than a search can hold'],
  ['words=marrow&person=nobody-here', 422, 'Nobody here goes by that name'],
  ['words=marrow&space=cellar', 422, 'no such space'],
  ['words=marrow&from=soon', 422, 'year, month and day'],
  ["words=' or 1=1 --", 200, 'fits that'],
  ['words=marrow&before=nonsense', 200, '<mark>'],
])('/search?%s answers with a sentence', async (query, status, sentence) => {
  const answer = await ask(query)
  expect(answer.status).toBe(status)
  expect(answer.html).toContain(sentence)
})

test('people and spaces are found by their names, people by members only', async () => {
  expect((await ask('words=noo')).html).toContain('/members/noor')
  expect((await ask('words=gard')).html).toContain('href="/spaces/garden"')
  expect((await ask('words=noo', null)).html).not.toContain('/members/noor')
})

test('a person is meant by handle or by name', async () => {
  for (const person of ['noor', '@noor', 'Noor', 'NOO']) {
    const { status, html } = await ask(`person=${encodeURIComponent(person)}&words=tapir`)
    expect(status, person).toBe(200)
    expect(html).toContain('Which <mark>tapir</mark>')
  }
})

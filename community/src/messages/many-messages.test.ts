import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { answer, answerRequest } from './answer.ts'
import { readMessages } from './read-conversation.ts'
import { readList } from './read-conversations.ts'
import { PAGE } from './rules.ts'
import { writeTo } from './write-to.ts'

const MANY = 10_000

let place: TestApp
let mira: TestMember
let noor: TestMember
let id: string

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  const first = { to: noor.handle, reason: 'The beans', body: 'How are they?' }
  id = (await writeTo(place.house, mira.viewer, first)).conversationId
  await answerRequest(place.house, noor.viewer, id, 'accept')
  place.house.clock.forward(86_400_000)
  const at = place.house.clock.now().getTime() - 43_200_000
  await sql`insert into messages (community_id, conversation_id, id, author_id, body, html, created_at)
    select ${place.communityId}, ${id}, (lpad(to_hex(${String(at)}::text::bigint + n), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
      case when n % 2 = 0 then ${mira.id}::uuid else ${noor.id}::uuid end, 'Message ' || n, '<p>Message ' || n || '</p>', to_timestamp((${String(at)}::text::bigint + n) / 1000.0)
    from generate_series(1, ${MANY}) n`.execute(place.house.db)
  await answer(place.house, noor.viewer, id, 'The last one')
  await sql`analyze messages`.execute(place.house.db)
}, 60_000)
afterAll(() => place?.close())

test('ten thousand messages are read page by page, each once and in order', async () => {
  const seen: string[] = []
  let before: string | undefined
  for (let pages = 0; pages < 1_000; pages++) {
    const found = (await readMessages(place.house, mira.viewer, id, { before, limit: 500 }))!
    seen.unshift(...found.messages.map((one) => one.id))
    before = found.earlier
    if (!before) break
  }
  expect(seen).toHaveLength(MANY + 2)
  expect(new Set(seen).size).toBe(MANY + 2)
  expect([...seen].sort()).toEqual(seen)
})

test('forwards from an earlier page one comes to the newest again', async () => {
  const newest = (await readMessages(place.house, mira.viewer, id))!
  expect(newest.messages).toHaveLength(PAGE)
  expect(newest.later).toBeUndefined()
  const earlier = (await readMessages(place.house, mira.viewer, id, { before: newest.earlier }))!
  const again = (await readMessages(place.house, mira.viewer, id, { after: earlier.later }))!
  expect(again.messages.map((one) => one.id)).toEqual(newest.messages.map((one) => one.id))
  expect(again.later).toBeUndefined()
})

test('a page reads by an index, and no more than it shows', async () => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off, summary off)
    select x.id from message_sides s
    join messages x on x.community_id = s.community_id and x.conversation_id = s.conversation_id
    where s.community_id = ${place.communityId} and s.member_id = ${mira.id}::uuid and s.conversation_id = ${id}::uuid
      and x.id < 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid
    order by x.id desc limit 31`.execute(place.house.db)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index.* Scan Backward using messages_pkey/)
  expect(plan).not.toMatch(/Seq Scan on messages|Sort/)
})

test('the list needs only the newest message of each conversation', async () => {
  const began = performance.now()
  const { lines } = await readList(place.house, mira.viewer)
  expect(lines).toMatchObject([{ excerpt: 'The last one', mine: false }])
  expect(performance.now() - began).toBeLessThan(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FreshDatabase } from '../../test/kit/database.ts'
import { houseOver } from '../../test/kit/house-over.ts'
import { big, tenThousand } from '../../test/kit/ten-thousand.ts'
import { connect, type Database, type House, type MemberViewer, visitor } from '../foundation/index.ts'
import { hearingsIn, hearingsUnder } from './hear/read-hearings.ts'
import { HEARINGS_READ } from './hear/rules.ts'
import { readTwo } from './side/read-words.ts'

let copy: FreshDatabase
let database: Database
let house: House
/** Statements that were asked. */
let asked: { text: string }[] = []

const viewer: MemberViewer = {
  ...visitor(big.community),
  memberId: big.member(30),
  role: 'member',
  name: 'Person 30',
}
/** A post that anyone reads, with more lines under it than a page shows. */
const LOUD = 9_998

beforeAll(async () => {
  copy = await tenThousand()
  database = connect(copy.url)
  const whole = houseOver(database)
  const reads = {
    query: (query: { name: string; text: string; values: unknown[] }) => {
      asked.push(query)
      return whole.reads.query(query)
    },
  }
  house = Object.assign(Object.create(whole) as House, { reads })
  await database.pool.query(`
    insert into hearings (community_id, id, post_id, reply_id, entry_id, listener_id, author_id, words, said_at)
      select r.community_id, gen_random_uuid(), r.post_id, r.id, r.id, '${big.member(500)}', r.author_id, 'Line', now() from replies r where r.author_id <> '${big.member(500)}';
    insert into hearings (community_id, id, post_id, entry_id, listener_id, author_id, words, said_at)
      select m.community_id, gen_random_uuid(), p.id, p.id, m.id, p.author_id, 'Line', now()
      from posts p join members m on m.community_id = p.community_id and m.id <> p.author_id where p.id = '${big.post(LOUD)}';
    analyze hearings`)
}, 60_000)
afterAll(async () => {
  await database.close()
  await copy.drop()
})

/** How PostgreSQL goes about what was asked last: tables it reads from end to end. */
async function readWhole(): Promise<string[]> {
  const { text } = asked.at(-1)!
  // As the house plans its reads: once, whatever they are asked with.
  const { rows } = await database.pool.query(`explain (generic_plan) ${text}`)
  const plan = rows.map((row) => row['QUERY PLAN'] as string)
  return plan.filter((line) => /Seq Scan on (hearings|replies|posts)/.test(line))
}

test('among thirty thousand lines a page finds its own: one question for all its entries, by index, few of each', async () => {
  asked = []
  const entries = [big.post(LOUD), ...[2, 1, 0].map((n) => big.reply(LOUD * 3 - n))]
  const found = await hearingsUnder(house, viewer, entries)
  expect(asked).toHaveLength(1)
  expect(found.get(entries[0]!)).toHaveLength(HEARINGS_READ)
  expect(found.size).toBeGreaterThan(2)
  expect(await readWhole()).toEqual([])
})

test('a loud thread goes on by cursor, each line once', async () => {
  const seen = new Set<string>()
  let after: string | undefined
  do {
    const page = await hearingsIn(house, viewer, big.post(LOUD), { after, limit: 50 })
    for (const { id } of page.hearings) seen.add(id)
    after = page.next
  } while (after)
  expect(seen.size).toBeGreaterThan(499)
  expect(await readWhole()).toEqual([])
})

test('what two wrote in one thread is found without reading the others', async () => {
  asked = []
  const two = await readTwo(house, viewer, big.post(LOUD), big.member((LOUD % big.members) + 1))
  expect(asked).toHaveLength(1)
  expect(two.theirs).toHaveLength(1)
  expect(await readWhole()).toEqual([])
})

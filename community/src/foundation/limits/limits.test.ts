import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/database.ts'
import { connect, type Database } from '../database/connect.ts'
import { newId } from '../ids/uuid.ts'
import { clearLimits, takeToken } from './store.ts'

let fresh: FreshDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = connect(fresh.url, { max: 8 })
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const start = Date.UTC(2026, 0, 1)
const at = (seconds: number) => new Date(start + seconds * 1000)
function taker(limit: number, seconds: number) {
  const communityId = newId()
  return (second: number, subject = 'noor@example.org') =>
    takeToken(database.db, { communityId, kind: 'test', subject, limit, seconds, now: at(second) })
}

test('gives as many as allowed, then says how long to wait, and keeps its word', async () => {
  const take = taker(3, 60)
  for (let second = 0; second < 3; second++) expect(await take(second)).toEqual({ ok: true })
  const refused = await take(10)
  expect(refused.ok).toBe(false)
  const wait = refused.ok ? 0 : refused.retryAfterSeconds
  expect(await take(10 + wait - 1)).toMatchObject({ ok: false })
  expect(await take(10 + wait)).toEqual({ ok: true })
})

test('nobody gets twice as many around a boundary', async () => {
  const take = taker(10, 60)
  for (let one = 0; one < 10; one++) expect((await take(59)).ok).toBe(true)
  let more = 0
  for (let one = 0; one < 10; one++) if ((await take(61)).ok) more++
  expect(more).toBe(0)
  more = 0
  for (let one = 0; one < 10; one++) if ((await take(90)).ok) more++
  expect(more).toBe(5)
})

test('a refused try costs nothing', async () => {
  const take = taker(1, 60)
  await take(0)
  for (let second = 1; second < 60; second++) await take(second)
  expect((await take(121)).ok).toBe(true)
})

test('everybody has their own', async () => {
  const take = taker(1, 60)
  expect((await take(0, 'noor')).ok).toBe(true)
  expect((await take(0, 'mira')).ok).toBe(true)
})

test('of many at once, just as many as allowed get one', async () => {
  const take = taker(5, 60)
  const results = await Promise.all(Array.from({ length: 25 }, () => take(0)))
  expect(results.filter((result) => result.ok)).toHaveLength(5)
})

test('keeps no address, and forgets what no longer counts', async () => {
  const take = taker(5, 60)
  await take(0)
  const rows = await database.db.selectFrom('limits').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('noor')
  await clearLimits(database.db, at(1_000_000))
  expect(await database.db.selectFrom('limits').selectAll().execute()).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Database, migrate, newId } from '../../src/foundation/index.ts'
import { type FreshDatabase, freshDatabase } from '../kit/database.ts'

/** What came when cases began to be about everything. */
const later = new Set(['mend-002-everything', 'shine-spotlights-002-out'])

let fresh: FreshDatabase
let database: Database
const [community, entryCase, sentence, mira, noor] = Array.from({ length: 5 }, () => newId())

beforeAll(async () => {
  fresh = await freshDatabase()
  database = connect(fresh.url, { max: 2 })
  const { pool } = database
  const { migrations } = await import('../../src/features.ts')
  await pool.query('drop schema public cascade; create schema public')
  await migrate(
    database.db,
    migrations.filter(({ name }) => !later.has(name)),
  )
  await pool.query(
    `insert into cases (community_id, id, space_id, post_id, entry_id, author_id, said, state, version, opened_at, decided_at)
    values ($1, $2, $3, $4, $4, $5, 'As it was.', 'hidden', 1, now(), now())`,
    [community, entryCase, newId(), newId(), noor],
  )
  await pool.query(
    `insert into spotlight_words (community_id, id, about_id, writer_id, words, written_at, delivered_at, hidden, reported_at)
    values ($1, $2, $3, $4, 'A <b> & c', now(), now(), true, now())`,
    [community, sentence, mira, noor],
  )
  await migrate(database.db, migrations)
})
afterAll(async () => {
  await database?.close()
  await fresh?.drop()
})

test('cases that were there stay what they were, about posts and replies', async () => {
  const { rows } = await database.pool.query(`select * from cases where id = $1`, [entryCase])
  expect(rows).toMatchObject([
    { kind: 'entry', state: 'hidden', version: 1, said: 'As it was.', author_id: noor, other_id: null },
  ])
})

test('a sentence that stewards were asked to look at waits as a case, with its words and who asked', async () => {
  const { pool } = database
  const { rows } = await pool.query('select * from cases where entry_id = $1', [sentence])
  expect(rows).toMatchObject([
    { kind: 'spotlight-words', state: 'open', author_id: noor, other_id: mira, space_id: null, version: 0 },
  ])
  const of = [rows[0].id]
  expect((await pool.query('select html, reported from case_lines where case_id = $1', of)).rows).toEqual([
    { html: '<p class="keep-lines">A &lt;b&gt; &amp; c</p>', reported: true },
  ])
  expect((await pool.query('select reporter_id, wish from reports where case_id = $1', of)).rows).toEqual([
    { reporter_id: mira, wish: 'note' },
  ])
})

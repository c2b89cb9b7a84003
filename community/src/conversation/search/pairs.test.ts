import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/kit/database.ts'
import { connect, type Database } from '../../foundation/index.ts'
import { pairsOf, searchQueryText, searchText, unspacedRuns } from './pairs.ts'

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  database = connect(fresh.url, { max: 2 })
  drop = fresh.drop
})
afterAll(async () => {
  await database.close()
  await drop()
})

test('a run without spaces becomes pairs, and every character begins one', () => {
  expect(pairsOf('花园里')).toEqual(['花园', '园里', '里'])
  expect(searchText('我们在花园。Kommt!').trim().split(/\s+/)).toEqual([
    '我们',
    '们在',
    '在花',
    '花园',
    '园',
    'Kommt!',
  ])
  expect(searchText('“hello”—world…').split(/\s+/).filter(Boolean)).toEqual(['hello', 'world'])
})

test('what is looked for becomes a phrase of pairs, within quotes and without', () => {
  expect(searchQueryText('花园里 roses')).toBe('"花园 园里" roses')
  expect(searchQueryText('“花园 里面”')).toBe('" 花园 里面 "')
  expect(searchQueryText('-茶')).toBe('-"茶"')
  expect(searchQueryText('open " 花园')).toBe('open " "花园"')
  expect(unspacedRuns('ok 花园 テスト')).toEqual(['花园', 'テスト'])
})

test('the database cuts text as JavaScript does', async () => {
  const letters = fc.constantFrom(
    'a',
    'Ä',
    ' ',
    '花',
    '园',
    'テ',
    'ス',
    '한',
    '글',
    'ไ',
    'ท',
    '“',
    '。',
    '…',
    '\u00a0',
    '́',
    '7',
    '🙂',
    '’',
    '・',
  )
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: letters, maxLength: 30 }), async (text) => {
      const { rows } = await sql<{ found: string }>`select search_text(${text}) as found`.execute(database.db)
      expect(rows[0]!.found.split(/ +/)).toEqual(searchText(text).split(/ +/))
    }),
    { numRuns: 150 },
  )
})

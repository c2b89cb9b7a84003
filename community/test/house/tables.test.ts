import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../kit/house.ts'

/** Tables that belong to the installation rather than to a place: docs/decisions/002. */
const ofTheInstallation = new Set([
  'accounts',
  'sign_in_methods',
  'sessions',
  'verifications',
  'passkeys',
  'two_factors',
  'communities',
  'migrations',
])

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

// An inverted index over words holds no uuid without an extension; searches filter by place afterwards.
test('every table of a feature leads with community_id in its primary key and every ordered index', async () => {
  const indexes = await sql<{ table: string; index: string; first: string; primary: boolean }>`
    select t.relname as "table", i.relname as index, a.attname as first, x.indisprimary as primary
    from pg_index x
    join pg_class i on i.oid = x.indexrelid
    join pg_class t on t.oid = x.indrelid and t.relkind in ('r', 'p')
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    join pg_am m on m.oid = i.relam and m.amname <> 'gin'
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]`.execute(house.db)
  const wrong = indexes.rows.filter(
    ({ table, first }) => !ofTheInstallation.has(table) && first !== 'community_id',
  )
  expect(wrong).toEqual([])
})

test('every table has a primary key, and none has an identity or serial column', async () => {
  const tables = await sql<{ name: string; keyed: boolean; counted: boolean }>`
    select t.relname as name, exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary) as keyed,
      exists (select from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = t.oid and a.attnum > 0 and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval%')) as counted
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and t.relkind in ('r', 'p')`.execute(house.db)
  expect(tables.rows.length).toBeGreaterThan(10)
  expect(tables.rows.filter(({ keyed, counted }) => !keyed || counted)).toEqual([])
})

test('migrating twice, and two servers migrating at once, changes nothing', async () => {
  const { migrate } = await import('../../src/foundation/index.ts')
  const { migrations } = await import('../../src/features.ts')
  expect(await Promise.all([migrate(house.db, migrations), migrate(house.db, migrations)])).toEqual([[], []])
})

test('migration names are unique', async () => {
  const { migrations } = await import('../../src/features.ts')
  const names = migrations.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

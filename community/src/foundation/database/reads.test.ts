import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/kit/database.ts'
import { connect, type Database } from './connect.ts'

let database: Database
let close: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  database = connect(fresh.url, { max: 2 })
  close = async () => {
    await database.close()
    await fresh.drop()
  }
})
afterAll(() => close())

const read = <Row>(name: string, text: string, values: unknown[] = []) =>
  database.reads.query<Row>({ name, text, values })

test('values and rows mean what they mean to the pool', async () => {
  const text = `select $1::text as words, $2::int as number, $3::timestamptz as time, $4::uuid as id, $5::bytea as bytes,
    $6::text[] as list, $7::text as nothing, $8::boolean as yes, array[]::uuid[] as none, 12345678901::bigint as big, '{"a":1}'::jsonb as json`
  const values = [
    'Grüße 🙂 "\\',
    42,
    new Date('2030-06-04T10:00:00.123Z'),
    '018c18bb-32aa-7263-b4a8-1f83b175b6bb',
    Buffer.from([0, 1, 255]),
    ['a', 'b,"c"', 'ü'],
    null,
    true,
  ]
  const [row] = await read('all-kinds', text, values)
  const [again] = await read('all-kinds', text, values)
  const [pooled] = (await database.pool.query(text, values)).rows
  expect(row).toEqual(pooled)
  expect(again).toEqual(pooled)
})

test('many at once get their own answers, and a wrong one spoils nobody’s', async () => {
  const asked = Array.from({ length: 200 }, (_, index) =>
    index % 50 === 7
      ? read('division', 'select 1 / $1::int as n', [0]).catch((error: Error) => error.message)
      : read<{ n: number }>('number', 'select $1::int as n', [index]).then(([row]) => row?.n),
  )
  const answers = await Promise.all(asked)
  expect(answers.filter((answer) => answer === 'division by zero')).toHaveLength(4)
  expect(answers.every((answer, index) => index % 50 === 7 || answer === index)).toBe(true)
})

test('a statement that cannot be prepared or a value that cannot be sent is refused alone', async () => {
  await expect(read('no-table', 'select * from nowhere_at_all')).rejects.toThrow('nowhere_at_all')
  await expect(read('no-table', 'select * from nowhere_at_all')).rejects.toThrow('nowhere_at_all')
  const unsendable = {
    toPostgres() {
      throw new Error('cannot be sent')
    },
  }
  await expect(read('number', 'select $1::int as n', [unsendable])).rejects.toThrow('cannot be sent')
  expect(await read('number', 'select $1::int as n', [3])).toEqual([{ n: 3 }])
})

test('after PostgreSQL dropped the connections the next reads open new ones', async () => {
  await read('number', 'select $1::int as n', [1])
  await database.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await expect
    .poll(() => read('number', 'select $1::int as n', [2]).catch(() => undefined), { timeout: 5_000 })
    .toEqual([{ n: 2 }])
})

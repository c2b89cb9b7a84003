import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase, seededTemplate } from './database.ts'

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('databases made at the same time do not see each other', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  await ask(one.url, 'create table only_here ()')
  expect(await ask(two.url, `select to_regclass('only_here') as found`)).toEqual([{ found: null }])
  await Promise.all([one.drop(), two.drop()])
  await expect(ask(one.url, 'select 1')).rejects.toThrow('does not exist')
})

test('a template is seeded once, and again when the first attempt failed', async () => {
  let seeds = 0
  const seeded = seededTemplate('kit_test', async (url) => {
    seeds++
    if (seeds === 1) throw new Error('not today')
    await ask(url, 'create table seeded as select 1 as one')
  })
  await expect(seeded()).rejects.toThrow('not today')
  const copies = await Promise.all([seeded(), seeded()])
  for (const { url, drop } of copies) {
    expect(await ask(url, 'select * from seeded')).toEqual([{ one: 1 }])
    await drop()
  }
  expect(seeds).toBe(2)
})

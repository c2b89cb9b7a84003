import pg from 'pg'
import type { Door } from './door.ts'

/** Kindling's account in the database: it owns its database and nothing else of the server. */
export const ownName = 'kindling'

/** Makes Kindling's database the first time. */
export async function ensureDatabase(door: Door): Promise<void> {
  const client = new pg.Client({ connectionString: door.url('postgres', 'postgres') })
  await client.connect()
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [ownName])
    if (role.rowCount === 0) await client.query(`create role ${ownName} login createdb`)
    if (door.password) await client.query(`alter role ${ownName} password '${door.password}'`)
    const database = await client.query('select 1 from pg_database where datname = $1', [ownName])
    if (database.rowCount === 0) await client.query(`create database ${ownName} owner ${ownName}`)
  } finally {
    await client.end()
  }
}

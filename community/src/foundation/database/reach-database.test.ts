import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/database.ts'
import { inEnglish, KindlingError } from '../index.ts'
import { connect } from './connect.ts'
import { reachDatabase } from './reach-database.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.drop())

/** What somebody reads who started Kindling with this address; nothing where it can be used. */
async function saidOf(url: string): Promise<string | undefined> {
  const database = connect(url, { max: 1 })
  try {
    await reachDatabase(database.pool, url, 0)
    return undefined
  } catch (error) {
    if (!(error instanceof KindlingError)) throw error
    return error.sentence(inEnglish)
  } finally {
    await database.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('a database that can be used is used', async () => {
  expect(await saidOf(fresh.url)).toBeUndefined()
})

test('one that cannot be used stops the start with a sentence, and no password in it', async () => {
  const port = await freePort()
  expect(await saidOf(`postgres://kindling:secret@127.0.0.1:${port}/street`)).toBe(
    `DATABASE_URL leads to 127.0.0.1:${port}, and no database answers there. Start it, or correct the address.`,
  )
  const other = new URL(fresh.url)
  other.pathname = '/not-there'
  expect(await saidOf(other.href)).toMatch(/^There is no database "not-there" at /)
})

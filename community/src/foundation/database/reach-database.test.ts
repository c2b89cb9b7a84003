import { type AddressInfo, createServer } from 'node:net'
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

/** A message as PostgreSQL sends it: its letter, its length, its bytes. */
function message(letter: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(letter), length, body])
}
const bytes = (hex: string) => Buffer.from(hex, 'hex')
const QUERY = 'Q'.charCodeAt(0)
const ready = message('Z', Buffer.from('I'))
const welcome = Buffer.concat([message('R', bytes('00000000')), ready])
const refusal = (code: string, said: string) => message('E', 'SFATAL', `C${code}`, `M${said}`, bytes('00'))

/** One row that tells a version. */
function versionRow(text: string): Buffer {
  const value = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(value.length)
  return Buffer.concat([
    message('T', bytes('0001'), 'server_version_num', bytes('00000000000000000019ffffffffffff0000')),
    message('D', bytes('0001'), length, value),
    message('C', 'SELECT 1'),
    ready,
  ])
}

/** Looks to the driver like a database server: greets, and answers each statement alike. Without an answer it hangs up. */
async function speakAs(greeting: Buffer, answer?: Buffer): Promise<{ url: string; end(): Promise<unknown> }> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      if (!answer) return socket.end(greeting)
      socket.write(greeting)
      socket.on('data', (asked) => void (asked[0] === QUERY && socket.write(answer)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `postgres://kindling:secret@127.0.0.1:${port}/street`,
    // Waits for whoever is still connected: a refused start must not leave anything open.
    end: () => new Promise((resolve) => server.close(resolve)),
  }
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

test.each([
  ['28P01', 'password authentication failed for user "kindling"'],
  ['28000', 'no pg_hba.conf entry for host "10.0.0.2"'],
  ['42501', 'permission denied for database "street"'],
])(
  'one that does not let us in (%s) is named with what it said, and without the password',
  async (code, said) => {
    const other = await speakAs(refusal(code, said))
    const { host } = new URL(other.url)
    expect(await saidOf(other.url)).toBe(
      `The database at ${host} does not let us in (${said}). Look at the name and password in DATABASE_URL.`,
    )
    await other.end()
  },
)

test.each([
  ['140013', 'The database is PostgreSQL 14. Kindling needs 15 or later.'],
  ['90624', 'The database is PostgreSQL 9. Kindling needs 15 or later.'],
  ['150000', undefined],
  ['180004', undefined],
])('a server of version %s is looked at before anything is made in it', async (version, said) => {
  const other = await speakAs(welcome, versionRow(version))
  expect(await saidOf(other.url)).toBe(said)
  await other.end()
})

test('what nobody foresaw is handed on as it is', async () => {
  const other = await speakAs(refusal('53300', 'sorry, too many clients already'))
  await expect(saidOf(other.url)).rejects.toThrow('too many clients')
  await other.end()
})

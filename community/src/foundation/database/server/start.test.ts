import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type DatabaseServer, startDatabaseServer } from './index.ts'
import { isRunning } from './processes.ts'

const asRoot = process.getuid?.() === 0
const onUnix = process.platform !== 'win32'
const goneParent = `
  import { startDatabaseServer } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)}
  const server = await startDatabaseServer({ dataFolder: process.argv[1], log: () => {} })
  console.log(server.url)
  setInterval(() => {}, 1000)
`

let top: string
let running: DatabaseServer | undefined
let said: string[] = []
const children: ChildProcess[] = []

async function start(dataFolder: string): Promise<DatabaseServer> {
  said = []
  running = await startDatabaseServer({ dataFolder, log: (line) => said.push(line) })
  return running
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

function serverPid(dataFolder: string): number {
  return Number.parseInt(readFileSync(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10)
}

async function startInOtherProcess(dataFolder: string): Promise<{ child: ChildProcess; url: string }> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', goneParent, dataFolder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [url] = (await once(createInterface(child.stdout!), 'line')) as [string]
  return { child, url }
}

async function killHard(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'kindling-server-'))
  chmodSync(top, 0o755)
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await running?.stop()
  running = undefined
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

describe('on one data folder', () => {
  const folder = () => join(top, 'data')
  const notes = (url: string) =>
    ask(url, 'select note from notes').then((rows) => rows.map((row) => row.note))

  test('a fresh start makes a database that is ours, sorted by code points in UTF-8', async () => {
    const server = await start(folder())
    const [row] = await ask(
      server.url,
      `select current_user as me, current_database() as db, lower('ÄÉ') as lower,
        (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale,
        (select rolsuper from pg_roles where rolname = current_user) as super, current_setting('fsync') as fsync`,
    )
    expect(row).toEqual({
      me: 'kindling',
      db: 'kindling',
      lower: 'äé',
      locale: 'b C.UTF-8',
      super: false,
      fsync: 'on',
    })
    expect(server.version).toMatch(/^18\./)
    await ask(server.url, `create table notes (note text); insert into notes values ('kept')`)
  })

  test('nobody else gets in, and the log never holds what people wrote', async () => {
    const server = await start(folder())
    const host = new URL(server.url).searchParams.get('host') ?? ''
    if (onUnix) expect(statSync(host).mode & 0o777).toBe(0o700)
    await expect(ask(server.url, `select 'dear diary'::uuid`)).rejects.toThrow('dear diary')
    await expect(
      ask(server.url, `do $$ begin raise warning 'dear diary'; raise 'dear diary'; end $$`),
    ).rejects.toThrow()
    expect(readFileSync(join(folder(), 'postgres', 'log'), 'utf8')).not.toContain('dear diary')
  })

  test('a restart finds what was there', async () => {
    const server = await start(folder())
    expect(await notes(server.url)).toEqual(['kept'])
    await server.stop()
    await server.stop()
    await expect(ask(server.url, 'select 1')).rejects.toThrow()
    expect(await notes((await start(folder())).url)).toEqual(['kept'])
    expect(said).toEqual([])
  })

  test('a server killed under a running Kindling comes back', async () => {
    const server = await start(folder())
    const pid = serverPid(folder())
    process.kill(pid, 'SIGKILL')
    for (let i = 0; i < 80 && said.length === 0; i++) await wait(100)
    expect(said[0]).toContain('Starting it again')
    for (let i = 0; i < 80 && !(await notes(server.url).catch(() => undefined)); i++) await wait(100)
    expect(await notes(server.url)).toEqual(['kept'])
  })

  test('a server that outlived its Kindling is stopped in order, and a second Kindling is refused', async () => {
    const { child } = await startInOtherProcess(folder())
    await expect(start(folder())).rejects.toMatchObject({
      code: 'data_folder_in_use',
      details: { pid: child.pid, dataFolder: folder() },
    })
    const left = serverPid(folder())
    await killHard(child)
    expect(isRunning(left)).toBe(true)
    expect(await notes((await start(folder())).url)).toEqual(['kept'])
    expect(isRunning(left)).toBe(false)
    expect(said[0]).toContain(`process ${left}`)
  })

  test('after both were killed in the middle of work, the next start needs no hand', async () => {
    const { child, url } = await startInOtherProcess(folder())
    // A worker deep in a computation does not notice that its server is gone.
    ask(url, 'select count(*) from generate_series(1, 1e12::bigint) n where n % 7 = 8').catch(() => {})
    await ask(url, `insert into notes values ('acknowledged')`)
    const left = serverPid(folder())
    await killHard(child)
    process.kill(left, 'SIGKILL')
    const began = Date.now()
    expect(await notes((await start(folder())).url)).toEqual(['kept', 'acknowledged'])
    expect(Date.now() - began).toBeLessThan(15_000)
  })

  test('a left-over number that now belongs to another process harms neither', async () => {
    writeFileSync(
      join(folder(), 'postgres', 'data', 'postmaster.pid'),
      `${process.pid}\n${folder()}\n1\n5432\n\n\n\n`,
    )
    if (asRoot) chmodSync(join(folder(), 'postgres', 'data', 'postmaster.pid'), 0o644)
    expect(await notes((await start(folder())).url)).toEqual(['kept', 'acknowledged'])
  })

  test.runIf(asRoot)('root hands the server and its files to another account', async () => {
    await start(folder())
    const { uid } = statSync(join(folder(), 'postgres', 'data'))
    expect(uid).not.toBe(0)
    expect(statSync(`/proc/${serverPid(folder())}`).uid).toBe(uid)
  })
})

test.runIf(onUnix)('a path too long for a socket gets a short socket folder', async () => {
  const folder = join(top, 'a-rather-long-name-'.repeat(5), 'data')
  const server = await start(folder)
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  rmSync(new URL(server.url).searchParams.get('host') ?? '', { recursive: true })
})

test.runIf(asRoot)(
  'a folder closed to the other account: root keeps the database in its own place and says so',
  async () => {
    const closed = mkdtempSync(join(top, 'closed-'))
    chmodSync(closed, 0o700)
    const server = await start(join(closed, 'data'))
    const home = dirname(new URL(server.url).searchParams.get('host') ?? '')
    expect(home).toMatch(/^\/var\/lib\/kindling\/[0-9a-f]+\/postgres$/)
    expect(said.join()).toContain(home)
    await ask(server.url, 'create table kept ()')
    await server.stop()
    const again = await start(join(closed, 'data'))
    expect(await ask(again.url, 'select * from kept')).toEqual([])
    await again.stop()
    expect(basename(home)).toBe('postgres')
    rmSync(dirname(home), { recursive: true })
    expect(existsSync(home)).toBe(false)
  },
)

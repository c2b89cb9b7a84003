import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { buildKernel } from '../../scripts/lib/kernel.mjs'
import { startDatabaseServer } from '../src/foundation/database/server/index.ts'
import { isRunning, listProcesses } from '../src/foundation/database/server/processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database server for tests: connects to a database that nobody may change. */
    testServer: string
    /** Begins the name of every database this run makes. */
    testPrefix: string
  }
}

interface Shared {
  url: string
  prefix: string
  end(): Promise<void>
}

const folderPrefix = 'kindling-test-'

/** Clears away the servers of runs that were killed: nobody else would. */
function clearEarlierRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(folderPrefix))) {
    const pid = Number(name.slice(folderPrefix.length).split('-')[0])
    if (!pid || isRunning(pid)) continue
    for (const one of listProcesses())
      if (one.command.includes(`/${name}/postgres/data`)) process.kill(one.pid, 'SIGKILL')
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

async function startOwn(): Promise<{ url: string; end(): Promise<void> }> {
  clearEarlierRuns()
  const dataFolder = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  chmodSync(dataFolder, 0o755)
  const server = await startDatabaseServer({
    dataFolder,
    log: () => {},
    // Nothing here outlives the run, so nothing has to survive a power cut.
    settings: { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '200' },
  })
  return {
    url: server.url,
    end: async () => {
      await server.stop()
      if (existsSync(dataFolder)) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
    prefix,
  ])
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`)
  await client.end()
}

async function startShared(): Promise<Shared> {
  const prefix = `kindling_test_${randomBytes(4).toString('hex')}_`
  const given = process.env.TEST_DATABASE_URL
  if (!given) return { prefix, ...(await startOwn()) }
  return { url: given, prefix, end: () => dropDatabases(given, prefix) }
}

// Vitest loads this file once per project; all of them share one server.
const house = globalThis as {
  kindlingTests?: { shared: Promise<Shared>; kernel: Promise<void>; users: number }
}

/**
 * Starts one database server for the whole run, or takes the one TEST_DATABASE_URL names. Compiles what the tests of
 * the careful reader need to be compiled.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  house.kindlingTests ??= { shared: startShared(), kernel: buildKernel(), users: 0 }
  const tests = house.kindlingTests
  tests.users++
  const shared = await tests.shared
  await tests.kernel
  project.provide('testServer', shared.url)
  project.provide('testPrefix', shared.prefix)
  return async () => {
    if (--tests.users > 0) return
    delete house.kindlingTests
    await shared.end()
  }
}

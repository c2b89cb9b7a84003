import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshDatabase, seededTemplate } from '../../community/test/kit/database.ts'

const kindling = fileURLToPath(new URL('../../bin/kindling.mjs', import.meta.url))

/** A running server of our own, as an administrator would start it. */
export interface Place {
  url: string
  /** Everything it printed so far. */
  output(): string
  /** The database, for what only time would do: asking a job to run now. */
  databaseUrl: string
  /** Runs another `kindling` command on the same database and data folder, beside the server. */
  run(command: string[]): Promise<Ended>
  close(): Promise<void>
}

/** A command that came to its end. */
export interface Ended {
  code: number | null
  output: string
}

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.status < 500,
    () => false,
  )
}

function runToEnd(command: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [kindling, ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
    child.once('close', (code, signal) =>
      resolve({ code, output: signal ? `${output}\nEnded by ${signal}.` : output }),
    )
  })
}

async function untilOpen(server: ChildProcess, url: string, printed: () => string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await answers(`${url}/help`))) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not open.\n${printed()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Fills a database with a sample community, as its first start does. */
async function loadSample(command: string[], databaseUrl: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'kindling-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...process.env, DATABASE_URL: databaseUrl, KINDLING_DATA: data, PORT: String(port) }
  const server = spawn(process.execPath, [kindling, ...command], {
    env: { ...env, KINDLING_URL: url, KINDLING_LOG: 'quiet' },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilOpen(server, url, () => 'It was loading the sample community.')
  server.kill('SIGTERM')
  await ended
  await rm(data, { recursive: true, force: true })
}

/** An empty database, or one in which the sample community of the command lies already: loading it takes seconds. */
const databaseFor = (command: string[]) =>
  command[0] === 'demo'
    ? seededTemplate(command.join('_'), (url) => loadSample(command, url))()
    : freshDatabase()

/**
 * Starts `kindling <command>` on a database and data folder that nobody else uses.
 * @param command for instance ['serve'] or ['demo', 'table']
 * @param before a command to run to its end first, for instance ['restore', file]
 */
export async function openPlace(
  command: string[] = ['demo'],
  settings: Record<string, string> = {},
  before?: string[],
): Promise<Place> {
  const [database, port] = await Promise.all([databaseFor(command), freePort()])
  const data = await mkdtemp(join(tmpdir(), 'kindling-e2e-'))
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    KINDLING_DATA: data,
    PORT: String(port),
    KINDLING_URL: url,
    KINDLING_LOG: 'quiet',
    ...settings,
  }
  if (before) {
    const { code, output } = await runToEnd(before, env)
    if (code !== 0) throw new Error(`${before.join(' ')} ended with ${code}.\n${output}`)
  }
  const server = spawn(process.execPath, [kindling, ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk))
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilOpen(server, url, () => printed)
  return {
    url,
    databaseUrl: database.url,
    output: () => printed,
    run: (more) => runToEnd(more, env),
    async close() {
      server.kill('SIGTERM')
      await ended
      await database.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

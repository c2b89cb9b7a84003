import { spawn } from 'node:child_process'
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

interface Started {
  url: string
  env: NodeJS.ProcessEnv
  output(): string
  /** Stops it and takes its data folder away. */
  stop(): Promise<void>
}

/** Runs `kindling <command>` on a database, in a data folder and at a port that nobody else uses. */
async function start(
  command: string[],
  databaseUrl: string,
  settings: Record<string, string> = {},
  before?: string[],
): Promise<Started> {
  const [data, port] = await Promise.all([mkdtemp(join(tmpdir(), 'kindling-e2e-')), freePort()])
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
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
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  const deadline = Date.now() + 60_000
  while (!(await answers(`${url}/help`))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The server did not open.\n${printed}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { url, env, output: () => printed, stop }
}

/** An empty database, or one in which the sample community of the command lies already: loading it takes seconds. */
const databaseFor = (command: string[]) =>
  command[0] === 'demo'
    ? seededTemplate(command.join('_'), async (url) => (await start(command, url)).stop())()
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
  const database = await databaseFor(command)
  const { url, env, output, stop } = await start(command, database.url, settings, before)
  return {
    url,
    databaseUrl: database.url,
    output,
    run: (more) => runToEnd(more, env),
    async close() {
      await stop()
      await database.drop()
    },
  }
}

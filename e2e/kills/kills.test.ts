import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../kit/place.ts'
import { report } from '../kit/report.ts'
import { writeWithoutABreak } from './write-load.ts'
import { type Prepared, prepareWriters } from './writers.ts'

const kindling = fileURLToPath(new URL('../../bin/kindling.mjs', import.meta.url))
const thorough = process.env.KINDLING_ENDURE === '1'
/** How often what is killed: few in every run, all of them in `npm run endure`. */
const plan = thorough ? { both: 20, server: 5, postgres: 5 } : { both: 1, server: 1, postgres: 1 }

let data: string
let prepared: Prepared
let port: number
let running: ChildProcess | undefined
const url = () => `http://127.0.0.1:${port}`

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kindling-kills-'))
  // As root the database runs as another account, which has to get in.
  await chmod(data, 0o711)
  prepared = await prepareWriters(data, thorough ? 400 : 80)
  port = await freePort()
}, 120_000)

afterAll(async () => {
  running?.kill('SIGTERM')
  await new Promise((resolve) =>
    running?.exitCode === null ? running.once('exit', resolve) : resolve(undefined),
  )
  await rm(data, { recursive: true, force: true })
}, 60_000)

/** Starts as a person would and waits for the first answer. @returns milliseconds until then */
async function open(): Promise<number> {
  const begun = Date.now()
  running = spawn(process.execPath, [kindling, 'serve'], {
    env: { ...process.env, DATABASE_URL: '', KINDLING_DATA: data, PORT: String(port), KINDLING_LOG: 'quiet' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  running.stderr!.on('data', (chunk: Buffer) => (complaint += chunk))
  while (Date.now() - begun < 60_000) {
    if (running.exitCode !== null) throw new Error(`The server did not start again.\n${complaint}`)
    const ready = await fetch(`${url()}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return Date.now() - begun
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`No answer within a minute.\n${complaint}`)
}

/** The number in the first line of postmaster.pid, wherever under the data folder it lies. */
async function postgresPid(): Promise<number> {
  const files = await readdir(join(data, 'postgres'), { recursive: true })
  const file = files.find((name) => name.endsWith('postmaster.pid'))
  return Number((await readFile(join(data, 'postgres', file!), 'utf8')).split('\n')[0])
}

async function storedReplies(): Promise<Set<string>> {
  const found = new Set<string>()
  let cursor = ''
  let pages = 0
  do {
    const response = await fetch(
      `${url()}/api/v1/posts/${prepared.post}/replies${cursor && `?cursor=${cursor}`}`,
      {
        // Reading everything is more than one member's share of the API.
        headers: { authorization: `Bearer ${prepared.tokens[pages++ % prepared.tokens.length]}` },
      },
    )
    if (!response.ok) throw new Error(`Reading back: ${response.status} ${await response.text()}`)
    const page = (await response.json()) as { items: { id: string }[]; next?: string | null }
    for (const { id } of page.items) found.add(id)
    cursor = page.next ?? ''
  } while (cursor)
  return found
}

type Victim = keyof typeof plan
const acknowledged = new Set<string>()
const starts: number[] = []

async function kill(victim: Victim): Promise<void> {
  const postgres = await postgresPid()
  if (victim !== 'postgres') running!.kill('SIGKILL')
  if (victim !== 'server') process.kill(postgres, 'SIGKILL')
  if (victim !== 'postgres') await new Promise((resolve) => running!.once('exit', resolve))
}

/** PostgreSQL alone died: the same server finds it again, or has to be started anew. */
async function recovered(victim: Victim): Promise<number> {
  if (victim !== 'postgres') return open()
  const begun = Date.now()
  while (Date.now() - begun < 60_000) {
    const ready = await fetch(`${url()}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return Date.now() - begun
    if (running!.exitCode !== null) return open()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('PostgreSQL was not brought back within a minute.')
}

async function round(victim: Victim): Promise<void> {
  const load = writeWithoutABreak(url, prepared.post, prepared.tokens, 6)
  await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 400))
  await kill(victim)
  await load.stop()
  for (const id of load.written.acknowledged) acknowledged.add(id)
  starts.push(await recovered(victim))
  const stored = await storedReplies()
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
}

test(
  `every acknowledged reply survives ${plan.both} kills of both, ${plan.server} of the server, ${plan.postgres} of PostgreSQL, and the next start needs no hand`,
  async () => {
    await open()
    for (const [victim, times] of Object.entries(plan) as [Victim, number][])
      for (let time = 0; time < times; time++) await round(victim)
    expect(acknowledged.size).toBeGreaterThan(plan.both * 5)
    expect(Math.max(...starts)).toBeLessThan(15_000)
    await report('kills', 'Killed while writing', [
      [
        'kills of server and PostgreSQL together / of the server / of PostgreSQL',
        `${plan.both} / ${plan.server} / ${plan.postgres}`,
      ],
      ['replies acknowledged during writes', String(acknowledged.size)],
      ['of them lost', '0'],
      [
        'time until it answered again, median',
        `${starts.sort((a, b) => a - b)[Math.floor(starts.length / 2)]} ms`,
      ],
      ['longest', `${Math.max(...starts)} ms`],
    ])
  },
  thorough ? 1_200_000 : 180_000,
)

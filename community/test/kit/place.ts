import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeApp } from '../../src/app.ts'
import { type Config, makeConfig } from '../../src/config/index.ts'
import {
  type Community,
  changeCommunity,
  connect,
  createCommunity,
  type Feature,
  type House,
  makeLog,
  migrate,
} from '../../src/foundation/index.ts'
import { makeHouse } from '../../src/house.ts'
import { type Accounts, accountsOf, signedIn } from '../../src/members/index.ts'
import { freshDatabase } from './database.ts'

/** A browser as far as tests need one: it keeps cookies, follows nothing, and posts forms. */
export interface Browser {
  get(path: string): Promise<Response>
  post(path: string, form?: Record<string, string>): Promise<Response>
  send(path: string, body: unknown): Promise<Response>
  cookies: Map<string, string>
}

/** A community with a house of its own, without a socket. */
export interface Place {
  house: House
  accounts: Accounts
  community: Community
  /** Lines the house wrote into its log. */
  logged: string[]
  /** Moves the clock on, in minutes. */
  later(minutes: number): void
  open(address?: string): Browser
  close(): Promise<void>
}

export const ORIGIN = 'http://localhost:4600'

function makeBrowser(fetch: (request: Request) => Response | Promise<Response>, address?: string): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('host', 'localhost:4600')
    headers.set('origin', ORIGIN)
    headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
    if (address) headers.set('x-forwarded-for', address)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(new Request(new URL(path, ORIGIN), { ...init, headers, redirect: 'manual' }))
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return answer
  }
  return {
    cookies,
    get: (path) => ask(path),
    post: (path, form = {}) => ask(path, { method: 'POST', body: new URLSearchParams(form) }),
    send: (path, body) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      }),
  }
}

export interface PlaceOptions {
  features: readonly Feature[]
  config?: Partial<Config>
  settings?: Parameters<typeof changeCommunity>[2]
}

/** Opens a place with the features a test is about. */
export async function makePlace({ features, config, settings }: PlaceOptions): Promise<Place> {
  const fresh = await freshDatabase()
  const database = connect(fresh.url, { max: 4 })
  await migrate(
    database.db,
    features.flatMap((feature) => feature.migrations ?? []),
  )
  const dataFolder = mkdtempSync(join(tmpdir(), 'kindling-place-'))
  const made = makeConfig({}, { dataFolder, url: ORIGIN, trustProxy: true, ...config })
  let moved = 0
  const clock = { now: () => new Date(Date.now() + moved) }
  const logged: string[] = []
  const house = makeHouse(made, database, features, {
    clock,
    log: makeLog('info', (line) => logged.push(line) > 0),
  })
  const id = await createCommunity(database.db, { name: 'Lantern Street', timeZone: 'UTC', now: clock.now() })
  await changeCommunity(database.db, id, {
    guidelines: 'Speak as you would across a fence.',
    openedAt: clock.now(),
    ...settings,
  })
  const accounts = accountsOf(house)
  const app = makeApp(house, features, signedIn(accounts))
  return {
    house,
    accounts,
    community: (await house.communities.byId(id))!,
    logged,
    later: (minutes) => {
      moved += minutes * 60_000
    },
    open: (address) => makeBrowser((request) => app.fetch(request), address),
    async close() {
      await house.mail.close()
      await database.close()
      await fresh.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

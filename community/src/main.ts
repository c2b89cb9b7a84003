import type { Server } from 'node:http'
import { serve as serveNode } from '@hono/node-server'
import { makeApp } from './app.ts'
import type { Config } from './config/index.ts'
import { features, migrations } from './features.ts'
import { startDatabaseServer } from './foundation/database/server/index.ts'
import {
  answersSettled,
  attend,
  connect,
  type House,
  KindlingError,
  migrate,
  type Phrase,
  reachDatabase,
} from './foundation/index.ts'
import { makeHouse } from './house.ts'
import { accountsOf, signedIn } from './members/index.ts'
import { houseErrors } from './words.ts'

export interface Running {
  url: string
  house: House
  stop(): Promise<void>
}

/** How long answers under way may take once somebody asked us to stop. */
const LAST_ANSWERS = 5_000

type Fetch = Parameters<typeof serveNode>[0]['fetch']

const refusedToListen: Record<string, Phrase> = {
  EADDRINUSE: houseErrors.portTaken,
  EACCES: houseErrors.portNotAllowed,
  EADDRNOTAVAIL: houseErrors.hostUnknown,
}

function listen(fetch: Fetch, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serveNode({ fetch, port, hostname: host }, () => resolve(server as Server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) => {
      const says = refusedToListen[error.code ?? '']
      reject(
        says ? new KindlingError('cannot_listen', says, { values: { port, host }, cause: error }) : error,
      )
    })
  })
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS)
  await closed
  clearTimeout(impatience)
}

/**
 * Config to database to features to server. Whatever was opened is closed in the opposite order, also
 * when a later step fails.
 * @param prepare runs with the database ready, before the doors open
 */
export async function start(
  config: Config,
  say: (line: string) => void,
  prepare?: (house: House) => Promise<void>,
): Promise<Running> {
  const closers: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const own = config.databaseUrl
      ? undefined
      : await startDatabaseServer({ dataFolder: config.dataFolder, log: say })
    if (own) closers.push(() => own.stop())
    const database = connect(config.databaseUrl ?? own!.url)
    closers.push(() => database.close())
    await reachDatabase(database.pool, config.databaseUrl)
    const applied = await migrate(database.db, migrations)
    if (applied.length > 0) say(`Database prepared (${applied.length} steps).`)
    const house = makeHouse(config, database, features)
    closers.push(() => house.mail.close())
    await prepare?.(house)
    const attending = await attend(house)
    closers.push(async () => {
      await attending.stop()
      await answersSettled(house)
    })
    const server = await listen(makeApp(house, features, signedIn(accountsOf(house))).fetch, config)
    closers.push(() => close(server))
    // Open pages listen without end: they are let go first.
    closers.push(() => attending.hangUp())
    return { url: config.url, house, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

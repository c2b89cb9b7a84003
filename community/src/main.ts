import { serve as serveNode } from '@hono/node-server'
import { makeApp } from './app.ts'
import type { Config } from './config/index.ts'
import { features, migrations } from './features.ts'
import { answersSettled, attend, connect, type House, migrate, waitUntilReady } from './foundation/index.ts'
import { startDatabaseServer } from './foundation/database/server/index.ts'
import { makeHouse } from './house.ts'
import { accountsOf, signedIn } from './members/index.ts'

export interface Running {
  url: string
  house: House
  stop(): Promise<void>
}

/** Config to database to features to server. Stops in the opposite order. */
export async function start(config: Config, say: (line: string) => void, prepare?: (house: House) => Promise<void>): Promise<Running> {
  const server = config.databaseUrl ? undefined : await startDatabaseServer({ dataFolder: config.dataFolder, log: say })
  const database = connect(config.databaseUrl ?? server!.url)
  await waitUntilReady(database.pool, 10_000)
  const applied = await migrate(database.db, migrations)
  if (applied.length > 0) say(`Database prepared (${applied.length} steps).`)
  const house = makeHouse(config, database, features)
  await prepare?.(house)
  const attending = await attend(house)
  const app = makeApp(house, features, signedIn(accountsOf(house)))
  const http = await new Promise<ReturnType<typeof serveNode>>((resolve) => {
    const listening = serveNode({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(listening))
  })
  return {
    url: config.url,
    house,
    async stop() {
      attending.hangUp()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      await attending.stop()
      await answersSettled(house)
      await house.mail.close()
      await database.close()
      await server?.stop()
    },
  }
}

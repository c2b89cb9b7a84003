import { type Config, makeConfig, readEnv } from '../config/index.ts'
import { features, migrations } from '../features.ts'
import { joinDatabaseServer } from '../foundation/database/server/index.ts'
import { connect, type House, migrate, reachDatabase } from '../foundation/index.ts'
import { makeHouse } from '../house.ts'

/** What commands print: progress beside the result, so that a result can be piped on. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`)

/** Runs work over the database, whether a Kindling is running on it or not; nothing answers requests meanwhile. */
export async function withDatabase<Result>(
  work: (house: House) => Promise<Result>,
  config: Config = makeConfig(readEnv()),
): Promise<Result> {
  const server = config.databaseUrl
    ? undefined
    : await joinDatabaseServer({ dataFolder: config.dataFolder, log: tell })
  const database = connect(config.databaseUrl ?? server!.url, { name: 'kindling command' })
  try {
    await reachDatabase(database.pool, config.databaseUrl)
    await migrate(database.db, migrations)
    return await work(makeHouse(config, database, features))
  } finally {
    await database.close()
    await server?.stop()
  }
}

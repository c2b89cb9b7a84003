import { makeConfig, readEnv } from '../config/index.ts'
import { migrations } from '../features.ts'
import { startDatabaseServer } from '../foundation/database/server/index.ts'
import { connect, migrate, reachDatabase } from '../foundation/index.ts'

/** Brings the database up to date without opening the doors; for upgrades done in steps. */
export async function migrateOnly(): Promise<number> {
  const config = makeConfig(readEnv())
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const server = config.databaseUrl
    ? undefined
    : await startDatabaseServer({ dataFolder: config.dataFolder, log: say })
  const database = connect(config.databaseUrl ?? server!.url)
  try {
    await reachDatabase(database.pool, config.databaseUrl)
    const applied = await migrate(database.db, migrations)
    say(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.')
    return 0
  } finally {
    await database.close()
    await server?.stop()
  }
}

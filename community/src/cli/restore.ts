import { resolve } from 'node:path'
import { makeConfig, readEnv } from '../config/index.ts'
import { features, migrations } from '../features.ts'
import { startDatabaseServer } from '../foundation/database/server/index.ts'
import { connect, reachDatabase } from '../foundation/index.ts'
import { makeHouse } from '../house.ts'
import { readBackup } from './backup/read-backup.ts'
import { summary } from './backup.ts'
import { tell } from './with-database.ts'

/** `kindling restore <file>`: a backup into an empty database. Nothing else may be running on it. */
export async function restore([path]: string[]): Promise<number> {
  if (!path) {
    tell('Say from where: kindling restore <file>')
    return 2
  }
  const config = makeConfig(readEnv())
  const server = config.databaseUrl
    ? undefined
    : await startDatabaseServer({ dataFolder: config.dataFolder, log: tell })
  const database = connect(config.databaseUrl ?? server!.url, { name: 'kindling command' })
  try {
    await reachDatabase(database.pool, config.databaseUrl)
    const end = await readBackup(makeHouse(config, database, features), resolve(path), migrations)
    tell(`Restored: ${summary(end)}. Start Kindling as usual; everybody signs in as before.`)
    return 0
  } finally {
    await database.close()
    await server?.stop()
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KindlingError } from '../../errors/kindling-error.ts'
import { ownName } from './own-database.ts'
import { choosePlaces, makeDataFolder, type Places } from './places.ts'
import { type DatabaseServerOptions, startDatabaseServer } from './start.ts'

export interface JoinedServer {
  url: string
  /** Ends the server only where this process began it. */
  stop(): Promise<void>
}

/** Where a running server is reached: PostgreSQL writes port and socket folder beside its process number. */
function runningUrl(places: Places): string | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(places.data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [, , , port, socketFolder] = lines
  if (process.platform !== 'win32')
    return (
      socketFolder && `postgres://${ownName}@localhost/${ownName}?host=${encodeURIComponent(socketFolder)}`
    )
  const password = readFileSync(join(places.home, 'password'), 'utf8')
  return `postgres://${ownName}:${password}@127.0.0.1:${port}/${ownName}`
}

/**
 * For commands that work beside a running Kindling: starts PostgreSQL on the data folder, or goes to the
 * one that the running Kindling has started there.
 * @throws KindlingError data_folder_in_use when something has the folder and no server answers there yet
 */
export async function joinDatabaseServer(options: DatabaseServerOptions): Promise<JoinedServer> {
  try {
    return await startDatabaseServer(options)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.code !== 'data_folder_in_use') throw error
    const url = runningUrl(await choosePlaces(makeDataFolder(options.dataFolder), options.log))
    if (!url) throw error
    return { url, stop: async () => {} }
  }
}

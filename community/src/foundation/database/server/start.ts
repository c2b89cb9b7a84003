import { prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { type Control, stopServer } from './control.ts'
import { makeDoor } from './door.ts'
import { type Hold, holdFolder } from './hold.ts'
import { startServer } from './launch.ts'
import { ensureDatabase, ownName } from './own-database.ts'
import { choosePlaces, makeDataFolder } from './places.ts'
import { watchServer } from './watch.ts'

/** Kindling's own PostgreSQL, running. */
export interface DatabaseServer {
  /** Connection string over a private unix socket (on Windows: a local port with a password). */
  url: string
  /** PostgreSQL's version, such as 18.4. */
  version: string
  /** Ends the server in order and gives the data folder back. A second call does nothing. */
  stop(): Promise<void>
}

export interface DatabaseServerOptions {
  dataFolder: string
  /** Receives a sentence for what an operator may want to know. */
  log: (line: string) => void
  /** PostgreSQL settings over our own. Tests turn fsync off; nothing else should. */
  settings?: Record<string, string>
}

const stopSeconds = 30

async function startOn(
  dataFolder: string,
  hold: Hold,
  options: DatabaseServerOptions,
): Promise<DatabaseServer> {
  const places = await choosePlaces(dataFolder, options.log)
  const binaries = await prepareBinaries(places)
  const door = await makeDoor(places)
  await prepareCluster(places, binaries, door, options.settings ?? {})
  const control: Control = { places, binaries, socketFolder: door.socketFolder, log: options.log }
  await startServer(control)
  await ensureDatabase(door)
  const endWatch = watchServer(control)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await endWatch()
    await stopServer(control, stopSeconds)
    hold.release()
  }
  return {
    url: door.url(ownName, ownName),
    version: binaries.version,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

/**
 * Starts Kindling's own PostgreSQL on a data folder, making what is missing. A server that an earlier run
 * left behind, running or killed, is dealt with.
 * @throws KindlingError data_folder_in_use when another Kindling has the folder
 */
export async function startDatabaseServer(options: DatabaseServerOptions): Promise<DatabaseServer> {
  const dataFolder = makeDataFolder(options.dataFolder)
  const hold = holdFolder(dataFolder)
  try {
    return await startOn(dataFolder, hold, options)
  } catch (error) {
    hold.release()
    throw error
  }
}

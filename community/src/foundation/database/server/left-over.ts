import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clusterName } from './cluster.ts'
import { type Control, serverPid, stopServer } from './control.ts'
import { isRunning, listProcesses } from './processes.ts'

// A busy server writes out what it has before it stops; beyond this the log brings it back at the start.
const patienceSeconds = 8

/** The main process of a server on our files. Its number alone is no proof: numbers are given out again. */
function findServer({ places }: Control): number | undefined {
  const pid = serverPid(places)
  return listProcesses().find((one) => one.pid === pid && one.command.includes(places.data))?.pid
}

/** Processes that outlived their server, for instance in the middle of a long query. */
function findWorkers({ places }: Control): number[] {
  const title = `postgres: ${clusterName(places)}: `
  return listProcesses()
    .filter((one) => one.command.startsWith(title))
    .map((one) => one.pid)
}

async function kill(pids: number[]): Promise<void> {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
  for (let i = 0; i < 100 && pids.some(isRunning); i++) await wait(20)
}

function removeTraces({ places, socketFolder }: Control): void {
  rmSync(join(places.data, 'postmaster.pid'), { force: true })
  if (!socketFolder || !existsSync(socketFolder)) return
  for (const name of readdirSync(socketFolder)) rmSync(join(socketFolder, name), { force: true })
}

/**
 * Makes sure that no server is on our files: stops one that outlived its Kindling and clears away what
 * a killed one left. Only for the holder of the data folder, who knows that nobody else wants it.
 */
export async function clearLeftOver(control: Control): Promise<void> {
  // Windows does not list processes for us; there PostgreSQL's own tools have to find out.
  if (process.platform === 'win32') return stopServer(control, patienceSeconds)
  const server = findServer(control)
  if (server !== undefined) {
    control.log(`A database server from an earlier run is still here (process ${server}). Stopping it first.`)
    await stopServer(control, patienceSeconds)
    if (findServer(control) === server) await kill([server])
  }
  await kill(findWorkers(control))
  removeTraces(control)
}

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from './root.mjs'

// Not in node_modules: installing empties that.
const defaultFile = inRoot('.tmp', 'setup.lock')

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function tryTake(file) {
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    // With its content in one step, so that nobody reads an empty lock.
    linkSync(own, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** Takes a dead process's lock away; gives it back when it was another's by then. */
function removeStale(file, pid) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (holder(aside) !== pid) linkSync(aside, file)
  } catch {
    // Someone else removed it first, or a new one is there already.
  }
  rmSync(aside, { force: true })
}

/** Runs work while no other start of this clone does; a second one waits for the first. */
export async function alone(
  work,
  { file = defaultFile, say = (line) => process.stdout.write(`${line}\n`) } = {},
) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!tryTake(file)) {
    const pid = holder(file)
    if (pid && !isRunning(pid)) {
      removeStale(file, pid)
      continue
    }
    if (!told) say(`Another start is setting things up (process ${pid}). Waiting for it.`)
    told = true
    await wait(200)
  }
  const release = () => {
    if (holder(file) === process.pid) rmSync(file, { force: true })
  }
  process.on('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

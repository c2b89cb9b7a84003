import { fork } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from './place.mjs'

/** Signs the cookies of the measured server; worth nothing anywhere else. */
export const SECRET = 'only the measured server knows this one'

/** A port nobody listens on right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Resolves when a process that was begun answers there.
 * @throws where it ended, or did not open in time; then it is stopped
 */
export async function untilOpen(child, url, seconds = 30) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const open = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (open) return
    if (child.exitCode !== null) throw new Error('The server to be measured did not start.')
    if (Date.now() > end) {
      child.kill()
      throw new Error(`The server to be measured did not open within ${seconds} seconds.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Starts a process that answers on a port of its own and says what it used. */
async function startProcess(file, args, env, nodeOptions) {
  const port = await freePort()
  const child = fork(file, args, {
    cwd: root,
    env: { ...env, PORT: String(port) },
    execArgv: ['--import', new URL('./meter.mjs', import.meta.url).href, ...nodeOptions],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await untilOpen(child, `http://127.0.0.1:${port}/healthz`)
  const usage = () =>
    new Promise((resolve) => {
      child.once('message', ({ usage: { cpu, memory } }) => resolve({ cpuMilliseconds: cpu / 1000, memory }))
      child.send('usage')
    })
  return {
    port,
    pid: child.pid,
    usage,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}

/** Starts the real server, in a process of its own, on a database that already runs. */
export function startServer(place, nodeOptions = []) {
  const env = {
    ...process.env,
    DATABASE_URL: place.url,
    KINDLING_DATA: join(place.dataFolder, 'house'),
    KINDLING_SECRET: SECRET,
    KINDLING_LOG: 'quiet',
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
  }
  delete env.KINDLING_URL
  return startProcess(join(root, 'bin', 'kindling.mjs'), ['serve'], env, nodeOptions)
}

/** Starts the Perspective routes alone, with these options of the command. */
export const startPerspective = (options) =>
  startProcess(join(root, 'bin', 'kindling.mjs'), ['perspective', ...options], process.env, [])

/** Starts the bare server, to compare machines and minutes by. */
export const startBare = () => startProcess(join(root, 'bench', 'lib', 'bare.mjs'), [], process.env, [])

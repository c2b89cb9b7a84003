import cluster, { type Worker } from 'node:cluster'
import { MemoryRates, type Rates } from './rates.ts'

interface Asked {
  kind: 'take'
  id: number
  caller: string
  perMinute: number
}
interface Told {
  kind: 'taken'
  id: number
  wait: number
}

const isAsked = (message: unknown): message is Asked => (message as Asked | null)?.kind === 'take'
const isTold = (message: unknown): message is Told => (message as Told | null)?.kind === 'taken'

/** Lets the first process count for all: what one caller may ask does not grow with the processes. */
export class SharedRates implements Rates {
  readonly #waiting = new Map<number, (wait: number) => void>()
  #asked = 0

  constructor() {
    process.on('message', (message) => {
      if (!isTold(message)) return
      this.#waiting.get(message.id)?.(message.wait)
      this.#waiting.delete(message.id)
    })
  }

  take(caller: string, perMinute: number): Promise<number> {
    const id = this.#asked++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      process.send!({ kind: 'take', id, caller, perMinute } satisfies Asked)
    })
  }
}

function answerFor(rates: MemoryRates, worker: Worker, message: unknown): void {
  if (!isAsked(message) || !worker.isConnected()) return
  const wait = rates.take(message.caller, message.perMinute)
  worker.send({ kind: 'taken', id: message.id, wait } satisfies Told)
}

/** A process that ends sooner than this, in milliseconds, would end again. */
const SOON = 5_000

/**
 * Runs this command in several processes that share one port, and counts for them. One that breaks is begun anew.
 * @returns the exit code, once told to stop or once none could be begun
 */
export async function runProcesses(count: number): Promise<number> {
  const rates = new MemoryRates()
  let [stopping, code] = [false, 0]
  const begin = () => {
    const begun = Date.now()
    const worker = cluster.fork()
    worker.on('message', (message) => answerFor(rates, worker, message))
    // A message to one that just broke; its end is heard next.
    worker.on('error', () => {})
    worker.on('exit', (exit) => {
      if (stopping) return
      if (Date.now() - begun >= SOON) return begin()
      code = exit || 1
      stop()
    })
  }
  const stop = () => {
    stopping = true
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
  }
  const ended = new Promise<void>((resolve) => {
    cluster.on('exit', () => {
      if (stopping && Object.keys(cluster.workers ?? {}).length === 0) resolve()
    })
  })
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  for (let at = 0; at < count; at++) begin()
  await ended
  return code
}

import pg from 'pg'
import type { Log } from '../log/log.ts'
import { onRecorded } from './outbox.ts'

const CHANNEL = 'kindling_events'

export interface WakeTimes {
  /** Events written within this time share one notification. */
  batch: number
  /** A second look for a transaction that was still open at the first. */
  late: number
  /** Looks that need no notification: nothing is lost when one is. */
  poll: number
}

const times: WakeTimes = { batch: 50, late: 300, poll: 1_500 }

/**
 * Wakes whoever reads the outbox, soon after an event is written on any server and every moment or two
 * anyway. One notification for many events: PostgreSQL lets only one transaction at a time commit with one.
 */
export class Wake {
  readonly #pool: pg.Pool
  readonly #log: Log
  readonly #times: WakeTimes
  readonly #sleepers = new Set<() => void>()
  #ears: pg.Client | undefined
  #end: (() => void) | undefined
  #timers = new Map<string, NodeJS.Timeout>()

  constructor(pool: pg.Pool, log: Log, given: Partial<WakeTimes> = {}) {
    this.#pool = pool
    this.#log = log
    this.#times = { ...times, ...given }
  }

  /** Adds somebody to wake. */
  add(wake: () => void): void {
    this.#sleepers.add(wake)
  }

  async start(): Promise<void> {
    this.#end = onRecorded(() => this.#once('batch', this.#times.batch, () => this.#notify()))
    this.#poll()
    await this.#listen()
  }

  async stop(): Promise<void> {
    this.#end?.()
    this.#end = undefined
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    await this.#ears?.end().catch(() => {})
  }

  #once(name: string, after: number, run: () => void): void {
    if (!this.#end || this.#timers.has(name)) return
    const timer = setTimeout(() => {
      this.#timers.delete(name)
      run()
    }, after)
    timer.unref()
    this.#timers.set(name, timer)
  }

  #poll(): void {
    this.#once('poll', this.#times.poll, () => {
      this.#wake()
      this.#poll()
    })
  }

  #wake(): void {
    for (const wake of this.#sleepers) wake()
  }

  #notify(): void {
    // A notification that cannot be sent is no loss: the next look comes by itself.
    this.#pool.query('select pg_notify($1, $2)', [CHANNEL, '']).catch(() => {})
  }

  async #listen(): Promise<void> {
    if (!this.#end) return
    const ears = new pg.Client({ ...this.#pool.options, application_name: 'kindling ears' })
    const again = () => {
      if (this.#ears !== ears) return
      this.#ears = undefined
      this.#once('listen', 1_000, () => void this.#listen())
    }
    this.#ears = ears
    ears.on('error', again)
    ears.on('end', again)
    ears.on('notification', () => {
      this.#wake()
      this.#once('late', this.#times.late, () => this.#wake())
    })
    try {
      await ears.connect()
      await ears.query(`listen ${CHANNEL}`)
      this.#wake()
    } catch (error) {
      this.#log.error('events_not_heard', { code: (error as { code?: string }).code })
      await ears.end().catch(() => {})
      again()
    }
  }
}

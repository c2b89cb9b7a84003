import type pg from 'pg'
import type { Log } from '../log/log.ts'

/** How pg-boss keeps two servers from taking the same job: one of them violates an index. */
const ANOTHER_WAS_FIRST = '23505'

/**
 * The database as pg-boss sees it. It completes jobs without waiting and without catching, so that a
 * database that restarts would end the server: once it runs, failures are logged and answer with nothing,
 * which pg-boss takes for "nothing to do". A job that could not be completed is done again.
 */
export class QuietDatabase {
  readonly #pool: pg.Pool
  readonly #log: Log
  readonly #open = new Set<Promise<unknown>>()
  #quiet = false
  #closed = false

  constructor(pool: pg.Pool, log: Log) {
    this.#pool = pool
    this.#log = log
  }

  /** From here on failures are logged instead of thrown. */
  becomeQuiet(): void {
    this.#quiet = true
  }

  /** Waits for what is under way and answers nothing afterwards. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#open)
  }

  async executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    if (this.#closed) return { rows: [] }
    const asked = this.#pool.query(text, values)
    this.#open.add(asked)
    try {
      return await asked
    } catch (error) {
      if (!this.#quiet) throw error
      const { code } = error as { code?: string }
      if (code !== ANOTHER_WAS_FIRST) this.#log.error('jobs_database_failed', { code })
      return { rows: [] }
    } finally {
      this.#open.delete(asked)
    }
  }
}

import type { Writable } from 'node:stream'
import pg from 'pg'
import { type NamedQuery, ShortRead } from './short-read.ts'

export interface Reads {
  /** Rows of a statement that only reads and is done within milliseconds. */
  query<Row>(query: NamedQuery): Promise<Row[]>
  close(): Promise<void>
}

interface Waiting {
  query: NamedQuery
  resolve: (rows: unknown[]) => void
  reject: (error: Error) => void
}

/** One connection that many askers share; PostgreSQL answers them in the order they were sent. */
class Line {
  readonly #client: pg.Client
  readonly #ready: Promise<unknown>
  open = true
  underWay = 0

  constructor(config: pg.ClientConfig) {
    this.#client = new pg.Client({ ...config, pipeline: true } as pg.ClientConfig)
    const over = () => {
      this.open = false
    }
    this.#client.on('error', over)
    this.#client.on('end', over)
    this.#ready = this.#plan().catch((error: Error) => {
      over()
      throw error
    })
    this.#ready.catch(() => {})
  }

  /**
   * Left to itself PostgreSQL plans most of our reads anew each time, because a plan for one visitor looks a
   * little cheaper than the one for everybody; planning takes longer than reading.
   */
  async #plan(): Promise<void> {
    await this.#client.connect()
    await this.#client.query('set plan_cache_mode = force_generic_plan')
  }

  /** Sends all of them in one piece. */
  async send(batch: readonly Waiting[]): Promise<void> {
    this.underWay += batch.length
    try {
      await this.#ready
    } catch (error) {
      for (const { reject } of batch) reject(error as Error)
      this.underWay -= batch.length
      return
    }
    const { stream } = (this.#client as unknown as { connection: { stream: Writable } }).connection
    stream.cork()
    for (const one of batch) this.#ask(one)
    stream.uncork()
  }

  #ask({ query, resolve, reject }: Waiting): void {
    const settle = (error: Error | undefined, rows: unknown[]) => {
      this.underWay--
      if (error) reject(error)
      else resolve(rows)
    }
    try {
      this.#client.query(new ShortRead(query, settle) as unknown as pg.Submittable)
    } catch (error) {
      settle(error as Error, [])
    }
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}

const MOST_LINES = 4
/** So many in one piece; more are shared out, so that PostgreSQL can answer them side by side. */
const MOST_TOGETHER = 8

/**
 * Short reads of many requests over few connections, sent without waiting for each other. A pool hands a
 * whole connection to one query and pays for it in turns of the event loop and system calls, which for a page
 * made of three short queries is more than reading the answers. What writes, locks or may take long belongs
 * in the pool: here it would keep others waiting.
 */
export function openReads(config: pg.ClientConfig): Reads {
  let lines: Line[] = []
  let waiting: Waiting[] = []

  const line = (): Line => {
    lines = lines.filter((one) => one.open)
    const least = lines.reduce<Line | undefined>(
      (best, one) => (best && best.underWay <= one.underWay ? best : one),
      undefined,
    )
    if (least && (least.underWay === 0 || lines.length >= MOST_LINES)) return least
    const fresh = new Line(config)
    lines.push(fresh)
    return fresh
  }

  const flush = () => {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += MOST_TOGETHER) void line().send(all.slice(at, at + MOST_TOGETHER))
  }

  return {
    query: <Row>(query: NamedQuery) =>
      new Promise<Row[]>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ query, resolve: resolve as Waiting['resolve'], reject })
      }),
    close: async () => {
      await Promise.all(lines.map((one) => one.close()))
      lines = []
    },
  }
}

import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { readTime } from './read-time.ts'
import { openReads, type Reads } from './reads.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
/** A transaction or the pool itself: stores take either. */
export type DbOrTrx = Db | Transaction<Tables>
export type Trx = Transaction<Tables>

export interface Database {
  db: Db
  pool: pg.Pool
  reads: Reads
  close(): Promise<void>
}

// Counts fit a JavaScript number; pg would hand out int8 as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
const anyTime = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => readTime(text) ?? anyTime(text))

/** Opens a pool. Nothing is connected until the first query. */
export function connect(url: string, options: { max?: number; name?: string } = {}): Database {
  const connection = {
    connectionString: url,
    application_name: options.name ?? 'kindling',
    connectionTimeoutMillis: 10_000,
  }
  const pool = new pg.Pool({ ...connection, max: options.max ?? 12, idleTimeoutMillis: 60_000 })
  // An idle connection that the server closed is replaced at the next query; it is no reason to stop.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const reads = openReads(connection)
  return {
    db,
    pool,
    reads,
    close: async () => {
      await reads.close()
      await db.destroy()
      // Kysely ends only a pool that it has used. One left open keeps a start that was refused from ending.
      if (!pool.ending) await pool.end()
    },
  }
}

/** Waits until the database answers, for a server that is still starting. */
export async function waitUntilReady(pool: pg.Pool, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  for (;;) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

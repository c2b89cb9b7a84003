import { sql } from 'kysely'
import type { Db, Trx } from './connect.ts'

/** One forward step. Plain SQL; applied once, in list order, each in the same transaction as its mark. */
export interface Migration {
  /** Unique and never renamed: "conversation-001-posts". */
  name: string
  up(trx: Trx): Promise<void>
}

/** Makes a migration of SQL statements, run one after the other. */
export function migration(name: string, ...statements: string[]): Migration {
  return {
    name,
    async up(trx) {
      for (const statement of statements) await sql.raw(statement).execute(trx)
    },
  }
}

// Any number will do as long as every server uses the same one.
const LOCK = 4600

/**
 * Applies what is missing. Safe to run twice and by two servers at once: a lock makes the second wait.
 * @returns the names applied now
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      trx,
    )
    const done = new Set((await trx.selectFrom('migrations').select('name').execute()).map((row) => row.name))
    const missing = migrations.filter((step) => !done.has(step.name))
    for (const step of missing) {
      await step.up(trx)
      await trx.insertInto('migrations').values({ name: step.name, applied_at: new Date() }).execute()
    }
    // A new column without statistics looks to PostgreSQL as if nothing in it were null, and plans go wrong by far.
    if (missing.length > 0) await sql`analyze`.execute(trx)
    return missing.map((step) => step.name)
  })
}

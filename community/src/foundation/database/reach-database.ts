import type { Pool } from 'pg'
import { KindlingError } from '../errors/kindling-error.ts'
import type { Phrase } from '../i18n/words.ts'
import { waitUntilReady } from './connect.ts'
import { databaseErrors } from './words.ts'

const WAIT = 10_000
/** Nothing in our SQL is newer. */
const OLDEST = 150_000

const refused: Record<string, Phrase> = {
  ECONNREFUSED: databaseErrors.away,
  ETIMEDOUT: databaseErrors.away,
  ENOTFOUND: databaseErrors.nowhere,
  EAI_AGAIN: databaseErrors.nowhere,
  // What PostgreSQL itself answers: wrong password, no such role, no such database, no right to enter.
  '28P01': databaseErrors.locked,
  '28000': databaseErrors.locked,
  '3D000': databaseErrors.missing,
  '42501': databaseErrors.locked,
}

/** What stops whoever runs a database of their own, in a sentence; the password in its address is not repeated. */
function sentenceFor(error: unknown, url: string): unknown {
  const { code = '', message } = error as Error & { code?: string }
  const phrase = refused[code]
  if (!phrase) return error
  const { host, pathname, searchParams } = new URL(url)
  const values = {
    host: host || searchParams.get('host') || 'localhost',
    database: pathname.slice(1),
    said: message,
  }
  return new KindlingError('database_unusable', phrase, { values, cause: error })
}

/**
 * Waits until the database answers, and looks whether it is one we can use.
 * @param given the address somebody set as DATABASE_URL; undefined where the database is our own
 * @throws KindlingError `database_unusable`, `database_too_old`
 */
export async function reachDatabase(pool: Pool, given: string | undefined, wait = WAIT): Promise<void> {
  try {
    await waitUntilReady(pool, wait)
  } catch (error) {
    throw given ? sentenceFor(error, given) : error
  }
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num')
  const version = Number(rows[0]!.server_version_num)
  if (version < OLDEST)
    throw new KindlingError('database_too_old', databaseErrors.tooOld, {
      values: { version: String(Math.floor(version / 10_000)) },
    })
}

import { FRESH_SECONDS } from './better-auth.ts'
import type { Kit } from './kit.ts'
import { SESSION_SECONDS } from './session-cookie.ts'

/** A device somebody is signed in on. */
export interface SessionView {
  id: string
  browser: string | undefined
  system: string | undefined
  signedInAt: Date
  lastSeenAt: Date
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const firstOf = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

export async function listSessions(kit: Kit, accountId: string): Promise<SessionView[]> {
  const rows = await kit.db
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', kit.clock.now())
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    browser: firstOf(BROWSERS, row.user_agent ?? ''),
    system: firstOf(SYSTEMS, row.user_agent ?? ''),
    signedInAt: row.created_at,
    lastSeenAt: row.updated_at,
  }))
}

export async function endSession(kit: Kit, accountId: string, sessionId: string): Promise<void> {
  await kit.db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .execute()
}

export async function endOtherSessions(kit: Kit, accountId: string, sessionId: string): Promise<void> {
  await kit.db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('id', '!=', sessionId)
    .execute()
}

/** Ends the session a token stands for. */
export async function signOut(kit: Kit, token: string | undefined): Promise<void> {
  if (token) await kit.db.deleteFrom('sessions').where('token', '=', token).execute()
}

/** True for an hour after signing in: only then can one change how one signs in. */
export async function isFresh(kit: Kit, sessionId: string): Promise<boolean> {
  const row = await kit.db
    .selectFrom('sessions')
    .select('created_at')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row !== undefined && kit.clock.now().getTime() - row.created_at.getTime() < FRESH_SECONDS * 1000
}

const DAY = 86_400_000
const MOST_REMEMBERED = 50_000

/**
 * Keeps sessions that are in use alive, for thirty days from each day they are used on. The database is
 * asked once a day for each session; all other pages find it here.
 */
export function makeStaySignedIn(
  kit: Kit,
): (sessionId: string, token: string) => Promise<string | undefined> {
  const seen = new Map<string, number>()
  return async (sessionId, token) => {
    const now = kit.clock.now()
    const last = seen.get(sessionId)
    if (last !== undefined && now.getTime() - last < DAY) return undefined
    if (seen.size >= MOST_REMEMBERED) seen.clear()
    seen.set(sessionId, now.getTime())
    const result = await kit.db
      .updateTable('sessions')
      .set({ expires_at: new Date(now.getTime() + SESSION_SECONDS * 1000), updated_at: now })
      .where('id', '=', sessionId)
      .where('updated_at', '<', new Date(now.getTime() - DAY))
      .executeTakeFirst()
    return result.numUpdatedRows > 0n ? kit.cookies.write(token) : undefined
  }
}

/** Forgets sessions and questions whose time is over. For a job. */
export async function clearExpired(kit: Kit): Promise<void> {
  const now = kit.clock.now()
  await kit.db.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await kit.db.deleteFrom('verifications').where('expires_at', '<', now).execute()
}

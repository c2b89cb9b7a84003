import { createHash, randomBytes } from 'node:crypto'
import { type DbOrTrx, newId } from '../../foundation/index.ts'

/** What a link in a letter is good for. Each is good once, and for a while. */
export interface Tickets {
  /** Shows that whoever opens it reads mail at this address. */
  'sign-in': {
    email: string
    joining?: { communityId: string; name: string; under18: boolean; invitation?: string }
    next?: string
  }
  confirm: { accountId: string; email: string }
  reset: { email: string }
}
export type Purpose = keyof Tickets

export const LIFETIME_MINUTES: Record<Purpose, number> = { 'sign-in': 30, confirm: 7 * 24 * 60, reset: 60 }

/** Only a hash is kept: who reads the database cannot use anybody's link. */
function identifier(purpose: Purpose, token: string): string {
  return `kindling ${purpose} ${createHash('sha256').update(token).digest('base64url')}`
}

/** @returns what goes into the link */
export async function makeTicket<P extends Purpose>(
  db: DbOrTrx,
  purpose: P,
  value: Tickets[P],
  now: Date,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db
    .insertInto('verifications')
    .values({
      id: newId(now.getTime()),
      identifier: identifier(purpose, token),
      value: JSON.stringify(value),
      expires_at: new Date(now.getTime() + LIFETIME_MINUTES[purpose] * 60_000),
      created_at: now,
      updated_at: now,
    })
    .execute()
  return token
}

function opened<P extends Purpose>(
  row: { value: string; expires_at: Date } | undefined,
  now: Date,
): Tickets[P] | undefined {
  return row && row.expires_at > now ? (JSON.parse(row.value) as Tickets[P]) : undefined
}

/** Looks without using it up: programs that check links in letters open them before people do. */
export async function lookAtTicket<P extends Purpose>(
  db: DbOrTrx,
  purpose: P,
  token: string,
  now: Date,
): Promise<Tickets[P] | undefined> {
  const row = await db
    .selectFrom('verifications')
    .select(['value', 'expires_at'])
    .where('identifier', '=', identifier(purpose, token))
    .executeTakeFirst()
  return opened<P>(row, now)
}

/** Uses it up. Of two who try at once, one gets it. */
export async function takeTicket<P extends Purpose>(
  db: DbOrTrx,
  purpose: P,
  token: string,
  now: Date,
): Promise<Tickets[P] | undefined> {
  const row = await db
    .deleteFrom('verifications')
    .where('identifier', '=', identifier(purpose, token))
    .returning(['value', 'expires_at'])
    .executeTakeFirst()
  return opened<P>(row, now)
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { DbOrTrx } from '../database/connect.ts'
import { migration } from '../database/migrate.ts'

declare module '../database/tables.ts' {
  interface Tables {
    limits: {
      community_id: string
      kind: string
      subject: string
      /** Number of the window since 1970, in windows of this kind's length. */
      slot: number
      taken: number
      /** Taken in the window before. */
      before: number
      expires_at: Date
    }
  }
}

// Unlogged: after a crash everybody starts anew, which does no harm, and counting costs less.
export const limitMigrations = [
  migration(
    'foundation-003-limits',
    `create unlogged table limits (
      community_id uuid not null,
      kind text not null,
      subject text not null,
      slot bigint not null,
      taken integer not null,
      before integer not null,
      expires_at timestamptz not null,
      primary key (community_id, kind, subject))`,
    'create index limits_expiry on limits (community_id, expires_at)',
  ),
]

export interface Taking {
  communityId: string
  /** "sign-in", "post" ...: each kind counts apart. */
  kind: string
  /** Whose doing is counted: an account id, an e-mail or client address. Kept only as a hash. */
  subject: string
  limit: number
  seconds: number
  now: Date
}
export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number }

function hashed(taking: Taking): string {
  return createHash('sha256')
    .update(`${taking.communityId} ${taking.kind} ${taking.subject}`)
    .digest('base64url')
    .slice(0, 22)
}

/**
 * Takes one of `limit` tokens per `seconds`. Two windows are weighed by how far into the second one we
 * are, so that nobody gets twice as many around a boundary. A refused try costs nothing.
 */
export async function takeToken(db: DbOrTrx, taking: Taking): Promise<Taken> {
  const { communityId, kind, limit, seconds } = taking
  const length = seconds * 1000
  const time = taking.now.getTime()
  const slot = Math.floor(time / length)
  const left = 1 - (time - slot * length) / length
  const subject = hashed(taking)
  const ends = new Date((slot + 2) * length)
  const { rows } = await sql<{ taken: number }>`
    insert into limits as l (community_id, kind, subject, slot, taken, before, expires_at)
    values (${communityId}, ${kind}, ${subject}, ${slot}, 1, 0, ${ends})
    on conflict (community_id, kind, subject) do update set
      before = case l.slot when ${slot} then l.before when ${slot - 1} then l.taken else 0 end,
      taken = case l.slot when ${slot} then l.taken + 1 else 1 end,
      slot = ${slot},
      expires_at = ${ends}
    where ${limit} >= 1
      + case l.slot when ${slot} then l.taken + l.before * ${left}::float8 when ${slot - 1} then l.taken * ${left}::float8 else 0 end
    returning taken`.execute(db)
  if (rows.length > 0) return { ok: true }
  return {
    ok: false,
    retryAfterSeconds: await secondsUntilNext(db, { communityId, kind, subject, slot, limit, seconds, time }),
  }
}

async function secondsUntilNext(
  db: DbOrTrx,
  asked: {
    communityId: string
    kind: string
    subject: string
    slot: number
    limit: number
    seconds: number
    time: number
  },
): Promise<number> {
  const row = await db
    .selectFrom('limits')
    .select(['slot', 'taken', 'before'])
    .where('community_id', '=', asked.communityId)
    .where('kind', '=', asked.kind)
    .where('subject', '=', asked.subject)
    .executeTakeFirst()
  if (!row) return 1
  const into = asked.time / 1000 - asked.slot * asked.seconds
  const now = row.slot === asked.slot
  // The last window fades out; when even its end would not be enough, this one has to fade as well.
  const [fading, fixed, passed] = now ? [row.before, row.taken, into] : [row.taken, 0, into]
  const room = asked.limit - 1 - fixed
  if (room >= 0 && fading > 0) return Math.max(1, Math.ceil(asked.seconds * (1 - room / fading) - passed))
  const rest = asked.seconds - passed
  return Math.max(1, Math.ceil(rest + asked.seconds * (1 - (asked.limit - 1) / Math.max(row.taken, 1))))
}

/** Forgets what no longer counts. For a job. */
export async function clearLimits(db: DbOrTrx, now: Date): Promise<void> {
  await db.deleteFrom('limits').where('expires_at', '<', now).execute()
}

import type { DbOrTrx, MemberViewer } from '../foundation/index.ts'
import type { MemberRole } from './tables.ts'

/** A member as letters and notices know one. */
export interface Reachable {
  /** As whom this member reads: what is shown to them is asked with it. */
  viewer: MemberViewer
  /** A confirmed address; undefined where none is known. */
  email: string | undefined
  joinedAt: Date
}

interface Row {
  community_id: string
  id: string
  name: string
  handle: string
  role: MemberRole
  time_zone: string | null
  under_18: boolean
  joined_at: Date
  account_id: string | null
  email: string | null
  email_verified: boolean | null
}

function fromRow(row: Row): Reachable {
  return {
    viewer: {
      communityId: row.community_id,
      memberId: row.id,
      accountId: row.account_id ?? undefined,
      sessionId: undefined,
      role: row.role,
      name: row.name,
      handle: row.handle,
      timeZone: row.time_zone ?? undefined,
      under18: row.under_18,
      waiting: false,
      scopes: undefined,
    },
    email: row.email_verified ? (row.email ?? undefined) : undefined,
    joinedAt: row.joined_at,
  }
}

/** Active members by id: who waits, has left or never was is not among them. */
export async function reachMembers(
  db: DbOrTrx,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, Reachable>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members as m')
    .leftJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.community_id', '=', communityId)
    .where('m.id', 'in', [...ids])
    .where('m.status', '=', 'active')
    .select([
      'm.community_id',
      'm.id',
      'm.name',
      'm.handle',
      'm.role',
      'm.time_zone',
      'm.under_18',
      'm.joined_at',
      'm.account_id',
      'a.email',
      'a.email_verified',
    ])
    .execute()
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

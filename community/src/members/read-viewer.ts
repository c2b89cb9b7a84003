import { type House, prepare, type Viewer, visitor } from '../foundation/index.ts'
import type { MemberRole, MemberStatus } from './tables.ts'

interface Row {
  session_id: string
  account_id: string
  expires_at: Date
  member_id: string | null
  name: string | null
  handle: string | null
  role: MemberRole | null
  status: MemberStatus | null
  time_zone: string | null
  under_18: boolean | null
}

const byToken = prepare<{ token: string; community: string }, Row>('viewer-by-session', (db, p) =>
  db
    .selectFrom('sessions as s')
    .leftJoin('members as m', (join) =>
      join
        .onRef('m.account_id', '=', 's.account_id')
        .on('m.community_id', '=', p.community)
        .on('m.status', 'not in', ['left', 'remembered']),
    )
    .where('s.token', '=', p.token)
    .select([
      's.id as session_id',
      's.account_id',
      's.expires_at',
      'm.id as member_id',
      'm.name',
      'm.handle',
      'm.role',
      'm.status',
      'm.time_zone',
      'm.under_18',
    ]),
)

/** Who a session token stands for in a community: a member, an account that has not joined, or a visitor. */
export async function readViewer(
  house: House,
  communityId: string,
  token: string | undefined,
): Promise<Viewer> {
  const nobody = visitor(communityId)
  if (!token) return nobody
  const [row] = await byToken(house, { token, community: communityId })
  if (!row || row.expires_at <= house.clock.now()) return nobody
  const account = { accountId: row.account_id, sessionId: row.session_id }
  if (!row.member_id) return { ...nobody, ...account }
  return {
    communityId,
    ...account,
    memberId: row.member_id,
    role: row.role!,
    name: row.name!,
    handle: row.handle!,
    timeZone: row.time_zone ?? undefined,
    under18: row.under_18!,
    waiting: row.status === 'waiting',
    scopes: undefined,
  }
}

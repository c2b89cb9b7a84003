import { type DbOrTrx, newId, type Trx } from '../../foundation/index.ts'
import { DAYS_OPEN, hashToken, newToken } from './rules.ts'

export interface Invitation {
  id: string
  whom: string
  role: 'member' | 'administrator'
  usesLeft: number
  createdBy: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

const columns = [
  'id',
  'whom',
  'role',
  'uses_left',
  'created_by',
  'created_at',
  'expires_at',
  'revoked_at',
] as const

function fromRow(row: {
  id: string
  whom: string
  role: 'member' | 'administrator'
  uses_left: number
  created_by: string
  created_at: Date
  expires_at: Date
  revoked_at: Date | null
}): Invitation {
  return {
    id: row.id,
    whom: row.whom,
    role: row.role,
    usesLeft: row.uses_left,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }
}

export interface NewInvitation {
  communityId: string
  whom: string
  role: 'member' | 'administrator'
  uses: number
  createdBy: string
}

/** Adds a way in. @returns the token, which is nowhere else. */
export async function addInvitation(
  trx: Trx,
  invitation: NewInvitation,
  now: Date,
): Promise<{ id: string; token: string }> {
  const token = newToken()
  const id = newId(now.getTime())
  await trx
    .insertInto('invitations')
    .values({
      community_id: invitation.communityId,
      id,
      token_hash: hashToken(token),
      whom: invitation.whom,
      role: invitation.role,
      uses_left: invitation.uses,
      created_by: invitation.createdBy,
      created_at: now,
      expires_at: new Date(now.getTime() + DAYS_OPEN * 86_400_000),
      revoked_at: null,
    })
    .execute()
  return { id, token }
}

/** The invitation a token belongs to, whether it still opens or not. */
export async function invitationByToken(
  db: DbOrTrx,
  communityId: string,
  token: string,
  lock = false,
): Promise<Invitation | undefined> {
  const query = db
    .selectFrom('invitations')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('token_hash', '=', hashToken(token))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && fromRow(row)
}

/** Counts one use by a member. */
export async function countUse(
  trx: Trx,
  communityId: string,
  id: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('invitation_uses')
    .values({ community_id: communityId, invitation_id: id, member_id: memberId, used_at: now })
    .execute()
  await trx
    .updateTable('invitations')
    .set((eb) => ({ uses_left: eb('uses_left', '-', 1) }))
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Everything that was sent and handed out, newest first, with who came by it. */
export async function listInvitations(
  db: DbOrTrx,
  communityId: string,
): Promise<(Invitation & { came: string[] })[]> {
  const rows = await db
    .selectFrom('invitations')
    .select(columns)
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  if (rows.length === 0) return []
  const uses = await db
    .selectFrom('invitation_uses as u')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'u.community_id').onRef('m.id', '=', 'u.member_id'),
    )
    .select(['u.invitation_id', 'm.name'])
    .where('u.community_id', '=', communityId)
    .where(
      'u.invitation_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('u.used_at')
    .execute()
  return rows.map((row) => ({
    ...fromRow(row),
    came: uses.filter((use) => use.invitation_id === row.id).map((use) => use.name),
  }))
}

/** Closes a way in. @returns false when there was nothing to close */
export async function closeInvitation(
  trx: Trx,
  communityId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

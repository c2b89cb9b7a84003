import { sql } from 'kysely'
import { type DbOrTrx, type House, prepare, type Trx } from '../foundation/index.ts'
import type { MemberRole } from '../members/index.ts'
import './tables.ts'

/** A token as its member sees it. */
export interface TokenView {
  id: string
  name: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
  /** "2026-03-01", in UTC; undefined before its first use. */
  lastUsedOn: string | undefined
}

export interface NewToken {
  communityId: string
  id: string
  memberId: string
  name: string
  hash: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
}

export async function addToken(trx: Trx, token: NewToken): Promise<void> {
  await trx
    .insertInto('api_tokens')
    .values({
      community_id: token.communityId,
      id: token.id,
      member_id: token.memberId,
      name: token.name,
      hash: token.hash,
      scopes: token.scopes,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      last_used_on: null,
    })
    .execute()
}

const lastUsed = sql<string | null>`to_char(last_used_on, 'YYYY-MM-DD')`.as('last_used_on')

/** Latest first. */
export async function tokensOf(db: DbOrTrx, communityId: string, memberId: string): Promise<TokenView[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', lastUsed])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on ?? undefined,
  }))
}

/** Makes two forms sent at once count one after the other. */
export async function lockTokensOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tokens ${communityId} ${memberId}`}, 0))`.execute(
    trx,
  )
}

export async function removeToken(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  id: string,
): Promise<void> {
  await db
    .deleteFrom('api_tokens')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

/** Whose token it is, and what it was made for. */
export interface Bearer {
  id: string
  scopes: string[]
  last_used_on: string | null
  member_id: string
  account_id: string
  name: string
  handle: string
  role: MemberRole
  time_zone: string | null
  under_18: boolean
}

// Only who is active and has an account: tokens of those who left, wait or were shut out stop with them.
const byHash = prepare<{ community: string; hash: string; now: Date }, Bearer>(
  'token-by-hash',
  (_, p) =>
    sql`select t.id, t.scopes, to_char(t.last_used_on, 'YYYY-MM-DD') as last_used_on, m.id as member_id, m.account_id, m.name, m.handle, m.role,
      m.time_zone, m.under_18
    from api_tokens t
    join members m on m.community_id = t.community_id and m.id = t.member_id
    where t.community_id = ${p.community} and t.hash = ${p.hash} and (t.expires_at is null or t.expires_at > ${p.now})
      and m.status = 'active' and m.account_id is not null`,
)

export async function bearerByHash(
  house: House,
  communityId: string,
  hash: string,
): Promise<Bearer | undefined> {
  const [row] = await byHash(house, { community: communityId, hash, now: house.clock.now() })
  return row
}

/** Notes the day of use: one write a day. */
export async function noteUse(db: DbOrTrx, communityId: string, id: string, day: string): Promise<void> {
  await db
    .updateTable('api_tokens')
    .set({ last_used_on: day })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

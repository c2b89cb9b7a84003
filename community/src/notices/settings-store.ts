import { sql } from 'kysely'
import type { DbOrTrx } from '../foundation/index.ts'
import type { Channel } from './kinds.ts'
import { type Digest, USUAL_DIGEST } from './rules.ts'

export interface NoticeSettings {
  /** What was chosen, by kind. */
  channels: Map<string, Channel>
  digest: Digest
}

export async function readSettings(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<NoticeSettings> {
  const choices = await db
    .selectFrom('notice_choices')
    .select(['kind', 'channel'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
  const own = await db
    .selectFrom('notice_settings')
    .select('digest')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return {
    channels: new Map(choices.map((row) => [row.kind, row.channel])),
    digest: own?.digest ?? USUAL_DIGEST,
  }
}

export async function setChannel(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  kind: string,
  channel: Channel,
): Promise<void> {
  await db
    .insertInto('notice_choices')
    .values({ community_id: communityId, member_id: memberId, kind, channel })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'member_id', 'kind']).doUpdateSet({ channel }),
    )
    .execute()
}

export async function setDigest(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  digest: Digest,
): Promise<void> {
  await db
    .insertInto('notice_settings')
    .values({ community_id: communityId, member_id: memberId, digest, digest_at: null })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet({ digest }))
    .execute()
}

/** Notes that a digest has looked at everything up to now. */
export async function markDigest(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('notice_settings')
    .values({ community_id: communityId, member_id: memberId, digest: USUAL_DIGEST, digest_at: now })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet({ digest_at: now }))
    .execute()
}

export async function lastDigest(db: DbOrTrx, communityId: string, memberId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('notice_settings')
    .select('digest_at')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.digest_at ?? null
}

export interface DigestReader {
  memberId: string
  zone: string
  digest: Digest
  digestAt: Date | null
}

/** Members in these time zones who may get a digest, by id after `after`. */
export async function digestReaders(
  db: DbOrTrx,
  communityId: string,
  zones: readonly string[],
  placeZone: string,
  after: string,
  limit: number,
): Promise<DigestReader[]> {
  const { rows } = await sql<{ id: string; zone: string; digest: Digest; digest_at: Date | null }>`
    select m.id, coalesce(m.time_zone, ${placeZone}) as zone, coalesce(s.digest, ${USUAL_DIGEST}) as digest, s.digest_at
    from members m
    left join notice_settings s on s.community_id = m.community_id and s.member_id = m.id
    where m.community_id = ${communityId} and m.id > ${after}::uuid and m.status = 'active' and m.account_id is not null
      and coalesce(m.time_zone, ${placeZone}) = any(${[...zones]}::text[]) and coalesce(s.digest, ${USUAL_DIGEST}) <> 'none'
    order by m.id limit ${limit}`.execute(db)
  return rows.map((row) => ({
    memberId: row.id,
    zone: row.zone,
    digest: row.digest,
    digestAt: row.digest_at,
  }))
}

/** Time zones that members of a community live in. */
export async function zonesOf(db: DbOrTrx, communityId: string, placeZone: string): Promise<string[]> {
  const rows = await db
    .selectFrom('members')
    .select('time_zone')
    .distinct()
    .where('community_id', '=', communityId)
    .where('time_zone', 'is not', null)
    .execute()
  return [...new Set([placeZone, ...rows.map((row) => row.time_zone!)])]
}

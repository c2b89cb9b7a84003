import { sql } from 'kysely'
import type { DbOrTrx, Trx } from '../../foundation/index.ts'
import { type PausePolicy, USUAL } from '../rules.ts'
import './tables.ts'

export interface KeptPolicy extends PausePolicy {
  /** 0: nobody decided anything yet. */
  version: number
  changedAt: Date | undefined
}

const NEVER_CHANGED: KeptPolicy = { ...USUAL, version: 0, changedAt: undefined }

/** What spaces decided, by id; those that never decided anything are as usual. */
export async function policiesOf(
  db: DbOrTrx,
  communityId: string,
  spaceIds: readonly string[],
): Promise<Map<string, KeptPolicy>> {
  const rows =
    spaceIds.length === 0
      ? []
      : await db
          .selectFrom('pause_policies')
          .distinctOn('space_id')
          .select(['space_id', 'version', 'often', 'silent', 'headings', 'changed_at'])
          .where('community_id', '=', communityId)
          .where('space_id', 'in', [...spaceIds])
          .orderBy('space_id')
          .orderBy('version', 'desc')
          .execute()
  const kept = rows.map(
    ({ space_id, changed_at, ...policy }) => [space_id, { ...policy, changedAt: changed_at }] as const,
  )
  const found = new Map<string, KeptPolicy>(kept)
  return new Map(spaceIds.map((id) => [id, found.get(id) ?? NEVER_CHANGED]))
}

export async function policyOf(db: DbOrTrx, communityId: string, spaceId: string): Promise<KeptPolicy> {
  return (await policiesOf(db, communityId, [spaceId])).get(spaceId)!
}

/** Adds the next version. Two at once come one after the other. */
export async function addPolicy(
  trx: Trx,
  where: { communityId: string; spaceId: string },
  policy: PausePolicy,
  changedBy: string,
  now: Date,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pause-policy ${where.spaceId}`}, 0))`.execute(
    trx,
  )
  const { version } = await policyOf(trx, where.communityId, where.spaceId)
  await trx
    .insertInto('pause_policies')
    .values({
      community_id: where.communityId,
      space_id: where.spaceId,
      version: version + 1,
      often: policy.often,
      silent: [...policy.silent],
      headings: JSON.stringify(policy.headings) as unknown as PausePolicy['headings'],
      changed_by: changedBy,
      changed_at: now,
    })
    .execute()
}

import type { DbOrTrx, Trx } from '../../foundation/index.ts'
import type { SpaceKind } from '../../spaces/index.ts'

export interface SetUp {
  keyHashes: Buffer[]
  claimHash: Buffer | undefined
  kind: SpaceKind | undefined
  letterHash: Buffer | undefined
  letterTries: number
  letterArrivedAt: Date | undefined
  kitMadeAt: Date | undefined
}

/** How far set-up has come; a place that was set up another way has none. */
export async function readSetUp(db: DbOrTrx, communityId: string, lock = false): Promise<SetUp | undefined> {
  const query = db.selectFrom('set_up').selectAll().where('community_id', '=', communityId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return (
    row && {
      keyHashes: row.key_hashes,
      claimHash: row.claim_hash ?? undefined,
      kind: row.kind ?? undefined,
      letterHash: row.letter_hash ?? undefined,
      letterTries: row.letter_tries,
      letterArrivedAt: row.letter_arrived_at ?? undefined,
      kitMadeAt: row.kit_made_at ?? undefined,
    }
  )
}

interface Changes {
  key_hashes?: Buffer[]
  claim_hash?: Buffer | null
  claimed_at?: Date | null
  kind?: SpaceKind
  letter_hash?: Buffer | null
  letter_tries?: number
  letter_arrived_at?: Date
  kit_made_at?: Date
}

/** Writes what changed; makes the row where there is none. */
export async function changeSetUp(db: DbOrTrx, communityId: string, changes: Changes): Promise<void> {
  const beginning = {
    key_hashes: [] as Buffer[],
    claim_hash: null,
    claimed_at: null,
    kind: null,
    letter_hash: null,
    letter_tries: 0,
    letter_arrived_at: null,
    kit_made_at: null,
  }
  await db
    .insertInto('set_up')
    .values({ community_id: communityId, ...beginning, ...changes })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet(changes))
    .execute()
}

/** For a place that comes from elsewhere: that its letters arrive and its recovery sheet is printed. */
export async function importSafety(trx: Trx, communityId: string, at: Date): Promise<void> {
  await changeSetUp(trx, communityId, { letter_arrived_at: at, kit_made_at: at })
}

/** Whether anybody looks after this place already. */
export async function hasAdministrator(db: DbOrTrx, communityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', communityId)
    .where('role', '=', 'administrator')
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The sheet printed before is worth nothing once another is made. */
export async function replaceRecoveryCodes(
  trx: Trx,
  communityId: string,
  hashes: readonly Buffer[],
  now: Date,
): Promise<void> {
  await trx.deleteFrom('recovery_codes').where('community_id', '=', communityId).execute()
  await trx
    .insertInto('recovery_codes')
    .values(
      hashes.map((code_hash) => ({ community_id: communityId, code_hash, made_at: now, used_at: null })),
    )
    .execute()
}

/** Uses a code up. Of two who try at once, one gets it. */
export async function useRecoveryCode(
  trx: Trx,
  communityId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('community_id', '=', communityId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

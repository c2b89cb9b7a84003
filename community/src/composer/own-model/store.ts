import { type Selectable, sql } from 'kysely'
import type { DbOrTrx, Tables, Trx } from '../../foundation/index.ts'
import type { Choice, KeptChoice, KeptModel, OwnModel } from './rules.ts'
import './tables.ts'

interface Whose {
  communityId: string
  memberId: string
}

const lastRow = (db: DbOrTrx, communityId: string): Promise<Selectable<Tables['own_models']> | undefined> =>
  db
    .selectFrom('own_models')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The model that a community connected, on or off; nothing where there is none. */
export async function modelOf(db: DbOrTrx, communityId: string): Promise<KeptModel | undefined> {
  const row = await lastRow(db, communityId)
  if (!row || row.address === null) return undefined
  return {
    address: row.address,
    model: row.model,
    seconds: row.seconds,
    on: row.on,
    version: row.version,
    addressVersion: row.address_version,
    hasKey: row.sealed_key !== null,
    changedAt: row.changed_at,
  }
}

export async function sealedKeyOf(db: DbOrTrx, communityId: string): Promise<string | null> {
  return (await lastRow(db, communityId))?.sealed_key ?? null
}

/** Changes come one after the other, also from two servers. */
export async function lockModel(trx: Trx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`own-model ${communityId}`}, 0))`.execute(trx)
}

/**
 * Adds the next version, inside of `lockModel`. No version before it keeps a key.
 * @param model nothing where it is removed
 */
export async function addModel(
  trx: Trx,
  communityId: string,
  model: (OwnModel & { sealedKey: string | null }) | undefined,
  by: { memberId: string; at: Date },
): Promise<void> {
  const last = await lastRow(trx, communityId)
  const version = (last?.version ?? 0) + 1
  const same = last !== undefined && last.address === (model?.address ?? null)
  await trx
    .updateTable('own_models')
    .set({ sealed_key: null })
    .where('community_id', '=', communityId)
    .where('sealed_key', 'is not', null)
    .execute()
  await trx
    .insertInto('own_models')
    .values({
      community_id: communityId,
      version,
      address: model?.address ?? null,
      model: model?.model ?? '',
      sealed_key: model?.sealedKey ?? null,
      seconds: model?.seconds ?? 0,
      on: model?.on ?? false,
      address_version: same ? last.address_version : version,
      changed_by: by.memberId,
      changed_at: by.at,
    })
    .execute()
}

export async function choiceOf(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
): Promise<KeptChoice | undefined> {
  const row = await db
    .selectFrom('own_model_choices')
    .select(['choice', 'address_version'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row && { choice: row.choice, addressVersion: row.address_version }
}

/** Keeps what a member said, in place of what they said before. */
export async function keepChoice(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  { choice, addressVersion }: KeptChoice,
  at: Date,
): Promise<void> {
  const said = { choice, address_version: addressVersion, chosen_at: at }
  await db
    .insertInto('own_model_choices')
    .values({ community_id: communityId, member_id: memberId, ...said })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(said))
    .execute()
}

export async function dropChoice(db: DbOrTrx, { communityId, memberId }: Whose): Promise<void> {
  await db
    .deleteFrom('own_model_choices')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
}

/** Forgets what everybody said of one kind. */
export async function dropChoices(db: DbOrTrx, communityId: string, choice: Choice): Promise<void> {
  await db
    .deleteFrom('own_model_choices')
    .where('community_id', '=', communityId)
    .where('choice', '=', choice)
    .execute()
}

import { type RawBuilder, sql } from 'kysely'
import { type DbOrTrx, isId, type Trx } from '../foundation/index.ts'
import type { Result, SettledExposure, Values } from './rules.ts'
import './tables.ts'

interface Whose {
  communityId: string
  memberId: string
}

export interface Experiment {
  id: string
  kind: string
  startedAt: Date
  endsAt: Date
  heldOut: number
  reach: number
  stoppedAt: Date | null
  result: Result | null
  /** Members who left after they had been counted. */
  left: { usual: number; heldOut: number }
}

const json = <Value>(value: Value): RawBuilder<Value> => sql<Value>`${JSON.stringify(value)}::jsonb`

/** All experiments of a place, youngest first. */
export async function experimentsOf(db: DbOrTrx, communityId: string): Promise<Experiment[]> {
  const rows = await db
    .selectFrom('experiments')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    heldOut: row.held_out,
    reach: row.reach,
    stoppedAt: row.stopped_at,
    result: row.result,
    left: { usual: row.left_usual, heldOut: row.left_held_out },
  }))
}

/** Two who begin the same at once come one after the other. */
export async function lockKind(trx: Trx, communityId: string, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`experiment ${communityId} ${kind}`}, 0))`.execute(
    trx,
  )
}

export async function addExperiment(
  trx: Trx,
  row: {
    communityId: string
    id: string
    kind: string
    startedBy: string
    startedAt: Date
    endsAt: Date
    heldOut: number
    reach: number
  },
): Promise<void> {
  await trx
    .insertInto('experiments')
    .values({
      community_id: row.communityId,
      id: row.id,
      kind: row.kind,
      started_by: row.startedBy,
      started_at: row.startedAt,
      ends_at: row.endsAt,
      held_out: row.heldOut,
      reach: row.reach,
      stopped_at: null,
      result: null,
      left_usual: 0,
      left_held_out: 0,
    })
    .execute()
}

/** Ends an experiment before its time and forgets who was counted. @returns false where it is over already */
export async function stopRow(trx: Trx, communityId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('experiments')
    .set({ stopped_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', isId(id) ? id : null)
    .where('stopped_at', 'is', null)
    .where('result', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await forgetExposures(trx, communityId, id)
  return true
}

/** The experiment of a kind that runs, where this member did not leave them all and was not counted in it yet. */
export async function openTo(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  kind: string,
  now: Date,
): Promise<{ id: string; heldOut: number } | undefined> {
  const { rows } = await sql<{ id: string; heldOut: number }>`
    select e.id, e.held_out as "heldOut" from experiments e
    where e.community_id = ${communityId} and e.kind = ${kind} and e.stopped_at is null and e.ends_at > ${now}
      and not exists (select from experiment_leavers l where l.community_id = e.community_id and l.member_id = ${memberId}::uuid)
      and not exists (select from experiment_exposures x where x.community_id = e.community_id
        and x.experiment_id = e.id and x.member_id = ${memberId}::uuid)
    limit 1`.execute(db)
  return rows[0]
}

/** Counts a member. @returns false where they were counted before */
export async function addExposure(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  { experimentId, heldOut, now }: { experimentId: string; heldOut: boolean; now: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('experiment_exposures')
    .values({
      community_id: communityId,
      experiment_id: experimentId,
      member_id: memberId,
      held_out: heldOut,
      exposed_at: now,
      entry_id: null,
      heeded: null,
      entry_changed: false,
      outcomes: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('member_id')
    .execute()
  return added.length > 0
}

/** What is learned of a member who was counted lately: what they did last, and the first entry that came of it. */
export async function noteExposure(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  kind: string,
  known: { heeded?: boolean | undefined; entryId?: string | undefined },
  since: Date,
): Promise<void> {
  await db
    .updateTable('experiment_exposures')
    .set({
      ...(known.heeded === undefined ? {} : { heeded: known.heeded }),
      ...(known.entryId ? { entry_id: sql<string>`coalesce(entry_id, ${known.entryId}::uuid)` } : {}),
    })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('outcomes', 'is', null)
    .where('exposed_at', '>', since)
    .where('experiment_id', 'in', (query) =>
      query
        .selectFrom('experiments')
        .select('id')
        .where('community_id', '=', communityId)
        .where('kind', '=', kind)
        .where('stopped_at', 'is', null),
    )
    .execute()
}

/** A post or reply got other words. Nothing happens where it came of no draft that was counted. */
export async function noteEntryChanged(db: DbOrTrx, communityId: string, entryId: string): Promise<void> {
  await db
    .updateTable('experiment_exposures')
    .set({ entry_changed: true })
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .execute()
}

/** Members of an experiment who were counted before a time, and of whom it is not known yet what came of it. */
export async function unsettled(
  db: DbOrTrx,
  communityId: string,
  experimentId: string,
  before: Date,
  limit: number,
): Promise<SettledExposure[]> {
  const rows = await db
    .selectFrom('experiment_exposures')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('experiment_id', '=', experimentId)
    .where('outcomes', 'is', null)
    .where('exposed_at', '<=', before)
    .orderBy('exposed_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    memberId: row.member_id,
    heldOut: row.held_out,
    exposedAt: row.exposed_at,
    entryId: row.entry_id,
    heeded: row.heeded,
    entryChanged: row.entry_changed,
  }))
}

/** Keeps what was counted of a member, and forgets which post it was. */
export async function settleExposure(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  experimentId: string,
  outcomes: Values,
): Promise<void> {
  await db
    .updateTable('experiment_exposures')
    .set({ outcomes: json(outcomes), entry_id: null })
    .where('community_id', '=', communityId)
    .where('experiment_id', '=', experimentId)
    .where('member_id', '=', memberId)
    .execute()
}

export async function countedIn(
  db: DbOrTrx,
  communityId: string,
  experimentId: string,
): Promise<{ heldOut: boolean; values: Values }[]> {
  const rows = await db
    .selectFrom('experiment_exposures')
    .select(['held_out', 'outcomes'])
    .where('community_id', '=', communityId)
    .where('experiment_id', '=', experimentId)
    .where('outcomes', 'is not', null)
    .execute()
  return rows.map(({ held_out, outcomes }) => ({ heldOut: held_out, values: outcomes! }))
}

/** Keeps the sums and forgets who was counted. */
export async function keepResult(trx: Trx, communityId: string, id: string, result: Result): Promise<void> {
  await trx
    .updateTable('experiments')
    .set({ result: json(result) })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
  await forgetExposures(trx, communityId, id)
}

async function forgetExposures(trx: Trx, communityId: string, experimentId: string): Promise<void> {
  await trx
    .deleteFrom('experiment_exposures')
    .where('community_id', '=', communityId)
    .where('experiment_id', '=', experimentId)
    .execute()
}

export async function hasLeft(db: DbOrTrx, { communityId, memberId }: Whose): Promise<boolean> {
  const row = await db
    .selectFrom('experiment_leavers')
    .select('member_id')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

export async function addLeaver(trx: Trx, { communityId, memberId }: Whose, now: Date): Promise<void> {
  await trx
    .insertInto('experiment_leavers')
    .values({ community_id: communityId, member_id: memberId, left_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeLeaver(db: DbOrTrx, { communityId, memberId }: Whose): Promise<void> {
  await db
    .deleteFrom('experiment_leavers')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
}

/** Forgets what was counted of a member; that somebody left is kept, by half, because it can tip a result. */
export async function forgetMember(trx: Trx, { communityId, memberId }: Whose): Promise<void> {
  await sql`
    with gone as (
      delete from experiment_exposures where community_id = ${communityId} and member_id = ${memberId}::uuid
      returning experiment_id, held_out)
    update experiments e set
      left_usual = left_usual + case when gone.held_out then 0 else 1 end,
      left_held_out = left_held_out + case when gone.held_out then 1 else 0 end
    from gone where e.community_id = ${communityId} and e.id = gone.experiment_id`.execute(trx)
}

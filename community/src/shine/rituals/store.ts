import { sql } from 'kysely'
import type { DbOrTrx, Tables, Trx } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'

export type RitualRow = Tables['rituals']

export async function addRitual(trx: Trx, row: RitualRow): Promise<void> {
  await trx.insertInto('rituals').values(row).execute()
}

export async function ritualById(
  db: DbOrTrx,
  communityId: string,
  id: string,
): Promise<RitualRow | undefined> {
  return db
    .selectFrom('rituals')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function allRituals(db: DbOrTrx, communityId: string): Promise<RitualRow[]> {
  return db.selectFrom('rituals').selectAll().where('community_id', '=', communityId).orderBy('id').execute()
}

/** Those that are not at rest. */
export async function ritualsOn(db: DbOrTrx, communityId: string): Promise<RitualRow[]> {
  return db
    .selectFrom('rituals')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('resting_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function changeRitual(
  db: DbOrTrx,
  communityId: string,
  id: string,
  change: Partial<Omit<RitualRow, 'community_id' | 'id' | 'created_at'>>,
): Promise<void> {
  await db
    .updateTable('rituals')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Moves a ritual on to its next time. @returns false when another server has */
export async function moveOn(trx: Trx, ritual: RitualRow, nextAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('rituals')
    .set({ next_at: nextAt })
    .where('community_id', '=', ritual.community_id)
    .where('id', '=', ritual.id)
    .where('next_at', '=', ritual.next_at)
    .where('resting_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Somebody would host a ritual now and then, or no longer. */
export async function setOffer(
  db: DbOrTrx,
  communityId: string,
  ritualId: string,
  memberId: string,
  now: Date | undefined,
): Promise<void> {
  if (now)
    await db
      .insertInto('ritual_hosts')
      .values({
        community_id: communityId,
        ritual_id: ritualId,
        member_id: memberId,
        said_at: now,
        hosted_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('ritual_hosts')
      .where('community_id', '=', communityId)
      .where('ritual_id', '=', ritualId)
      .where('member_id', '=', memberId)
      .execute()
}

export async function noteHosted(
  trx: Trx,
  communityId: string,
  ritualId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('ritual_hosts')
    .set({ hosted_at: now })
    .where('community_id', '=', communityId)
    .where('ritual_id', '=', ritualId)
    .where('member_id', '=', memberId)
    .execute()
}

/** Lets weekly ones be on the day of the week on which they now take place, where all days of a place were moved. */
export async function followWeekdays(trx: Trx, timeZone: string): Promise<void> {
  await sql`update rituals set rule = 'FREQ=WEEKLY;BYDAY=' ||
      (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from next_at at time zone ${timeZone})::int]
    where rule like 'FREQ=WEEKLY;BYDAY=__'`.execute(trx)
}

/** An author agrees that their entry is shown, or no longer. */
export async function setAgreed(
  db: DbOrTrx,
  communityId: string,
  entry: { entryId: string; postId: string; memberId: string },
  now: Date | undefined,
): Promise<void> {
  if (now)
    await db
      .insertInto('ritual_agreed')
      .values({
        community_id: communityId,
        entry_id: entry.entryId,
        post_id: entry.postId,
        member_id: entry.memberId,
        agreed_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('ritual_agreed')
      .where('community_id', '=', communityId)
      .where('entry_id', '=', entry.entryId)
      .where('member_id', '=', entry.memberId)
      .execute()
}

/** Entries of a thread that their own author agreed to show. */
export async function agreedOf(
  db: DbOrTrx,
  communityId: string,
  postId: string,
  memberId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('ritual_agreed')
    .select('entry_id')
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('member_id', '=', memberId)
    .execute()
  return new Set(rows.map((row) => row.entry_id))
}

/** Whether somebody said they would host a ritual now and then. */
export async function isOffering(
  db: DbOrTrx,
  communityId: string,
  ritualId: string,
  memberId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('ritual_hosts')
    .select('said_at')
    .where('community_id', '=', communityId)
    .where('ritual_id', '=', ritualId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

/** Nothing of somebody who left stays behind but what took place. */
export async function forgetMember(db: DbOrTrx, communityId: string, memberId: string): Promise<void> {
  for (const table of ['ritual_hosts', 'ritual_reads', 'ritual_agreed', 'ritual_turns'] as const)
    await db
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('member_id', '=', memberId)
      .execute()
}

export async function forgetEntry(db: DbOrTrx, communityId: string, entryId: string): Promise<void> {
  await db
    .deleteFrom('ritual_agreed')
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .execute()
}

/** What the house asks of the spaces it opens rituals in; shown to nobody. */
export async function allSpaces(
  db: DbOrTrx,
  communityId: string,
): Promise<Map<string, Pick<Space, 'id' | 'postingBy' | 'archivedAt'>>> {
  const rows = await db
    .selectFrom('spaces')
    .select(['id', 'posting_by', 'archived_at'])
    .where('community_id', '=', communityId)
    .execute()
  return new Map(
    rows.map((row) => [row.id, { id: row.id, postingBy: row.posting_by, archivedAt: row.archived_at }]),
  )
}

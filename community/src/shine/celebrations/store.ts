import { sql } from 'kysely'
import type { DbOrTrx, Tables, Trx } from '../../foundation/index.ts'
import type { CelebrationKind, NamedAnswer } from './rules.ts'

/** One celebration as it is kept. */
export interface Celebration {
  id: string
  spaceId: string
  openerId: string
  kind: CelebrationKind
  title: string
  reached: string
  words: string
  openedAt: Date
  restsAt: Date
}

const stored = (row: Tables['celebrations']): Celebration => ({
  id: row.id,
  spaceId: row.space_id,
  openerId: row.opener_id,
  kind: row.kind,
  title: row.title,
  reached: row.reached,
  words: row.words,
  openedAt: row.opened_at,
  restsAt: row.rests_at,
})

/** One opening after the other in a place, so that two at once count each other. */
export async function holdOpening(trx: Trx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`celebrations ${communityId}`}, 0))`.execute(trx)
}

export async function addCelebration(trx: Trx, communityId: string, one: Celebration): Promise<void> {
  await trx
    .insertInto('celebrations')
    .values({
      community_id: communityId,
      id: one.id,
      space_id: one.spaceId,
      opener_id: one.openerId,
      kind: one.kind,
      title: one.title,
      reached: one.reached,
      words: one.words,
      opened_at: one.openedAt,
      rests_at: one.restsAt,
    })
    .execute()
}

export async function celebrationById(
  db: DbOrTrx,
  communityId: string,
  id: string,
): Promise<Celebration | undefined> {
  const row = await db
    .selectFrom('celebrations')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && stored(row)
}

/** When those that stand in a space rest, first to rest first. */
export async function standingIn(
  db: DbOrTrx,
  communityId: string,
  spaceId: string,
  now: Date,
): Promise<Date[]> {
  const rows = await db
    .selectFrom('celebrations')
    .select('rests_at')
    .where('community_id', '=', communityId)
    .where('space_id', '=', spaceId)
    .where('rests_at', '>', now)
    .orderBy('rests_at')
    .execute()
  return rows.map((row) => row.rests_at)
}

/** What one member opened since a time: to "may they open another", and no further. */
export async function openedSince(
  db: DbOrTrx,
  communityId: string,
  openerId: string,
  since: Date,
): Promise<Celebration[]> {
  const rows = await db
    .selectFrom('celebrations')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('opener_id', '=', openerId)
    .where('opened_at', '>', since)
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map(stored)
}

export async function restFrom(trx: Trx, communityId: string, id: string, restsAt: Date): Promise<void> {
  await trx
    .updateTable('celebrations')
    .set({ rests_at: restsAt })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Takes one away, with everything that was added. */
export async function eraseCelebration(trx: Trx, communityId: string, id: string): Promise<void> {
  for (const table of ['celebration_people', 'celebration_lines', 'celebration_reports'] as const)
    await trx
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('celebration_id', '=', id)
      .execute()
  await trx.deleteFrom('celebrations').where('community_id', '=', communityId).where('id', '=', id).execute()
}

/** Somebody who was asked to be named. */
export interface Named {
  memberId: string
  askedAt: Date
  answer: NamedAnswer | null
}

export async function addNamed(
  trx: Trx,
  communityId: string,
  celebrationId: string,
  { memberId, askedAt, answer }: Named,
): Promise<void> {
  await trx
    .insertInto('celebration_people')
    .values({
      community_id: communityId,
      celebration_id: celebrationId,
      member_id: memberId,
      asked_at: askedAt,
      answer,
    })
    .execute()
}

export async function namedIn(
  db: DbOrTrx,
  communityId: string,
  { celebrationId, memberId }: { celebrationId: string; memberId: string },
): Promise<Named | undefined> {
  const row = await db
    .selectFrom('celebration_people')
    .select(['asked_at', 'answer'])
    .where('community_id', '=', communityId)
    .where('celebration_id', '=', celebrationId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row && { memberId, askedAt: row.asked_at, answer: row.answer }
}

export async function answerNamed(
  trx: Trx,
  communityId: string,
  { celebrationId, memberId }: { celebrationId: string; memberId: string },
  answer: NamedAnswer,
): Promise<void> {
  await trx
    .updateTable('celebration_people')
    .set({ answer })
    .where('community_id', '=', communityId)
    .where('celebration_id', '=', celebrationId)
    .where('member_id', '=', memberId)
    .execute()
}

/** Adds what somebody says, or puts it in place of what they said before. */
export async function putLine(
  trx: Trx,
  communityId: string,
  line: { celebrationId: string; memberId: string; id: string; words: string; writtenAt: Date },
): Promise<{ added: boolean }> {
  const { rows } = await sql<{ added: boolean }>`
    insert into celebration_lines as l (community_id, celebration_id, member_id, id, words, written_at)
    values (${communityId}, ${line.celebrationId}, ${line.memberId}, ${line.id}, ${line.words}, ${line.writtenAt})
    on conflict (community_id, celebration_id, member_id) do update set words = excluded.words
    returning l.id = ${line.id}::uuid as added`.execute(trx)
  return { added: rows[0]!.added }
}

export async function lineOf(
  db: DbOrTrx,
  communityId: string,
  { celebrationId, memberId }: { celebrationId: string; memberId: string },
): Promise<{ words: string } | undefined> {
  return db
    .selectFrom('celebration_lines')
    .select('words')
    .where('community_id', '=', communityId)
    .where('celebration_id', '=', celebrationId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

export async function eraseLine(
  trx: Trx,
  communityId: string,
  { celebrationId, memberId }: { celebrationId: string; memberId: string },
): Promise<void> {
  await trx
    .deleteFrom('celebration_lines')
    .where('community_id', '=', communityId)
    .where('celebration_id', '=', celebrationId)
    .where('member_id', '=', memberId)
    .execute()
  await settleReports(trx, communityId, { celebrationId, writerId: memberId })
}

/** @returns false where they asked before */
export async function addReport(
  trx: Trx,
  communityId: string,
  report: { celebrationId: string; writerId: string; reporterId: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('celebration_reports')
    .values({
      community_id: communityId,
      celebration_id: report.celebrationId,
      writer_id: report.writerId,
      reporter_id: report.reporterId,
      reported_at: report.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A steward looked: nobody is asked about these words any more. */
export async function settleReports(
  trx: Trx,
  communityId: string,
  { celebrationId, writerId }: { celebrationId: string; writerId: string },
): Promise<void> {
  await trx
    .deleteFrom('celebration_reports')
    .where('community_id', '=', communityId)
    .where('celebration_id', '=', celebrationId)
    .where('writer_id', '=', writerId)
    .execute()
}

/** Words that somebody asked the stewards to look at. */
export interface Reported {
  celebrationId: string
  writerId: string
  title: string
  words: string
  writer: string
  /** They are those of the celebration itself. */
  isWhole: boolean
}

/** What this steward was asked to look at, longest ago first; never what they wrote themselves. */
export async function reportedWords(
  db: DbOrTrx,
  communityId: string,
  stewardId: string,
): Promise<Reported[]> {
  const { rows } = await sql<Reported>`
    select c.id as "celebrationId", q.writer_id as "writerId", c.title, m.name as writer, c.opener_id = q.writer_id as "isWhole",
      case when c.opener_id = q.writer_id then c.reached || E'\n' || c.words else l.words end as words
    from (select community_id, celebration_id, writer_id, min(reported_at) as at from celebration_reports
      where community_id = ${communityId} and writer_id <> ${stewardId}
      group by community_id, celebration_id, writer_id) q
    join celebrations c on c.community_id = q.community_id and c.id = q.celebration_id
    join members m on m.community_id = q.community_id and m.id = q.writer_id
    left join celebration_lines l on l.community_id = q.community_id and l.celebration_id = c.id and l.member_id = q.writer_id
    where c.opener_id = q.writer_id or l.id is not null
    order by q.at limit 20`.execute(db)
  return rows
}

export async function isReported(
  db: DbOrTrx,
  communityId: string,
  { celebrationId, writerId }: { celebrationId: string; writerId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('celebration_reports')
    .select('reported_at')
    .where('community_id', '=', communityId)
    .where('celebration_id', '=', celebrationId)
    .where('writer_id', '=', writerId)
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody left: their name, their lines and their own milestones go. What was reached together stays with the others. */
export async function eraseCelebrationsOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  const own = await trx
    .selectFrom('celebrations')
    .select('id')
    .where('community_id', '=', communityId)
    .where('opener_id', '=', memberId)
    .where('kind', '=', 'own')
    .execute()
  for (const { id } of own) await eraseCelebration(trx, communityId, id)
  for (const table of ['celebration_people', 'celebration_lines'] as const)
    await trx
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('member_id', '=', memberId)
      .execute()
  await trx
    .deleteFrom('celebration_reports')
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('writer_id', '=', memberId), eb('reporter_id', '=', memberId)]))
    .execute()
}

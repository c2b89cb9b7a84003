import { sql } from 'kysely'
import type { DbOrTrx } from '../foundation/index.ts'

interface Key {
  communityId: string
  memberId: string
  kind: string
  subjectId: string
}

/** When a kind spoke to a member about one thing, and whether that has ended. */
export async function spokenBeside(
  db: DbOrTrx,
  { communityId, memberId, kind, subjectId }: Key,
): Promise<{ at: Date; ended: boolean } | undefined> {
  return db
    .selectFrom('attention_subjects')
    .select(['at', 'ended'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
}

/** @returns false where it spoke about this before: at all, or since that time */
export async function addBeside(
  db: DbOrTrx,
  { communityId, memberId, kind, subjectId }: Key,
  now: Date,
  since: Date | undefined,
): Promise<boolean> {
  const { rows } = await sql`
    insert into attention_subjects as s (community_id, member_id, kind, subject_id, at, ended)
    values (${communityId}, ${memberId}, ${kind}, ${subjectId}, ${now}, false)
    on conflict (community_id, member_id, kind, subject_id) do update set at = excluded.at, ended = false
      where s.at < ${since ?? null}::timestamptz
    returning s.at`.execute(db)
  return rows.length > 0
}

/** @returns whether one stood that had not ended */
export async function endBeside(
  db: DbOrTrx,
  { communityId, memberId, kind, subjectId }: Key,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attention_subjects')
    .set({ ended: true })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('ended', '=', false)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function forgetSubjects(db: DbOrTrx, communityId: string, memberId: string): Promise<void> {
  await db
    .deleteFrom('attention_subjects')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
}

import { sql } from 'kysely'
import type { DbOrTrx, Trx } from '../foundation/index.ts'
import { BETWEEN_MILLISECONDS, type Before, type Mark, type Quoting } from './rules.ts'

export interface NewMark {
  communityId: string
  replyId: string
  postId: string
  markerId: string
  writerId: string
  mark: Mark
  nameless: boolean
  seldom: boolean
  createdAt: Date
}

/** What two people gave each other is looked at by one of their presses at a time. */
export async function holdPair(trx: Trx, communityId: string, one: string, other: string): Promise<void> {
  const pair = [one, other].sort().join(' ')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`marks ${communityId} ${pair}`}, 0))`.execute(trx)
}

/** Who wrote a reply. Stays inside the transaction: an unnamed writer is never handed on. */
export async function writerOf(
  trx: Trx,
  communityId: string,
  replyId: string,
): Promise<{ writerId: string; unnamed: boolean } | undefined> {
  const row = await trx
    .selectFrom('replies')
    .select(['author_id', 'unnamed'])
    .where('community_id', '=', communityId)
    .where('id', '=', replyId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row && { writerId: row.author_id, unnamed: row.unnamed }
}

/** What was given under names before a mark of one for the other. Ask after `holdPair`. */
export async function givenBefore(
  trx: Trx,
  communityId: string,
  { markerId, writerId }: Pick<NewMark, 'markerId' | 'writerId'>,
  now: Date,
): Promise<Before> {
  const since = new Date(now.getTime() - BETWEEN_MILLISECONDS)
  const lately = sql`k.community_id = ${communityId} and not k.nameless and k.created_at > ${since}`
  const { rows } = await sql<{ between: number; rings: number[] }>`
    select (select count(*)::int from reply_marks k where ${lately}
        and ((k.marker_id = ${markerId} and k.writer_id = ${writerId}) or (k.marker_id = ${writerId} and k.writer_id = ${markerId}))) as between,
      array(select least(there.times, back.times)::int
        from (select k.writer_id as third, count(*) as times from reply_marks k where ${lately} and k.marker_id = ${writerId}
          and k.writer_id <> ${markerId} group by k.writer_id) there
        join (select k.marker_id as third, count(*) as times from reply_marks k where ${lately} and k.writer_id = ${markerId}
          and k.marker_id <> ${writerId} group by k.marker_id) back using (third)) as rings`.execute(trx)
  return { betweenTheTwo: rows[0]!.between, rings: rows[0]!.rings }
}

/** @returns false when it was given already */
export async function addMark(trx: Trx, mark: NewMark): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reply_marks')
    .values({
      community_id: mark.communityId,
      reply_id: mark.replyId,
      marker_id: mark.markerId,
      kind: mark.mark,
      post_id: mark.postId,
      writer_id: mark.writerId,
      nameless: mark.nameless,
      seldom: mark.seldom,
      created_at: mark.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function eraseMark(
  db: DbOrTrx,
  communityId: string,
  { replyId, markerId, mark }: Pick<NewMark, 'replyId' | 'markerId' | 'mark'>,
): Promise<void> {
  await db
    .deleteFrom('reply_marks')
    .where('community_id', '=', communityId)
    .where('reply_id', '=', replyId)
    .where('marker_id', '=', markerId)
    .where('kind', '=', mark)
    .execute()
}

/** A reply was taken back: nothing said about it stays. */
export async function eraseMarksOfReply(db: DbOrTrx, communityId: string, replyId: string): Promise<void> {
  for (const table of ['reply_marks', 'quoted_replies'] as const)
    await db
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('reply_id', '=', replyId)
      .execute()
}

/** Somebody left: what they gave, what was given to them, and what they chose. */
export async function eraseMarksOfMember(db: DbOrTrx, communityId: string, memberId: string): Promise<void> {
  await db
    .deleteFrom('reply_marks')
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('marker_id', '=', memberId), eb('writer_id', '=', memberId)]))
    .execute()
  for (const table of ['quoting_choices', 'quoted_replies'] as const)
    await db
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('member_id', '=', memberId)
      .execute()
}

export async function quotingOf(db: DbOrTrx, communityId: string, memberId: string): Promise<Quoting> {
  const row = await db
    .selectFrom('quoting_choices')
    .select('quoting')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.quoting ?? 'ask'
}

export async function setQuoting(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  quoting: Quoting,
): Promise<void> {
  await db
    .insertInto('quoting_choices')
    .values({ community_id: communityId, member_id: memberId, quoting })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet({ quoting }))
    .execute()
}

/** A yes, or no yes any more, for one reply of one's own. */
export async function setQuoted(
  db: DbOrTrx,
  one: { communityId: string; replyId: string; memberId: string; quoted: boolean; now: Date },
): Promise<void> {
  const { communityId, replyId, memberId, now } = one
  if (one.quoted)
    await db
      .insertInto('quoted_replies')
      .values({ community_id: communityId, reply_id: replyId, member_id: memberId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('quoted_replies')
      .where('community_id', '=', communityId)
      .where('reply_id', '=', replyId)
      .where('member_id', '=', memberId)
      .execute()
}

import type { DbOrTrx, MemberViewer } from '../../foundation/index.ts'

/** When a member was reminded of one ask; undefined where they were not. */
export async function reminderOf(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  postId: string,
): Promise<{ shownAt: Date; endedAt: Date | null } | undefined> {
  const row = await db
    .selectFrom('thanks_reminders')
    .select(['shown_at', 'ended_at'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('post_id', '=', postId)
    .executeTakeFirst()
  return row && { shownAt: row.shown_at, endedAt: row.ended_at }
}

/** @returns false where they were reminded of this ask before */
export async function addReminder(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  postId: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('thanks_reminders')
    .values({
      community_id: communityId,
      member_id: memberId,
      post_id: postId,
      shown_at: now,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns whether one stood that had not ended */
export async function endReminder(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  postId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('thanks_reminders')
    .set({ ended_at: now })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

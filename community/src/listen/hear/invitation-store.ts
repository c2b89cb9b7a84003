import type { DbOrTrx, MemberViewer } from '../../foundation/index.ts'

/** When somebody was invited in a thread; nothing where they were not. */
export async function invitationOf(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  postId: string,
): Promise<{ invitedAt: Date; ended: boolean } | undefined> {
  const row = await db
    .selectFrom('hearing_invitations')
    .select(['invited_at', 'ended'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('post_id', '=', postId)
    .executeTakeFirst()
  return row && { invitedAt: row.invited_at, ended: row.ended }
}

/** @returns false where they were invited in this thread before */
export async function addInvitation(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  postId: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('hearing_invitations')
    .values({
      community_id: communityId,
      member_id: memberId,
      post_id: postId,
      invited_at: now,
      ended: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns whether one stood that had not ended */
export async function endInvitation(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  postId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('hearing_invitations')
    .set({ ended: true })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('post_id', '=', postId)
    .where('ended', '=', false)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

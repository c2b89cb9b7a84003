import type { DbOrTrx } from '../../foundation/index.ts'

export interface Whose {
  communityId: string
  postId: string
  memberId: string
}

/** What matters to somebody in a thread, as they say it; nothing where they said nothing. */
export async function mattersOf(db: DbOrTrx, whose: Whose): Promise<string | undefined> {
  const row = await db
    .selectFrom('matters')
    .select('words')
    .where('community_id', '=', whose.communityId)
    .where('post_id', '=', whose.postId)
    .where('member_id', '=', whose.memberId)
    .executeTakeFirst()
  return row?.words
}

export async function keepMatters(db: DbOrTrx, whose: Whose, words: string, now: Date): Promise<void> {
  await db
    .insertInto('matters')
    .values({
      community_id: whose.communityId,
      post_id: whose.postId,
      member_id: whose.memberId,
      words,
      said_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'post_id', 'member_id']).doUpdateSet({ words, said_at: now }),
    )
    .execute()
}

export async function eraseMatters(db: DbOrTrx, whose: Whose): Promise<void> {
  await db
    .deleteFrom('matters')
    .where('community_id', '=', whose.communityId)
    .where('post_id', '=', whose.postId)
    .where('member_id', '=', whose.memberId)
    .execute()
}

export async function eraseMattersOfMember(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<void> {
  await db
    .deleteFrom('matters')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
}

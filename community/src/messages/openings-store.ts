import { type DbOrTrx, newId, type Trx } from '../foundation/index.ts'

/** "I am here if you want to write", as it is kept. The author stays inside this folder. */
export interface StoredOpening {
  id: string
  entryId: string
  postId: string
  replyId: string | null
  memberId: string
  authorId: string
  createdAt: Date
}

const columns = ['id', 'entry_id', 'post_id', 'reply_id', 'member_id', 'author_id', 'created_at'] as const

interface Row {
  id: string
  entry_id: string
  post_id: string
  reply_id: string | null
  member_id: string
  author_id: string
  created_at: Date
}

const stored = (row: Row): StoredOpening => ({
  id: row.id,
  entryId: row.entry_id,
  postId: row.post_id,
  replyId: row.reply_id,
  memberId: row.member_id,
  authorId: row.author_id,
  createdAt: row.created_at,
})

/** @returns its id; undefined where this member has left one under this entry already, also one that lapsed */
export async function addOpening(
  trx: Trx,
  communityId: string,
  opening: Omit<StoredOpening, 'id' | 'createdAt'>,
  now: Date,
  tellAt: Date | undefined,
): Promise<string | undefined> {
  const row = await trx
    .insertInto('message_openings')
    .values({
      community_id: communityId,
      id: newId(now.getTime()),
      entry_id: opening.entryId,
      post_id: opening.postId,
      reply_id: opening.replyId,
      member_id: opening.memberId,
      author_id: opening.authorId,
      created_at: now,
      put_away_at: null,
      tell_at: tellAt ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function openingById(
  db: DbOrTrx,
  communityId: string,
  id: string,
): Promise<StoredOpening | undefined> {
  const row = await db
    .selectFrom('message_openings')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && stored(row)
}

export async function openingUnder(
  db: DbOrTrx,
  communityId: string,
  entryId: string,
  memberId: string,
): Promise<StoredOpening | undefined> {
  const row = await db
    .selectFrom('message_openings')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row && stored(row)
}

/** Who left it takes it back, or it was used. */
export async function removeOpening(trx: Trx, communityId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('message_openings')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export async function putAwayOpening(trx: Trx, communityId: string, id: string, now: Date): Promise<void> {
  await trx
    .updateTable('message_openings')
    .set({ put_away_at: now, tell_at: null })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Takes those whose authors have come out of their quiet hours. */
export async function takeDueOpenings(trx: Trx, communityId: string, now: Date): Promise<StoredOpening[]> {
  const rows = await trx
    .updateTable('message_openings')
    .set({ tell_at: null })
    .where('community_id', '=', communityId)
    .where('tell_at', '<=', now)
    .returning(columns)
    .execute()
  return rows.map(stored)
}

/** Everything one member left, and everything left for them. */
export async function removeOpeningsOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  await trx
    .deleteFrom('message_openings')
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('member_id', '=', memberId), eb('author_id', '=', memberId)]))
    .execute()
}

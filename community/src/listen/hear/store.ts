import { sql } from 'kysely'
import { entryVisible } from '../../conversation/index.ts'
import type { DbOrTrx, MemberViewer, Tables, Trx } from '../../foundation/index.ts'
import type { HearingAnswer } from './rules.ts'

/** A line as it is written. The author stays inside this folder. */
export interface Hearing {
  id: string
  postId: string
  replyId: string | null
  entryId: string
  listenerId: string
  authorId: string
  words: string
  answer: HearingAnswer | null
  /** What the author adds where the answer is `adds`; empty otherwise. */
  adds: string
  saidAt: Date
  removed: boolean
  /** A steward hid it over a report. */
  hidden: boolean
}

const stored = (row: Tables['hearings']): Hearing => ({
  id: row.id,
  postId: row.post_id,
  replyId: row.reply_id,
  entryId: row.entry_id,
  listenerId: row.listener_id,
  authorId: row.author_id,
  words: row.words,
  answer: row.answer,
  adds: row.adds,
  saidAt: row.said_at,
  removed: row.removed_at !== null,
  hidden: row.hidden_at !== null,
})

/**
 * Who wrote an entry that this member sees now. Holds it until the transaction ends, so that one which is taken back
 * meanwhile takes its lines along.
 */
export async function authorOf(
  trx: Trx,
  { communityId, memberId }: MemberViewer,
  { postId, replyId }: { postId: string; replyId: string | null },
): Promise<string | undefined> {
  const asking = { community: communityId, member: memberId }
  const query = replyId
    ? sql<{ author_id: string }>`select e.author_id from replies e
      join posts p on p.community_id = e.community_id and p.id = e.post_id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where e.community_id = ${communityId} and e.id = ${replyId} and e.post_id = ${postId}
        and e.deleted_at is null and e.hidden_at is null and ${entryVisible(asking, 'e')} and ${entryVisible(asking, 'p')}
      for share of e`
    : sql<{ author_id: string }>`select e.author_id from posts e
      join spaces s on s.community_id = e.community_id and s.id = e.space_id
      where e.community_id = ${communityId} and e.id = ${postId}
        and e.deleted_at is null and e.hidden_at is null and ${entryVisible(asking, 'e')}
      for share of e`
  const { rows } = await query.execute(trx)
  return rows[0]?.author_id
}

/** @returns false where this listener has one about this entry already */
export async function addHearing(
  trx: Trx,
  communityId: string,
  hearing: Omit<Hearing, 'answer' | 'adds' | 'removed' | 'hidden'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('hearings')
    .values({
      community_id: communityId,
      id: hearing.id,
      post_id: hearing.postId,
      reply_id: hearing.replyId,
      entry_id: hearing.entryId,
      listener_id: hearing.listenerId,
      author_id: hearing.authorId,
      words: hearing.words,
      answer: null,
      adds: '',
      said_at: hearing.saidAt,
      removed_at: null,
      hidden_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What a listener said about an entry, also where it was taken away. */
export async function hearingOf(
  db: DbOrTrx,
  communityId: string,
  { entryId, listenerId }: { entryId: string; listenerId: string },
): Promise<Hearing | undefined> {
  const row = await db
    .selectFrom('hearings')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .where('listener_id', '=', listenerId)
    .executeTakeFirst()
  return row && stored(row)
}

/** Whom a line is by and about; nothing where it is gone. */
export async function hearingById(
  db: DbOrTrx,
  communityId: string,
  id: string,
  lock = false,
): Promise<Hearing | undefined> {
  const query = db
    .selectFrom('hearings')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && stored(row)
}

export async function setAnswer(
  trx: Trx,
  communityId: string,
  id: string,
  answer: { answer: HearingAnswer; adds: string },
): Promise<void> {
  await trx
    .updateTable('hearings')
    .set(answer)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** As if it had not been said. */
export async function eraseHearing(trx: Trx, communityId: string, id: string): Promise<void> {
  await trx.deleteFrom('hearings').where('community_id', '=', communityId).where('id', '=', id).execute()
}

/** Erases its words; that it was taken away stays, so that it is not said again. */
export async function removeHearing(trx: Trx, communityId: string, id: string, now: Date): Promise<void> {
  await trx
    .updateTable('hearings')
    .set({ words: '', answer: null, adds: '', removed_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export async function eraseHearingsOfEntry(db: DbOrTrx, communityId: string, entryId: string): Promise<void> {
  await db
    .deleteFrom('hearings')
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .execute()
}

/** All that somebody said or that was said about what they wrote. */
export async function eraseHearingsOfMember(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<void> {
  await db
    .deleteFrom('hearings')
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('listener_id', '=', memberId), eb('author_id', '=', memberId)]))
    .execute()
}

/** Takes a line out of sight of all but who said it, or puts it back. @returns false where it stands so, or is gone */
export async function setHearingHidden(
  trx: Trx,
  communityId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('hearings')
    .set({ hidden_at: at })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where('hidden_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** In which space a line stands, and whether what it is about stands without a name. */
export async function placeOfHearing(
  trx: Trx,
  communityId: string,
  { postId, replyId }: Pick<Hearing, 'postId' | 'replyId'>,
): Promise<{ spaceId: string; guarded: boolean } | undefined> {
  const { rows } = await sql<{ space_id: string; unnamed: boolean }>`
    select p.space_id, coalesce(r.unnamed, p.unnamed) as unnamed from posts p
    left join replies r on r.community_id = p.community_id and r.id = ${replyId}
    where p.community_id = ${communityId} and p.id = ${postId}`.execute(trx)
  return rows[0] && { spaceId: rows[0].space_id, guarded: rows[0].unnamed }
}

import { sql } from 'kysely'
import { type DbOrTrx, lowestIdAt, type Trx } from '../foundation/index.ts'
import { type Gift, type Reach, type Showing, TWICE_MILLISECONDS } from './rules.ts'

const A_DAY_MILLISECONDS = 86_400_000

/** A value as it was called when something was given for it. */
export interface GivenValue {
  id: string
  name: string
}

export interface Thanks {
  id: string
  giverId: string
  receiverId: string | null
  gift: Gift
  postId: string | null
  replyId: string | null
  passage: string
  words: string
  /** What it was for, of the community's values, in the words of then. */
  value: GivenValue | null
  forName: string | null
  showing: Showing
  reach: Reach
  createdAt: Date
  putAwayAt: Date | null
  hidden: boolean
  answeredAt: Date | null
}

/** What most of what is given has in common, so that only what differs is said. */
export type NewThanks = Pick<Thanks, 'id' | 'giverId' | 'receiverId' | 'postId' | 'replyId' | 'words'> &
  Pick<Thanks, 'showing' | 'createdAt'> &
  Partial<Thanks> & { communityId: string }

export async function addThanks(trx: Trx, thanks: NewThanks): Promise<void> {
  await trx
    .insertInto('thanks')
    .values({
      community_id: thanks.communityId,
      id: thanks.id,
      giver_id: thanks.giverId,
      receiver_id: thanks.receiverId,
      post_id: thanks.postId,
      reply_id: thanks.replyId,
      kind: thanks.gift ?? 'thanks',
      passage: thanks.passage ?? '',
      words: thanks.words,
      value_id: thanks.value?.id ?? null,
      value_name: thanks.value?.name ?? null,
      for_name: thanks.forName ?? null,
      showing: thanks.showing,
      shown_at: thanks.showing === 'shown' ? thanks.createdAt : null,
      reach: thanks.reach ?? 'reached',
      created_at: thanks.createdAt,
      taken_back_at: null,
      put_away_at: thanks.putAwayAt ?? null,
      hidden_at: null,
      answered_at: thanks.answeredAt ?? null,
    })
    .execute()
}

export async function thanksById(db: DbOrTrx, communityId: string, id: string): Promise<Thanks | undefined> {
  const row = await db
    .selectFrom('thanks')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      giverId: row.giver_id,
      receiverId: row.receiver_id,
      gift: row.kind,
      postId: row.post_id,
      replyId: row.reply_id,
      passage: row.passage,
      words: row.words,
      value: row.value_id && row.value_name ? { id: row.value_id, name: row.value_name } : null,
      forName: row.for_name,
      showing: row.showing,
      reach: row.reach,
      createdAt: row.created_at,
      putAwayAt: row.put_away_at,
      hidden: row.hidden_at !== null,
      answeredAt: row.answered_at,
    }
  )
}

/** Who wrote what is thanked for. Stays inside the transaction: an unnamed author is never handed on. */
export async function receiverOf(
  trx: Trx,
  communityId: string,
  postId: string,
  replyId: string | null,
): Promise<string | undefined> {
  const row = replyId
    ? await trx
        .selectFrom('replies')
        .select('author_id')
        .where('community_id', '=', communityId)
        .where('id', '=', replyId)
        .executeTakeFirst()
    : await trx
        .selectFrom('posts')
        .select('author_id')
        .where('community_id', '=', communityId)
        .where('id', '=', postId)
        .executeTakeFirst()
  return row?.author_id
}

/** Lets nobody give twice at once what is for no single person. */
export async function holdGiver(trx: Trx, communityId: string, giverId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thanks ${communityId} ${giverId}`}, 0))`.execute(
    trx,
  )
}

/** What the author of a post gave everybody who read along. Ask after `holdGiver`. */
export const readersThanked = (
  trx: Trx,
  communityId: string,
  postId: string,
): Promise<{ id: string; words: string } | undefined> =>
  trx
    .selectFrom('thanks')
    .select(['id', 'words'])
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('kind', '=', 'readers')
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()

/**
 * Thanks from one to the other in the last 24 hours. Those for words without a name count by themselves, for each post or
 * reply: counted with the others, the limit would say who wrote them. Locks the pair, so that two presses at once count;
 * bound by id, which the primary key finds, so that the lock is brief.
 */
export async function givenToday(
  trx: Trx,
  communityId: string,
  giving: Pick<Thanks, 'giverId' | 'postId' | 'replyId'> & { receiverId: string; unnamed: boolean },
  now: Date,
): Promise<number> {
  const { giverId, receiverId, postId, replyId, unnamed } = giving
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thanks ${communityId} ${giverId} ${receiverId}`}, 0))`.execute(
    trx,
  )
  const row = await trx
    .selectFrom('thanks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .where('giver_id', '=', giverId)
    .where('receiver_id', '=', receiverId)
    .where('id', '>=', lowestIdAt(now.getTime() - A_DAY_MILLISECONDS))
    .where(
      unnamed
        ? sql<boolean>`post_id = ${postId}::uuid and reply_id is not distinct from ${replyId}::uuid`
        : sql<boolean>`not exists (select from posts p left join replies r on r.community_id = p.community_id and r.id = thanks.reply_id
            where p.community_id = thanks.community_id and p.id = thanks.post_id
              and case when thanks.reply_id is null then p.unnamed else r.unnamed end)`,
    )
    .executeTakeFirstOrThrow()
  return row.count
}

/** The same thanks, given a moment ago: a button pressed twice. Ask after `givenToday` or `holdGiver`. */
export async function givenJustNow(
  trx: Trx,
  communityId: string,
  same: Pick<Thanks, 'giverId' | 'receiverId' | 'gift' | 'postId' | 'replyId' | 'words'> &
    Pick<Partial<Thanks>, 'forName'>,
  now: Date,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('thanks')
    .select('id')
    .where('community_id', '=', communityId)
    .where('giver_id', '=', same.giverId)
    .where('receiver_id', same.receiverId ? '=' : 'is', same.receiverId)
    .where('kind', '=', same.gift)
    .where('post_id', same.postId ? '=' : 'is', same.postId)
    .where('reply_id', same.replyId ? '=' : 'is', same.replyId)
    .where('words', '=', same.words)
    .where('for_name', same.forName ? '=' : 'is', same.forName ?? null)
    .where('taken_back_at', 'is', null)
    .where('id', '>=', lowestIdAt(now.getTime() - TWICE_MILLISECONDS))
    .executeTakeFirst()
  return row?.id
}

/** Erases what was given. @returns false when it was gone already */
export async function takeBack(trx: Trx, communityId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('thanks')
    .set({ taken_back_at: now, words: '', passage: '', value_id: null, value_name: null, for_name: null })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Says who may read it from now on. What waited has been looked at with that. @returns false when it was taken back */
export async function choose(
  trx: Trx,
  communityId: string,
  id: string,
  showing: Showing,
  now: Date,
): Promise<boolean> {
  return change(trx, communityId, id, {
    showing,
    shown_at: showing === 'shown' ? now : null,
    reach: 'reached',
  })
}

/** @returns false when it was taken back */
export async function change(
  trx: DbOrTrx,
  communityId: string,
  id: string,
  set: Partial<{
    showing: Showing
    shown_at: Date | null
    reach: Reach
    put_away_at: Date | null
    answered_at: Date | null
  }>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('thanks')
    .set(set)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes something given out of sight of all but its giver, or puts it back. @returns false where it stands so, or is gone */
export async function setThanksHidden(
  trx: Trx,
  communityId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('thanks')
    .set({ hidden_at: at })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .where('hidden_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

import { sql } from 'kysely'
import { type DbOrTrx, type House, type PageContext, prepare, type Trx } from '../foundation/index.ts'
import { NOTES_SHOWN, type Showing, TWICE_MILLISECONDS } from './rules.ts'

export interface Thanks {
  id: string
  giverId: string
  receiverId: string
  postId: string
  replyId: string | null
  words: string
  showing: Showing
  createdAt: Date
}

export async function addThanks(trx: Trx, thanks: Thanks & { communityId: string }): Promise<void> {
  await trx
    .insertInto('thanks')
    .values({
      community_id: thanks.communityId,
      id: thanks.id,
      giver_id: thanks.giverId,
      receiver_id: thanks.receiverId,
      post_id: thanks.postId,
      reply_id: thanks.replyId,
      words: thanks.words,
      showing: thanks.showing,
      created_at: thanks.createdAt,
      taken_back_at: null,
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
      postId: row.post_id,
      replyId: row.reply_id,
      words: row.words,
      showing: row.showing,
      createdAt: row.created_at,
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

/** Thanks from one to the other in the last 24 hours. Locks the pair, so that two presses at once count. */
export async function givenToday(
  trx: Trx,
  communityId: string,
  giverId: string,
  receiverId: string,
  now: Date,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thanks ${communityId} ${giverId} ${receiverId}`}, 0))`.execute(
    trx,
  )
  const row = await trx
    .selectFrom('thanks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .where('giver_id', '=', giverId)
    .where('receiver_id', '=', receiverId)
    .where('created_at', '>', new Date(now.getTime() - 86_400_000))
    .executeTakeFirstOrThrow()
  return row.count
}

/** The same thanks, given a moment ago: a button pressed twice. Ask after `givenToday`, which holds the pair. */
export async function givenJustNow(
  trx: Trx,
  communityId: string,
  same: { giverId: string; postId: string; replyId: string | null; words: string },
  now: Date,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('thanks')
    .select('id')
    .where('community_id', '=', communityId)
    .where('giver_id', '=', same.giverId)
    .where('post_id', '=', same.postId)
    .where('reply_id', same.replyId ? '=' : 'is', same.replyId)
    .where('words', '=', same.words)
    .where('taken_back_at', 'is', null)
    .where('created_at', '>', new Date(now.getTime() - TWICE_MILLISECONDS))
    .executeTakeFirst()
  return row?.id
}

/** Erases what was given. @returns false when it was gone already */
export async function takeBack(trx: Trx, communityId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('thanks')
    .set({ taken_back_at: now, words: '' })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Says who may read it from now on. @returns false when it was taken back */
export async function choose(trx: Trx, communityId: string, id: string, showing: Showing): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('thanks')
    .set({ showing })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function receiverChoice(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<'always' | 'ask' | 'never' | undefined> {
  const row = await db
    .selectFrom('thanks_choices')
    .select('showing')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.showing
}

/** A note under a post, as this viewer may read it. */
export interface Note {
  id: string
  targetId: string
  words: string
  showing: Showing
  giverName: string
  receiverName: string
  isMine: boolean
  isForMe: boolean
  createdAt: Date
}

interface Row {
  id: string
  target_id: string
  words: string
  showing: Showing
  giver_id: string
  receiver_id: string
  giver_name: string
  receiver_name: string
  created_at: Date
  place: number
}

const notes = prepare<{ community: string; member: string | null; post: string; limit: number }, Row>(
  'thanks-under-topic',
  (_, p) =>
    sql`select * from (
      select t.id, coalesce(t.reply_id, t.post_id) as target_id, t.words, t.showing, t.giver_id, t.receiver_id, g.name as giver_name,
        case when coalesce(r.unnamed, p.unnamed) then '' else v.name end as receiver_name, t.created_at,
        row_number() over (partition by coalesce(t.reply_id, t.post_id) order by (t.giver_id = ${p.member}::uuid or t.receiver_id = ${p.member}::uuid) desc nulls last, t.id) as place
      from thanks t
      join members g on g.community_id = t.community_id and g.id = t.giver_id
      join members v on v.community_id = t.community_id and v.id = t.receiver_id
      join posts p on p.community_id = t.community_id and p.id = t.post_id
      left join replies r on r.community_id = t.community_id and r.id = t.reply_id
      where t.community_id = ${p.community} and t.post_id = ${p.post} and t.taken_back_at is null
        and (t.showing = 'shown' or t.giver_id = ${p.member}::uuid or t.receiver_id = ${p.member}::uuid)
        and not exists (select from blocks b where b.community_id = t.community_id
          and ((b.blocker_id = t.giver_id and b.blocked_id = ${p.member}::uuid) or (b.blocker_id = ${p.member}::uuid and b.blocked_id = t.giver_id)))
    ) ranked where place <= ${p.limit} order by place`,
)

/** Notes under each entry of a thread: mine and those to me first, then what both agreed to show. */
export async function notesUnder(
  house: House,
  page: PageContext,
  postId: string,
): Promise<Map<string, Note[]>> {
  const { viewer } = page
  const rows = await notes(house, {
    community: viewer.communityId,
    member: viewer.memberId ?? null,
    post: postId,
    limit: NOTES_SHOWN + 1,
  })
  const byTarget = new Map<string, Note[]>()
  for (const row of rows) {
    const list = byTarget.get(row.target_id) ?? []
    list.push({
      id: row.id,
      targetId: row.target_id,
      words: row.words,
      showing: row.showing,
      giverName: row.giver_name,
      receiverName: row.receiver_name,
      isMine: row.giver_id === viewer.memberId,
      isForMe: row.receiver_id === viewer.memberId,
      createdAt: row.created_at,
    })
    byTarget.set(row.target_id, list)
  }
  return byTarget
}

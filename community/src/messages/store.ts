import { sql } from 'kysely'
import type { Standing } from '../bounds/index.ts'
import { type DbOrTrx, newId, type Trx, timeOfId } from '../foundation/index.ts'
import { type ConversationState, pairOf } from './rules.ts'

/** A conversation as it is kept. */
export interface StoredConversation {
  id: string
  between: readonly [string, string]
  state: ConversationState
  askedBy: string | null
  askedAt: Date | null
  restedAt: Date | null
}

interface Row {
  id: string
  low_id: string
  high_id: string
  state: ConversationState
  asked_by: string | null
  asked_at: Date | null
  rested_at: Date | null
}

const columns = ['id', 'low_id', 'high_id', 'state', 'asked_by', 'asked_at', 'rested_at'] as const

const stored = (row: Row): StoredConversation => ({
  id: row.id,
  between: [row.low_id, row.high_id],
  state: row.state,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  restedAt: row.rested_at,
})

/**
 * Holds the conversation of two members until the transaction ends, and begins it where there is none: of two who write to
 * each other at the same moment, the second finds what the first one did.
 */
export async function holdPair(
  trx: Trx,
  communityId: string,
  one: string,
  other: string,
  now: Date,
): Promise<StoredConversation> {
  const { low, high } = pairOf(one, other)
  await trx
    .insertInto('message_conversations')
    .values({
      community_id: communityId,
      id: newId(now.getTime()),
      low_id: low,
      high_id: high,
      state: 'withdrawn',
      asked_by: null,
      asked_at: null,
      rested_at: null,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'low_id', 'high_id']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('message_conversations')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('low_id', '=', low)
    .where('high_id', '=', high)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return stored(row)
}

/** Holds a conversation until the transaction ends. */
export async function holdConversation(
  trx: Trx,
  communityId: string,
  id: string,
): Promise<StoredConversation | undefined> {
  const row = await trx
    .selectFrom('message_conversations')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && stored(row)
}

export async function changeConversation(
  trx: Trx,
  communityId: string,
  id: string,
  change: Partial<Omit<StoredConversation, 'id' | 'between'>>,
): Promise<void> {
  await trx
    .updateTable('message_conversations')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.askedBy === undefined ? {} : { asked_by: change.askedBy }),
      ...(change.askedAt === undefined ? {} : { asked_at: change.askedAt }),
      ...(change.restedAt === undefined ? {} : { rested_at: change.restedAt }),
    })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export interface NewMessage {
  communityId: string
  conversationId: string
  id: string
  authorId: string
  receiverId: string
  reason: string
  body: string
  html: string
  language: string
  aboutId: string | null
  createdAt: Date
}

/**
 * An id after every other of a conversation that is held: reading runs along ids, and the clocks of two servers never
 * agree.
 */
export async function nextMessageId(
  trx: Trx,
  communityId: string,
  conversationId: string,
  now: Date,
): Promise<string> {
  const last = await trx
    .selectFrom('messages')
    .select('id')
    .where('community_id', '=', communityId)
    .where('conversation_id', '=', conversationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const id = newId(now.getTime())
  return last && last.id >= id ? newId(timeOfId(last.id) + 1) : id
}

/** Adds a message and moves the conversation up for both. What its author wrote, they have read. */
export async function addMessage(trx: Trx, message: NewMessage): Promise<void> {
  const { communityId: community_id, conversationId: conversation_id, id, authorId, receiverId } = message
  await trx
    .insertInto('messages')
    .values({
      community_id,
      conversation_id,
      id,
      author_id: authorId,
      reason: message.reason,
      body: message.body,
      html: message.html,
      language: message.language,
      about_id: message.aboutId,
      created_at: message.createdAt,
      hidden_at: null,
    })
    .execute()
  const side = { community_id, conversation_id, last_id: id, tell_at: null }
  await trx
    .insertInto('message_sides')
    .values([
      { ...side, member_id: authorId, other_id: receiverId, theirs_id: null, read_id: id },
      { ...side, member_id: receiverId, other_id: authorId, theirs_id: id, read_id: null },
    ])
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'member_id', 'conversation_id']).doUpdateSet({
        last_id: id,
        theirs_id: sql`coalesce(excluded.theirs_id, message_sides.theirs_id)`,
        read_id: sql`coalesce(excluded.read_id, message_sides.read_id)`,
      }),
    )
    .execute()
}

/** The same words of this author a moment ago: a button pressed twice, or a form sent again. */
export async function saidJustNow(
  trx: Trx,
  communityId: string,
  conversationId: string,
  said: { authorId: string; body: string; since: Date },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('messages')
    .select('id')
    .where('community_id', '=', communityId)
    .where('conversation_id', '=', conversationId)
    .where('author_id', '=', said.authorId)
    .where('created_at', '>', said.since)
    .where('body', '=', said.body)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id
}

export async function messageById(
  trx: Trx,
  communityId: string,
  conversationId: string,
  id: string,
): Promise<{ authorId: string; createdAt: Date } | undefined> {
  const row = await trx
    .selectFrom('messages')
    .select(['author_id', 'created_at'])
    .where('community_id', '=', communityId)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { authorId: row.author_id, createdAt: row.created_at }
}

/**
 * Erases a message for both.
 * @returns false where it was the only one: the conversation is empty then
 */
export async function removeMessage(
  trx: Trx,
  communityId: string,
  conversationId: string,
  id: string,
): Promise<boolean> {
  await trx
    .deleteFrom('messages')
    .where('community_id', '=', communityId)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .execute()
  const { rows } = await sql<{ member_id: string }>`
    update message_sides s set last_id = l.last_id, theirs_id = (
      select t.id from messages t where t.community_id = s.community_id and t.conversation_id = s.conversation_id and t.author_id = s.other_id
      order by t.id desc limit 1)
    from (select m.id as last_id from messages m where m.community_id = ${communityId} and m.conversation_id = ${conversationId}
      order by m.id desc limit 1) l
    where s.community_id = ${communityId} and s.conversation_id = ${conversationId}
    returning s.member_id`.execute(trx)
  return rows.length > 0
}

/** Erases everything that was said in a conversation, for both. */
export async function emptyConversation(trx: Trx, communityId: string, id: string): Promise<void> {
  for (const table of ['messages', 'message_sides'] as const)
    await trx
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('conversation_id', '=', id)
      .execute()
}

/** Requests that wait for an answer of a member, or that they sent. */
export async function requestsOf(trx: Trx, communityId: string, memberId: string): Promise<{ id: string }[]> {
  return trx
    .selectFrom('message_conversations')
    .select('id')
    .where('community_id', '=', communityId)
    .where('state', '=', 'asked')
    .where((eb) => eb.or([eb('low_id', '=', memberId), eb('high_id', '=', memberId)]))
    .execute()
}

/** A message by its id, whatever conversation it stands in: asked only about one that was reported. */
const byIdAlone = (id: string) => sql<boolean>`id::text = ${id}::uuid::text`

/** Takes a message out of sight of whoever got it, or puts it back. @returns false where it stands so, or is gone */
export async function setMessageHidden(
  trx: Trx,
  communityId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('messages')
    .set({ hidden_at: at })
    .where('community_id', '=', communityId)
    .where(byIdAlone(id))
    .where('hidden_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a message is still there; never what it says, or where. */
export async function messageStanding(db: DbOrTrx, communityId: string, id: string): Promise<Standing> {
  const row = await db
    .selectFrom('messages')
    .select('hidden_at')
    .where('community_id', '=', communityId)
    .where(byIdAlone(id))
    .executeTakeFirst()
  return { is: row ? (row.hidden_at ? 'hidden' : 'there') : 'gone', href: undefined }
}

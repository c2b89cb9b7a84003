import { sql } from 'kysely'
import type { DbOrTrx, Trx } from '../foundation/index.ts'
import type { ConversationState } from './rules.ts'
import { ownSide } from './visibility.ts'

/** A side `s` on which something of the other's waits to be read. */
const unread = sql<boolean>`(s.theirs_id is not null and (s.read_id is null or s.theirs_id > s.read_id))`

/** Notes how far somebody read; nothing is left to tell them of then. Two windows may finish in any order. */
export async function markRead(
  db: DbOrTrx,
  side: { communityId: string; memberId: string; conversationId: string },
  upTo: string,
): Promise<void> {
  await sql`update message_sides set read_id = greatest(read_id, ${upTo}::uuid), tell_at = null
    where community_id = ${side.communityId} and member_id = ${side.memberId} and conversation_id = ${side.conversationId}
      and (read_id is null or read_id < ${upTo}::uuid or tell_at is not null)`.execute(db)
}

/** Something new waits for the end of a member's quiet hours. */
export async function tellLater(
  trx: Trx,
  side: { communityId: string; memberId: string; conversationId: string },
  at: Date,
): Promise<void> {
  await trx
    .updateTable('message_sides')
    .set({ tell_at: at })
    .where('community_id', '=', side.communityId)
    .where('member_id', '=', side.memberId)
    .where('conversation_id', '=', side.conversationId)
    .execute()
}

/** A conversation in which a member has something to be told of now. */
export interface DueSide {
  conversationId: string
  memberId: string
  otherId: string
  state: ConversationState
  restedAt: Date | null
  /** They read it meanwhile, or it was taken back. */
  known: boolean
}

/**
 * Takes what waited for the end of quiet hours, each once also with several servers. Holds the conversation first, as
 * whoever writes in it does, and waits for none: one in which somebody writes right now is taken the next time.
 */
export async function takeDueSides(trx: Trx, communityId: string, now: Date): Promise<DueSide[]> {
  const { rows } = await sql<{
    conversation_id: string
    member_id: string
    other_id: string
    state: ConversationState
    rested_at: Date | null
    known: boolean
  }>`
    with due as (
      select s.member_id, s.conversation_id, c.state, c.rested_at
      from message_sides s join message_conversations c on c.community_id = s.community_id and c.id = s.conversation_id
      where s.community_id = ${communityId} and s.tell_at <= ${now}
      for update of c skip locked)
    update message_sides s set tell_at = null from due
    where s.community_id = ${communityId} and s.member_id = due.member_id and s.conversation_id = due.conversation_id and s.tell_at <= ${now}
    returning s.conversation_id, s.member_id, s.other_id, due.state, due.rested_at, not ${unread} as known`.execute(
    trx,
  )
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    memberId: row.member_id,
    otherId: row.other_id,
    state: row.state,
    restedAt: row.rested_at,
    known: row.known,
  }))
}

/** Whether the other wrote something in a conversation that this member has not read, and that was not taken back. */
export async function hasUnread(
  db: DbOrTrx,
  side: { communityId: string; memberId: string; conversationId: string },
): Promise<boolean> {
  const { rows } = await sql<{ unread: boolean }>`select ${unread} as unread from message_sides s
    where ${ownSide({ community: side.communityId, member: side.memberId })} and s.conversation_id = ${side.conversationId}`.execute(
    db,
  )
  return rows[0]?.unread ?? false
}

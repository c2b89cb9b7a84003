import { sql } from 'kysely'
import type { DbOrTrx, Trx } from '../foundation/index.ts'

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
  /** They read it meanwhile, or it was taken back. */
  known: boolean
}

/** Takes what waited for the end of quiet hours, each once also with several servers. */
export async function takeDueSides(trx: Trx, communityId: string, now: Date): Promise<DueSide[]> {
  const { rows } = await sql<{
    conversation_id: string
    member_id: string
    other_id: string
    known: boolean
  }>`
    update message_sides set tell_at = null
    where community_id = ${communityId} and tell_at <= ${now}
    returning conversation_id, member_id, other_id, (theirs_id is null or (read_id is not null and theirs_id <= read_id)) as known`.execute(
    trx,
  )
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    memberId: row.member_id,
    otherId: row.other_id,
    known: row.known,
  }))
}

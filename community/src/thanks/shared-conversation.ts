import { type RawBuilder, sql } from 'kysely'
import type { DbOrTrx } from '../foundation/index.ts'
import { talkWithEachOther } from '../messages/index.ts'

interface Pair {
  giverId: string
  receiverId: string
  /** The post of what is given for; null where it is for none. */
  postId: string | null
}

/** Posts under which somebody wrote what others can read. */
function wroteIn(communityId: string, member: string, unnamedIn: string | null): RawBuilder<unknown> {
  const standing = (entry: 'p' | 'r', post: RawBuilder<unknown>) => {
    const e = sql.ref(entry)
    return sql`${e}.community_id = ${communityId} and ${e}.author_id = ${member} and ${e}.deleted_at is null
      and ${e}.hidden_at is null and ${e}.held_at is null and (not ${e}.unnamed or ${post} = ${unnamedIn}::uuid)`
  }
  return sql`(select p.id from posts p where ${standing('p', sql`p.id`)}
    union select r.post_id from replies r where ${standing('r', sql`r.post_id`)})`
}

/**
 * Whether two members share a conversation: a thread in which both wrote, or messages between them. What a giver wrote
 * without a name makes none, or its arrival would tell the receiver who that was; what a receiver wrote so, only where
 * it is thanked.
 */
export async function shareConversation(
  db: DbOrTrx,
  communityId: string,
  { giverId, receiverId, postId }: Pair,
): Promise<boolean> {
  const { rows } = await sql<{ shared: boolean }>`
    select exists (${wroteIn(communityId, giverId, null)} intersect ${wroteIn(communityId, receiverId, postId)}) as shared`.execute(
    db,
  )
  return rows[0]!.shared || talkWithEachOther(db, communityId, giverId, receiverId)
}

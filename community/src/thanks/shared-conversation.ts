import { sql } from 'kysely'
import type { DbOrTrx } from '../foundation/index.ts'
import { talkWithEachOther } from '../messages/index.ts'

/** Whether two members share a conversation: a thread in which both wrote, or messages between them. */
export async function shareConversation(
  db: DbOrTrx,
  communityId: string,
  one: string,
  other: string,
): Promise<boolean> {
  const wroteIn = (member: string) => sql`(
    select p.id from posts p where p.community_id = ${communityId} and p.author_id = ${member} and p.deleted_at is null
    union select r.post_id from replies r where r.community_id = ${communityId} and r.author_id = ${member} and r.deleted_at is null)`
  const { rows } = await sql<{ shared: boolean }>`
    select exists (${wroteIn(one)} intersect ${wroteIn(other)}) as shared`.execute(db)
  return rows[0]!.shared || talkWithEachOther(db, communityId, one, other)
}

import { sql } from 'kysely'
import type { Trx } from '../../foundation/index.ts'

/** How many people speak in a thread, its first entry included; what was taken away or waits for a look is no voice. */
export async function voicesIn(trx: Trx, communityId: string, postId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select p.author_id from posts p where p.community_id = ${communityId} and p.id = ${postId}
      and p.deleted_at is null and p.hidden_at is null and p.held_at is null
    union
    select r.author_id from replies r where r.community_id = ${communityId} and r.post_id = ${postId}
      and r.deleted_at is null and r.hidden_at is null and r.held_at is null) voices`.execute(trx)
  return rows[0]!.count
}

import { sql } from 'kysely'
import type { DbOrTrx } from '../../foundation/index.ts'
import { type MemberView, membersById } from '../store.ts'

/** Active members whose name begins like this, in the order of the alphabet. */
export async function membersNamed(
  db: DbOrTrx,
  communityId: string,
  start: string,
  limit: number,
): Promise<MemberView[]> {
  const pattern = `${start.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', communityId)
    .where('status', '=', 'active')
    .where(sql<boolean>`lower(name) like ${pattern}`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit)
    .execute()
  const found = await membersById(
    db,
    communityId,
    rows.map((row) => row.id),
  )
  return rows.map((row) => found.get(row.id)!)
}

/** Sets or clears a member's picture. @returns the picture it had before */
export async function setPicture(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  pictureId: string | null,
): Promise<string | null> {
  const before = await db
    .selectFrom('members')
    .select('picture_id')
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  await db
    .updateTable('members')
    .set({ picture_id: pictureId })
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .execute()
  return before?.picture_id ?? null
}

import { sql } from 'kysely'
import type { CameOf, EntryToFollow } from '../composer/index.ts'
import type { House } from '../foundation/index.ts'

/** Posts and replies that drew an answer, within their time, that somebody reported by now. */
export async function cameOf(
  house: House,
  communityId: string,
  entries: readonly EntryToFollow[],
): Promise<Map<string, Pick<CameOf, 'replyReported'>>> {
  if (entries.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`
    with asked as (
      select * from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ from }) => from)}::timestamptz[],
        ${entries.map(({ until }) => until)}::timestamptz[]) as a (id, since, until)),
    reported as (
      select distinct coalesce(r.parent_id, r.post_id) as drawn_by, r.created_at
      from cases c join replies r on r.community_id = c.community_id and r.id = c.reply_id
      where c.community_id = ${communityId} and c.opened_at >= ${new Date(Math.min(...entries.map(({ from }) => from.getTime())))})
    select distinct a.id from asked a join reported r
      on r.drawn_by = a.id and r.created_at >= a.since and r.created_at < a.until`.execute(house.db)
  return new Map(rows.map(({ id }) => [id, { replyReported: true }]))
}

import { sql } from 'kysely'
import type { CameOf, EntryToFollow } from '../composer/index.ts'
import type { House } from '../foundation/index.ts'

interface Row {
  id: string
  taken_back: boolean
  replies: number
}

/** Whether posts and replies still stand, and how many answers by others each drew within its time. Numbers alone. */
export async function cameOf(
  house: House,
  communityId: string,
  entries: readonly EntryToFollow[],
): Promise<Map<string, Pick<CameOf, 'takenBack' | 'replies'>>> {
  if (entries.length === 0) return new Map()
  const { rows } = await sql<Row>`
    with asked as (
      select * from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ from }) => from)}::timestamptz[],
        ${entries.map(({ until }) => until)}::timestamptz[]) as a (id, since, until)),
    found as (
      select a.*, p.id as post_id, null::uuid as reply_id, p.author_id, p.deleted_at
        from asked a join posts p on p.community_id = ${communityId} and p.id = a.id
      union all
      select a.*, r.post_id, r.id as reply_id, r.author_id, r.deleted_at
        from asked a join replies r on r.community_id = ${communityId} and r.id = a.id)
    select f.id, f.deleted_at is not null as taken_back, (
      select count(*)::int from replies r where r.community_id = ${communityId} and r.post_id = f.post_id
        and r.parent_id is not distinct from f.reply_id and r.author_id <> f.author_id and r.held_at is null
        and r.created_at >= f.since and r.created_at < f.until) as replies
    from found f`.execute(house.db)
  return new Map(rows.map(({ id, taken_back, replies }) => [id, { takenBack: taken_back, replies }]))
}

import { sql } from 'kysely'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { entryListed } from '../visibility.ts'
import { REST } from './rules.ts'

/** A thread that is heating up, for who looks after the place. */
export interface HeatingThread {
  postId: string
  title: string
  spaceName: string
  since: Date
}

/**
 * Threads that are heating up, the likeliest first, among those this viewer reads: in a closed space they are known to its own
 * people alone, administrators included.
 */
export async function readHeating(
  house: House,
  viewer: MemberViewer,
  limit: number,
): Promise<HeatingThread[]> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const rested = new Date(house.clock.now().getTime() - REST)
  const { rows } = await sql<{ id: string; title: string; space_name: string; since: Date }>`
    select p.id, p.title, s.name as space_name, h.since from thread_heat h
    join posts p on p.community_id = h.community_id and p.id = h.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where h.community_id = ${asking.community} and h.at > ${rested} and p.locked_at is null and s.archived_at is null
      and ${entryListed(asking, 'p')}
    order by h.likelihood desc, h.since
    limit ${limit}`.execute(house.db)
  return rows.map((row) => ({
    postId: row.id,
    title: row.title,
    spaceName: row.space_name,
    since: row.since,
  }))
}

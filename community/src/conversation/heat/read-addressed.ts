import { sql } from 'kysely'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { entryListed } from '../visibility.ts'
import { TURNS } from './rules.ts'

/** Somebody whom the last messages of a thread answer. */
export interface Addressed {
  handle: string
  name: string
  /** What of theirs was answered last: the post, or a reply. */
  entryId: string
}

/**
 * Whom the last messages answer, as far as this viewer sees and may reach them, the last one first. Who wrote without a name
 * is not among them, nor who answered themselves.
 */
export async function readAddressed(
  house: House,
  viewer: MemberViewer,
  postId: string,
): Promise<Addressed[]> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const { rows } = await sql<{ handle: string; name: string; entry_id: string }>`
    with last as (
      select r.id, r.parent_id, r.author_id from replies r
      join posts p on p.community_id = r.community_id and p.id = r.post_id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where r.community_id = ${asking.community} and r.post_id = ${postId}::uuid and ${entryListed(asking, 'r')}
      order by r.id desc limit ${TURNS}),
    answered as (
      select l.id as at, l.author_id as by, e.id, e.author_id from last l
      join replies e on e.community_id = ${asking.community} and e.id = l.parent_id
      join posts p on p.community_id = e.community_id and p.id = e.post_id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where not e.unnamed and ${entryListed(asking, 'e')}
      union all
      select l.id, l.author_id, e.id, e.author_id from last l
      join posts e on e.community_id = ${asking.community} and e.id = ${postId}::uuid and l.parent_id is null
      join spaces s on s.community_id = e.community_id and s.id = e.space_id
      where not e.unnamed and ${entryListed(asking, 'e')})
    select handle, name, entry_id from (
      select distinct on (m.id) m.handle, m.name, a.id as entry_id, a.at from answered a
      join members m on m.community_id = ${asking.community} and m.id = a.author_id and m.status = 'active' and m.account_id is not null and not m.under_18
      where a.author_id <> a.by and a.author_id <> ${asking.member}::uuid
      order by m.id, a.at desc) one
    order by at desc`.execute(house.db)
  return rows.map(({ handle, name, entry_id }) => ({ handle, name, entryId: entry_id }))
}

import { sql } from 'kysely'
import type { PostedWords } from '../composer/index.ts'
import type { House, MemberViewer } from '../foundation/index.ts'
import { entryHref, replyPlace } from './places.ts'
import { entryListed } from './visibility.ts'

interface Row {
  post_id: string
  reply_id: string | null
  title: string
  body: string
}

/** The last posts and answers of a space that this viewer may see, newest first. Ids grow with time. */
export async function recentWords(
  house: House,
  { communityId, memberId }: MemberViewer,
  spaceId: string,
  limit: number,
): Promise<PostedWords[]> {
  const asking = { community: communityId, member: memberId }
  const { rows } = await sql<Row>`
    with here as (select * from spaces s where s.community_id = ${communityId} and s.id = ${spaceId}::uuid),
    said as (
      (select p.id, p.id as post_id, null::uuid as reply_id, p.title, p.body
        from here s join posts p on p.community_id = s.community_id and p.space_id = s.id
        where ${entryListed(asking, 'p')} order by p.id desc limit ${limit})
      union all
      (select r.id, r.post_id, r.id as reply_id, '' as title, r.body
        from here s join posts p on p.community_id = s.community_id and p.space_id = s.id and p.deleted_at is null and p.hidden_at is null
        join replies r on r.community_id = p.community_id and r.post_id = p.id
        where ${entryListed(asking, 'r')} order by r.id desc limit ${limit}))
    select post_id, reply_id, title, body from said order by id desc limit ${limit}`.execute(house.db)
  return rows.map(({ post_id, reply_id, title, body }) => ({
    texts: title ? [title, body] : [body],
    href: reply_id ? replyPlace(post_id, reply_id) : entryHref(post_id),
  }))
}

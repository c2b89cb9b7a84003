import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import type { House, StoredEvent } from '../foundation/index.ts'
import { type FollowTarget, followersOf } from './follow-store.ts'
import { entryListed, entryVisible } from './visibility.ts'

/** A member named by a column, as the visibility pieces take who asks: many receivers are judged in one query. */
function askingAs(communityId: string, column: string): Asking {
  return { community: communityId, member: sql.ref(column) as unknown as string }
}

/**
 * Those of `among` who may read what an event is about, by the same rule as lists: a block in either direction
 * or a mute leaves them out, unless the name was left away, for then silence would say who wrote it.
 */
export async function whoMayRead(
  house: House,
  event: Pick<StoredEvent, 'communityId' | 'postId' | 'replyId'>,
  among: readonly string[],
): Promise<string[]> {
  if (among.length === 0 || !event.postId) return []
  const member = askingAs(event.communityId, 'm.id')
  const { rows } = await sql<{ id: string }>`
    select m.id from members m
    join posts p on p.community_id = m.community_id and p.id = ${event.postId}
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    left join replies r on r.community_id = p.community_id and r.id = ${event.replyId}::uuid
    where m.community_id = ${event.communityId} and m.id = any(${[...among]}::uuid[]) and m.status = 'active'
      and p.deleted_at is null and p.hidden_at is null and ${entryVisible(member, 'p')}
      and case when ${event.replyId}::uuid is null then ${entryListed(member, 'p')} else r.id is not null and ${entryListed(member, 'r')} end`.execute(
    house.db,
  )
  return rows.map((row) => row.id)
}

/** Whom an answer is to: who wrote the post, unless they stopped following it, and who wrote what it answers. */
export async function answered(house: House, event: StoredEvent): Promise<string[]> {
  const { rows } = await sql<{ author_id: string }>`
    select p.author_id from posts p
    where p.community_id = ${event.communityId} and p.id = ${event.postId}
      and not exists (select from follows f
        where f.community_id = p.community_id and f.member_id = p.author_id and f.target_id = p.id and not f.wanted)
    union
    select a.author_id from replies r
    join replies a on a.community_id = r.community_id and a.id = r.parent_id
    where r.community_id = ${event.communityId} and r.id = ${event.replyId}`.execute(house.db)
  return rows.map((row) => row.author_id)
}

/** Who followed something when it happened: nobody is told of what was there before they came. */
async function followers(house: House, event: StoredEvent, target: FollowTarget): Promise<string[]> {
  const rows = await followersOf(house.db, event.communityId, target)
    .where('created_at', '<=', event.createdAt)
    .execute()
  return rows.map((row) => row.member_id)
}

/** Who follows the thread. */
export function threadFollowers(house: House, event: StoredEvent): Promise<string[]> {
  return event.postId ? followers(house, event, { postId: event.postId }) : Promise.resolve([])
}

/** Who follows the space, or who wrote it; the latter only where it carries a name. */
export async function postFollowers(house: House, event: StoredEvent): Promise<string[]> {
  const post = await house.db
    .selectFrom('posts')
    .select(['space_id', 'author_id', 'unnamed'])
    .where('community_id', '=', event.communityId)
    .where('id', '=', event.postId)
    .executeTakeFirst()
  if (!post) return []
  const [ofSpace, ofAuthor] = await Promise.all([
    followers(house, event, { spaceId: post.space_id }),
    post.unnamed ? [] : followers(house, event, { memberId: post.author_id }),
  ])
  return [...new Set([...ofSpace, ...ofAuthor])]
}

/** Who looks after the place, when somebody writes here for the first time under their name. */
export async function welcomers(house: House, event: StoredEvent): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from members m
    where m.community_id = ${event.communityId} and m.status = 'active' and m.role in ('host', 'steward', 'administrator')
      and exists (select from posts p where p.community_id = m.community_id and p.id = ${event.postId} and not p.unnamed
        and not exists (select from posts o where o.community_id = p.community_id and o.author_id = p.author_id and o.id < p.id)
        and not exists (select from replies o where o.community_id = p.community_id and o.author_id = p.author_id and o.id < p.id))`.execute(
    house.db,
  )
  return rows.map((row) => row.id)
}

import { sql } from 'kysely'
import { type Asking, noBlockWith } from '../bounds/index.ts'
import { type House, type MemberViewer, prepare } from '../foundation/index.ts'
import { OPENING_LASTS } from './rules.ts'

/** "I am here if you want to write", as the one who left it or the one whom it is for reads it under an entry. */
export interface Opening {
  id: string
  entryId: string
  /** Left by this reader. */
  mine: boolean
  name: string
  createdAt: Date
}

interface Row {
  id: string
  entry_id: string
  member_id: string
  name: string
  created_at: Date
}

const underPost = prepare<Asking & { posts: string[]; since: Date }, Row>(
  'message-openings-under',
  (_, p) =>
    sql`select o.id, o.entry_id, o.member_id, m.name, o.created_at
    from message_openings o
    join members m on m.community_id = o.community_id and m.id = o.member_id and m.status = 'active'
    where o.community_id = ${p.community} and o.post_id = any(${p.posts}::uuid[]) and o.created_at > ${p.since}
      and (o.member_id = ${p.member}::uuid or (o.author_id = ${p.member}::uuid and o.put_away_at is null
        and ${noBlockWith(p, sql`o.member_id`)}
        and not exists (select from message_settings ms where ms.community_id = o.community_id and ms.member_id = o.author_id and ms.takes = 'nobody')
        and not exists (select from mutes u where u.community_id = o.community_id and u.muter_id = o.author_id and u.muted_id = o.member_id)))
    order by o.id`,
)

/** Openings in threads that are for this member, or that they left; nobody else is shown any, and nobody a number. */
export async function openingsUnder(
  house: House,
  viewer: MemberViewer,
  posts: readonly string[],
): Promise<Map<string, Opening[]>> {
  if (posts.length === 0) return new Map()
  const since = new Date(house.clock.now().getTime() - OPENING_LASTS)
  const rows = await underPost(house, {
    community: viewer.communityId,
    member: viewer.memberId,
    posts: [...posts],
    since,
  })
  const byEntry = new Map<string, Opening[]>()
  for (const row of rows) {
    const one = {
      id: row.id,
      entryId: row.entry_id,
      mine: row.member_id === viewer.memberId,
      name: row.name,
      createdAt: row.created_at,
    }
    byEntry.set(row.entry_id, [...(byEntry.get(row.entry_id) ?? []), one])
  }
  return byEntry
}

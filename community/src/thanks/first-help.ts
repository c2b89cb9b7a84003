import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { entryListed, entryVisible } from '../conversation/index.ts'
import { type House, type MemberViewer, prepare } from '../foundation/index.ts'

/** The answer of a member that somebody thanked them for before all others. */
export interface FirstHelp {
  postId: string
  replyId: string
  /** Of the thread. */
  title: string
  thankedAt: Date
}

/** What came after so many is no first any more. Bounds what is read, however much somebody was given. */
const LOOKED_AT = 50

const first = prepare<
  Asking & { spaces: string[]; most: number },
  { post_id: string; reply_id: string; title: string; thanked_at: Date }
>(
  'thanks-first-help',
  (_, p) =>
    sql`select t.post_id, t.reply_id, p.title, t.created_at as thanked_at
    from (select x.* from thanks x where x.community_id = ${p.community} and x.receiver_id = ${p.member}::uuid
      and x.taken_back_at is null order by x.id limit ${p.most}) t
    join posts p on p.community_id = t.community_id and p.id = t.post_id
    join replies r on r.community_id = t.community_id and r.id = t.reply_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where t.kind in ('thanks', 'next') and t.reach = 'reached' and t.put_away_at is null and t.hidden_at is null
      and s.id = any(${p.spaces}::uuid[]) and r.author_id = ${p.member}::uuid and not r.unnamed
      and p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')} and ${entryListed(p, 'r')}
    order by t.id limit 1`,
)

/** The first answer, given under a member's own name in these spaces, that somebody thanked them for; for them alone. */
export async function firstHelp(
  house: House,
  viewer: MemberViewer,
  spaceIds: readonly string[],
): Promise<FirstHelp | undefined> {
  if (spaceIds.length === 0) return undefined
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const [row] = await first(house, { ...asking, spaces: [...spaceIds], most: LOOKED_AT })
  return row && { postId: row.post_id, replyId: row.reply_id, title: row.title, thankedAt: row.thanked_at }
}

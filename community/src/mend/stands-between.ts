import { sql } from 'kysely'
import type { House, MemberViewer } from '../foundation/index.ts'

/**
 * Whether one of two has reported the other, ever. A report of the viewer's on words without a name does not count for them:
 * what is missing afterwards would say who wrote those.
 */
export async function reportStandsBetween(
  house: House,
  { communityId, memberId }: MemberViewer,
  otherId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from reports x join cases c on c.community_id = x.community_id and c.id = x.case_id
    where x.community_id = ${communityId} and x.reporter_id = ${otherId} and c.author_id = ${memberId}
    union all
    select from reports x join cases c on c.community_id = x.community_id and c.id = x.case_id
    left join posts p on p.community_id = c.community_id and p.id = c.post_id
    left join replies r on r.community_id = c.community_id and r.id = c.reply_id
    where x.community_id = ${communityId} and x.reporter_id = ${memberId} and c.author_id = ${otherId}
      and not coalesce(r.unnamed, p.unnamed, false)
    limit 1`.execute(house.db)
  return rows.length > 0
}

import { sql } from 'kysely'
import { type Asking, notMuted } from '../../bounds/index.ts'
import { entryVisible } from '../../conversation/index.ts'
import { type House, type MemberViewer, prepare } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'
import { ANSWERERS } from './rules.ts'

/** Somebody who answered, by their first answer. */
export interface Answerer {
  replyId: string
  /** Undefined where they answered without a name. */
  name: string | undefined
}

// In the order in which they came: nobody stands before another for what they were given.
const answerers = prepare<
  Asking & { post: string; limit: number },
  { reply_id: string; name: string | null }
>(
  'thanks-answerers',
  (_, p) =>
    sql`select f.reply_id, f.name from (
      select distinct on (case when r.unnamed then r.id else r.author_id end) r.id as reply_id,
        case when r.unnamed then null else m.name end as name
      from replies r
      join posts p on p.community_id = r.community_id and p.id = r.post_id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = r.community_id and m.id = r.author_id
      where r.community_id = ${p.community} and r.post_id = ${p.post} and r.author_id <> ${p.member}::uuid
        and r.deleted_at is null and r.hidden_at is null and r.held_at is null and ${entryVisible(p, 'r')}
        and (r.unnamed or (${notMuted(p, sql`r.author_id`)} and not ${isRemembered('m')}))
        and not exists (select from thanks t join replies x on x.community_id = t.community_id and x.id = t.reply_id
          where t.community_id = r.community_id and t.post_id = r.post_id and t.giver_id = ${p.member}::uuid and t.taken_back_at is null
            and x.author_id = r.author_id and x.unnamed = r.unnamed and (not r.unnamed or x.id = r.id))
      order by case when r.unnamed then r.id else r.author_id end, r.id
    ) f order by f.reply_id limit ${p.limit}`,
)

/** Who answered a member's own post and was not thanked by them yet, first answer first. */
export async function readAnswerers(house: House, viewer: MemberViewer, postId: string): Promise<Answerer[]> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const rows = await answerers(house, { ...asking, post: postId, limit: ANSWERERS })
  return rows.map(({ reply_id, name }) => ({ replyId: reply_id, name: name ?? undefined }))
}

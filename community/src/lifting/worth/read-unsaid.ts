import { sql } from 'kysely'
import type { Asking } from '../../bounds/index.ts'
import { entryListed } from '../../conversation/index.ts'
import { type House, type MemberViewer, plainExcerpt, prepareAlone } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'
import { shownThanksFor } from '../../thanks/index.ts'
import { markReaches } from '../read-marks.ts'
import { COPY_LENGTH } from '../rules.ts'
import { UNSAID_MILLISECONDS, UNSAID_READ, UNSAID_SHOWN } from './rules.ts'

/** An answer that helped, and that nobody thanked for where others read it. Without who wrote it. */
export interface Unsaid {
  postId: string
  replyId: string
  words: string
  title: string
  spaceName: string
  language: string
}

interface Row {
  id: string
  post_id: string
  body: string
  title: string
  space_name: string
  language: string
}

// Not what this member wrote, and nothing they could not thank for.
const unsaid = prepareAlone<Asking & { since: Date; limit: number }, Row>(
  'lifting-unsaid',
  (_, p) =>
    sql`select r.id, r.post_id, left(r.body, 1200) as body, p.title, s.name as space_name, r.language
    from reply_marks k
    join replies r on r.community_id = k.community_id and r.id = k.reply_id
    join posts p on p.community_id = k.community_id and p.id = k.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    where k.community_id = ${p.community} and k.created_at > ${p.since} and k.kind = 'helped' and r.author_id <> ${p.member}::uuid
      and (r.unnamed or not ${isRemembered('m')}) and ${markReaches(p)} and not ${shownThanksFor('r')} and ${entryListed(p, 'p')} and ${entryListed(p, 'r')}
    order by k.created_at desc, k.reply_id limit ${p.limit}`,
)

/** What helped lately and was not remarked on: at most three, newest first, one of a thread. */
export async function readUnsaid(house: House, viewer: MemberViewer): Promise<Unsaid[]> {
  const rows = await unsaid(house, {
    community: viewer.communityId,
    member: viewer.memberId,
    since: new Date(house.clock.now().getTime() - UNSAID_MILLISECONDS),
    limit: UNSAID_READ,
  })
  const threads = new Map(rows.map((row) => [row.post_id, row]))
  return [...threads.values()].slice(0, UNSAID_SHOWN).map((row) => ({
    postId: row.post_id,
    replyId: row.id,
    words: plainExcerpt(row.body, COPY_LENGTH),
    title: row.title,
    spaceName: row.space_name,
    language: row.language,
  }))
}

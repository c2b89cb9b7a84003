import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { entryListed, replyPlace } from '../conversation/index.ts'
import { plainExcerpt, prepareAlone } from '../foundation/index.ts'
import type { DigestPart } from '../notices/index.ts'
import { markReaches } from './read-marks.ts'
import { COPIES_SHOWN, QUOTE_IN_LETTER } from './rules.ts'
import { liftingWords as w } from './words.ts'

interface Row {
  id: string
  post_id: string
  body: string
  name: string
  space: string
}

// In what its reader follows, so that no letter goes out for somebody else's thread alone.
const quoted = prepareAlone<Asking & { since: Date; limit: number }, Row>(
  'digest-lifted',
  (_, p) =>
    sql`select r.id, r.post_id, left(r.body, 1200) as body, m.name, s.name as space
    from (select k.reply_id, min(k.created_at) as first from reply_marks k
      where k.community_id = ${p.community} and k.created_at > ${p.since} and (k.kind = 'helped' or k.seldom) and ${markReaches(p)}
      group by k.reply_id) k
    join replies r on r.community_id = ${p.community} and r.id = k.reply_id
    join posts p on p.community_id = r.community_id and p.id = r.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    left join quoting_choices q on q.community_id = r.community_id and q.member_id = r.author_id
    where r.author_id <> ${p.member}::uuid and not r.unnamed and not m.under_18 and m.status = 'active'
      and s.kind not in ('support', 'family') and s.visibility <> 'invited'
      and (q.quoting = 'always' or (q.quoting is distinct from 'never'
        and exists (select from quoted_replies y where y.community_id = r.community_id and y.reply_id = r.id)))
      and exists (select from follows f where f.community_id = r.community_id and f.member_id = ${p.member}::uuid and f.wanted
        and f.target_id in (p.id, p.space_id))
      and ${entryListed(p, 'p')} and ${entryListed(p, 'r')}
    order by k.first, r.id limit ${p.limit}`,
)

/** What was lifted in what somebody follows, in its writer's words where they agreed. */
export const liftedInDigest: DigestPart = {
  name: 'lifted',
  heading: w.digestTitle,
  async load(house, viewer, since, limit) {
    const asking = { community: viewer.communityId, member: viewer.memberId }
    const rows = await quoted(house, { ...asking, since, limit: Math.min(limit, COPIES_SHOWN) })
    return rows.flatMap(({ id, post_id, body, name, space }) => {
      const words = plainExcerpt(body, QUOTE_IN_LETTER)
      return words
        ? [{ title: `“${words}”`, href: replyPlace(post_id, id), about: `${name} · ${space}` }]
        : []
    })
  },
}

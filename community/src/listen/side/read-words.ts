import { sql } from 'kysely'
import { entryListed } from '../../conversation/index.ts'
import { type House, type MemberViewer, prepare } from '../../foundation/index.ts'
import type { SaidEntry } from './sentences.ts'

interface Row {
  id: string
  is_reply: boolean
  mine: boolean
  body: string
  language: string
  created_at: Date
  answers_other: boolean
}

/** Entries of each of two people in one thread that are looked at: the last ones. */
const ENTRIES_EACH = 60

interface Params {
  community: string
  member: string
  other: string
  post: string
  limit: number
}

/**
 * What a viewer and somebody else wrote in one thread, as the viewer may read it. What stands without a name is nobody's but
 * the viewer's own, and an answer to it is an answer to nobody.
 */
const twoInThread = prepare<Params, Row>('side-words', (_, p) => {
  const whose = (author: typeof p.member) =>
    sql`(select r.id, true as is_reply, r.author_id, r.body, r.language, r.created_at,
      case when r.parent_id is null then case when p.unnamed and p.author_id <> ${p.member}::uuid then null else p.author_id end
        else (select case when a.unnamed and a.author_id <> ${p.member}::uuid then null else a.author_id end
          from replies a where a.community_id = r.community_id and a.id = r.parent_id) end as answers
      from here p join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join replies r on r.community_id = p.community_id and r.post_id = p.id
      where r.author_id = ${author}::uuid and (not r.unnamed or r.author_id = ${p.member}::uuid) and ${entryListed(p, 'r')}
      order by r.id desc limit ${p.limit})`
  return sql`with here as (
      select p.* from posts p join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where p.community_id = ${p.community} and p.id = ${p.post} and ${entryListed(p, 'p')}),
    said as (
      select p.id, false as is_reply, p.author_id, p.body, p.language, p.created_at, null::uuid as answers from here p
        where p.author_id in (${p.member}::uuid, ${p.other}::uuid) and (not p.unnamed or p.author_id = ${p.member}::uuid)
      union all ${whose(p.member)} union all ${whose(p.other)})
    select id, is_reply, author_id = ${p.member}::uuid as mine, body, language, created_at,
      coalesce(answers = case when author_id = ${p.member}::uuid then ${p.other}::uuid else ${p.member}::uuid end, false) as answers_other
    from said order by created_at, id`
})

/** What the two wrote, each in the order of writing. */
export interface TwoInThread {
  theirs: SaidEntry[]
  mine: SaidEntry[]
}

const entry = (row: Row): SaidEntry => ({
  id: row.id,
  isReply: row.is_reply,
  language: row.language,
  body: row.body,
  at: row.created_at,
  answersOther: row.answers_other,
})

export async function readTwo(
  house: House,
  { communityId, memberId }: MemberViewer,
  postId: string,
  otherId: string,
): Promise<TwoInThread> {
  const rows = await twoInThread(house, {
    community: communityId,
    member: memberId,
    other: otherId,
    post: postId,
    limit: ENTRIES_EACH,
  })
  return {
    theirs: rows.filter(({ mine }) => !mine).map(entry),
    mine: rows.filter(({ mine }) => mine).map(entry),
  }
}

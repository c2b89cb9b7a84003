import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, lowestIdAt, prepare } from '../foundation/index.ts'
import type { DigestLine, DigestPart } from '../notices/index.ts'
import { conversationNoticeWords as w } from './notice-words.ts'
import { asking } from './read-entry.ts'
import { entryListed, entryVisible } from './visibility.ts'

interface Row {
  id: string
  title: string
  space: string
}

type Params = Asking & { after: string; since: Date; limit: number }

/** Walks from what somebody follows to its newest posts, so that the size of the place does not matter. */
const posts = prepare<Params, Row>('digest-posts', (_, p) => {
  const mine = sql`f.community_id = ${p.community} and f.member_id = ${p.member}::uuid and f.wanted`
  const newest = sql`p.id > ${p.after}::uuid and p.deleted_at is null order by p.id desc limit ${p.limit}`
  return sql`with near as (
      select p.id from follows f cross join lateral (
        select p.id from posts p where p.community_id = f.community_id and p.space_id = f.target_id and ${newest}) p
      where f.kind = 'space' and ${mine}
      union
      select p.id from follows f cross join lateral (
        select p.id from posts p where p.community_id = f.community_id and p.author_id = f.target_id and not p.unnamed and ${newest}) p
      where f.kind = 'member' and ${mine}
      union
      select p.id from posts p where p.community_id = ${p.community} and p.released_at > ${p.since}
        and exists (select from follows f where ${mine} and (f.target_id = p.space_id or (f.target_id = p.author_id and not p.unnamed))))
    select p.id, p.title, s.name as space
    from near n
    join posts p on p.community_id = ${p.community} and p.id = n.id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where p.author_id <> ${p.member}::uuid and greatest(p.created_at, p.released_at) > ${p.since} and ${entryListed(p, 'p')}
      and not exists (select from read_marks k where k.community_id = p.community_id and k.member_id = ${p.member}::uuid and k.post_id = p.id)
    order by p.id desc limit ${p.limit}`
})

/** A thread has an answer by somebody else, younger than both the last digest and the last reading. */
const answered = (p: Params, time: RawBuilder<unknown>) => sql<boolean>`exists (
  select from replies r where r.community_id = p.community_id and r.post_id = p.id and ${time} > greatest(${p.since}, k.read_at)
    and r.author_id <> ${p.member}::uuid and ${entryListed(p, 'r')})`

const threads = prepare<Params, Row>(
  'digest-threads',
  (_, p) =>
    sql`select p.id, p.title, s.name as space
    from follows f
    join posts p on p.community_id = f.community_id and p.id = f.target_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    left join read_marks k on k.community_id = f.community_id and k.member_id = f.member_id and k.post_id = p.id
    where f.community_id = ${p.community} and f.member_id = ${p.member}::uuid and f.kind = 'post' and f.wanted
      and p.active_at > ${p.since} and p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')}
      and (${answered(p, sql`r.id > ${p.after}::uuid and r.created_at`)} or ${answered(p, sql`r.released_at`)})
    order by p.active_at desc limit ${p.limit}`,
)

function part(name: string, heading: DigestPart['heading'], query: typeof posts): DigestPart {
  return {
    name,
    heading,
    async load(house: House, viewer, since, limit): Promise<DigestLine[]> {
      const rows = await query(house, { ...asking(viewer), after: lowestIdAt(since.getTime()), since, limit })
      return rows.map((row) => ({ title: row.title, href: `/posts/${row.id}`, about: row.space }))
    },
  }
}

/** What is new in what somebody follows and has not read: titles and links. */
export const conversationDigest: readonly DigestPart[] = [
  part('posts', w.digestPosts, posts),
  part('threads', w.digestThreads, threads),
]

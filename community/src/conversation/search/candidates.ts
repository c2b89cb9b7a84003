import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../../bounds/index.ts'
import { prepareAlone } from '../../foundation/index.ts'
import { entryListed, entryVisible } from '../visibility.ts'
import { RANKED, WALK } from './rules.ts'

/** What every step of a search is asked with. */
export interface Reach extends Asking {
  query: string | null
  space: string | null
  author: string | null
  /** True for answers, false for posts, null for both. */
  replies: boolean | null
  from: Date
  time: Date
  id: string
}

export interface Candidate {
  id: string
  written_at: Date
}

/** Which list by time is walked: the narrowest one there is. */
export type Path = 'all' | 'posts' | 'space' | 'author'

export function pathOf(reach: Pick<Reach, 'author' | 'space' | 'replies'>): Path {
  return reach.author ? 'author' : reach.space ? 'space' : reach.replies === false ? 'posts' : 'all'
}

/**
 * A row `w` of search_entries as this asker may find it. Visitors do not find what members under 18 wrote
 * with their name.
 */
const found = (p: Asking) => sql<boolean>`case when w.is_reply then exists (
    select from replies r
    join posts t on t.community_id = r.community_id and t.id = r.post_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where r.community_id = ${p.community} and r.id = w.entry_id and ${entryListed(p, 'r')}
      and t.deleted_at is null and t.hidden_at is null and ${entryVisible(p, 't')} and ${grownUp(p, 'r')})
  else exists (
    select from posts t
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where t.community_id = ${p.community} and t.id = w.entry_id and ${entryListed(p, 't')} and ${grownUp(p, 't')}) end`

const grownUp = (
  p: Asking,
  entry: string,
) => sql<boolean>`(${p.member}::uuid is not null or ${sql.ref(entry)}.unnamed or not exists (
    select from members u where u.community_id = ${p.community} and u.id = ${sql.ref(entry)}.author_id and u.under_18))`

const narrow: Record<Path, (p: Reach) => RawBuilder<boolean>> = {
  all: () => sql`true`,
  posts: () => sql`not e.is_reply`,
  space: (p) => sql`e.space_id = ${p.space}::uuid`,
  author: (p) => sql`e.author_id = ${p.author}::uuid`,
}

const older = (p: Reach) => sql<boolean>`e.community_id = ${p.community}
  and (e.written_at, e.entry_id) < (${p.time}, ${p.id}::uuid) and e.written_at >= ${p.from}`

const filters = (
  p: Reach,
  row: string,
) => sql<boolean>`(${p.space}::uuid is null or ${sql.ref(row)}.space_id = ${p.space}::uuid)
  and (${p.replies}::boolean is null or ${sql.ref(row)}.is_reply = ${p.replies}::boolean)`

/** The newest few thousand, one after the other until there are enough: what is common is found at once. */
const walk = (path: Path) =>
  prepareAlone<Reach & { wanted: number }, Candidate>(
    `search-walk-${path}`,
    (_, p) =>
      sql`select w.entry_id as id, w.written_at
      from (select e.entry_id, e.is_reply, e.space_id, e.written_at, e.words from search_entries e
        where ${older(p)} and ${narrow[path](p)}
        order by e.written_at desc, e.entry_id desc limit ${sql.lit(WALK)}) w
      where (${p.query}::text is null or w.words @@ ${p.query}::tsquery) and ${filters(p, 'w')} and ${found(p)}
      order by w.written_at desc, w.entry_id desc limit ${p.wanted}`,
  )

/** Where the walk ended; nothing when it saw all there is. */
const walkEnd = (path: Path) =>
  prepareAlone<Reach, Candidate>(
    `search-walk-end-${path}`,
    (_, p) =>
      sql`select e.entry_id as id, e.written_at from search_entries e where ${older(p)} and ${narrow[path](p)}
      order by e.written_at desc, e.entry_id desc offset ${sql.lit(WALK - 1)} limit 1`,
  )

const each = <Made>(make: (path: Path) => Made): Record<Path, Made> => ({
  all: make('all'),
  posts: make('posts'),
  space: make('space'),
  author: make('author'),
})
export const walks = each(walk)
export const walkEnds = each(walkEnd)

/** Through the index of words, the newest of one stretch of time, before asking who may see them. */
export const stretch = prepareAlone<Reach, Candidate>(
  'search-stretch',
  (_, p) =>
    sql`with matching as materialized (
      select e.entry_id as id, e.written_at from search_entries e
      where e.words @@ ${p.query}::tsquery and ${older(p)} and ${filters(p, 'e')})
    select id, written_at from matching order by written_at desc, id desc limit ${sql.lit(RANKED)}`,
)

/** Which of some candidates this asker may find, in the same order. */
export const findable = prepareAlone<Asking & { ids: string[]; wanted: number }, Candidate>(
  'search-findable',
  (_, p) =>
    sql`select w.entry_id as id, w.written_at
    from (select e.entry_id, e.is_reply, e.written_at from unnest(${p.ids}::uuid[]) with ordinality given (id, place)
      join search_entries e on e.community_id = ${p.community} and e.entry_id = given.id order by place limit ${sql.lit(RANKED)}) w
    where ${found(p)}
    limit ${p.wanted}`,
)

/** How well candidates fit. Short texts about it come before long ones that mention it; titles count most. */
export const ranks = prepareAlone<
  { community: string; ids: string[]; query: string },
  { id: string; rank: number }
>(
  'search-ranks',
  (_, p) =>
    sql`select e.entry_id as id, round(1000000 * ts_rank(e.words, ${p.query}::tsquery, 1))::integer as rank
    from search_entries e where e.community_id = ${p.community} and e.entry_id = any(${p.ids}::uuid[])`,
)

export const oldest = prepareAlone<{ community: string }, { written_at: Date }>(
  'search-oldest',
  (_, p) =>
    sql`select written_at from search_entries where community_id = ${p.community} order by written_at, entry_id limit 1`,
)

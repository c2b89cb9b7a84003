import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith } from '../bounds/index.ts'
import { entryListed, entryVisible } from '../conversation/index.ts'
import { type House, type PageContext, plainExcerpt, prepare, type Viewer } from '../foundation/index.ts'
import { readerId, type SpaceKind, type SpaceVisibility } from '../spaces/index.ts'
import { COPY_LENGTH, liftedOf, type Mark, type Marked, type Quoting } from './rules.ts'

/** A copy of an answer, as one reader may see it. */
export interface Copy {
  replyId: string
  postId: string
  words: string
  language: string
  /** Undefined where it stands without a name. */
  author: { name: string; handle: string } | undefined
  mine: boolean
  why: Mark
  /** Who said that it helped; undefined where they asked without a name. */
  askedBy: string | undefined
  /** For its author: whether letters may quote it, and whether there is anything to ask. */
  quote: 'asked' | 'quoted' | 'silent'
}

/** What is marked in a thread: the copies at its top, and one's own marks by reply. */
export interface ThreadMarks {
  copies: Copy[]
  mine: Map<string, ReadonlySet<Mark>>
}

/**
 * A mark reaches nobody on the other side of a block or mute of its writer, nor who is on the other side of a block from
 * its giver. One without a name does not depend on either: whether it lifts would say who gave it.
 */
export function markReaches(asking: Asking, mark = 'k'): RawBuilder<boolean> {
  const k = sql.ref(mark)
  return sql<boolean>`(${k}.nameless or (${noBlockWith(asking, sql`${k}.marker_id`)}
    and not exists (select from mutes u where u.community_id = ${k}.community_id and u.muter_id = ${k}.writer_id and u.muted_id = ${k}.marker_id)
    and not exists (select from blocks b where b.community_id = ${k}.community_id
      and ((b.blocker_id = ${k}.writer_id and b.blocked_id = ${k}.marker_id) or (b.blocker_id = ${k}.marker_id and b.blocked_id = ${k}.writer_id)))))`
}

/** Spaces from which letters quote nobody: people show more of themselves there. */
export const quotableSpace = (space: { kind: SpaceKind; visibility: SpaceVisibility }): boolean =>
  space.kind !== 'support' && space.kind !== 'family' && space.visibility !== 'invited'

interface Row {
  reply_id: string
  helped: boolean
  helped_seldom: boolean
  kind_seldom: boolean
  mine_helped: boolean
  mine_kind: boolean
  listed: boolean
  author_id: string
  unnamed: boolean
  body: string
  language: string
  name: string
  handle: string
  asked_by: string | null
  quoting: Quoting | null
  quoted: boolean
  kind: SpaceKind
  visibility: SpaceVisibility
}

/** More marked answers than this are no help to anybody; one's own come first, so that none of those is missed. */
const MOST = 200

const marked = prepare<Asking & { post: string; limit: number }, Row>(
  'lifting-thread',
  (_, p) =>
    sql`with said as materialized (
      select k.reply_id, bool_or(k.kind = 'helped' and r.reaches) as helped, bool_or(k.kind = 'helped' and k.seldom and r.reaches) as helped_seldom,
        bool_or(k.kind = 'kind' and k.seldom and r.reaches) as kind_seldom,
        coalesce(bool_or(k.kind = 'helped' and k.marker_id = ${p.member}::uuid), false) as mine_helped,
        coalesce(bool_or(k.kind = 'kind' and k.marker_id = ${p.member}::uuid), false) as mine_kind
      from reply_marks k cross join lateral (select ${markReaches(p)} as reaches) r
      where k.community_id = ${p.community} and k.post_id = ${p.post}
      group by k.reply_id)
    select said.*, ${entryListed(p, 'r')} as listed, r.author_id, r.unnamed, left(r.body, 1200) as body, r.language, m.name, m.handle,
      case when p.unnamed then null else a.name end as asked_by, q.quoting, y.reply_id is not null as quoted, s.kind, s.visibility
    from said
    join replies r on r.community_id = ${p.community} and r.id = said.reply_id
    join posts p on p.community_id = r.community_id and p.id = r.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    join members a on a.community_id = p.community_id and a.id = p.author_id
    left join quoting_choices q on q.community_id = r.community_id and q.member_id = r.author_id and r.author_id = ${p.member}::uuid
    left join quoted_replies y on y.community_id = r.community_id and y.reply_id = r.id
    where ${entryVisible(p, 'p')} and ${entryVisible(p, 'r')}
    order by (said.mine_helped or said.mine_kind) desc, said.helped desc, said.reply_id
    limit ${p.limit}`,
)

function quoteOf(row: Row, viewer: Viewer): Copy['quote'] {
  if (row.author_id !== viewer.memberId || row.unnamed || viewer.under18 || !quotableSpace(row))
    return 'silent'
  if (row.quoted) return 'quoted'
  return (row.quoting ?? 'ask') === 'ask' ? 'asked' : 'silent'
}

function copyOf(row: Row, postId: string, viewer: Viewer): Copy {
  return {
    replyId: row.reply_id,
    postId,
    words: plainExcerpt(row.body, COPY_LENGTH),
    language: row.language,
    author: row.unnamed ? undefined : { name: row.name, handle: row.handle },
    mine: row.author_id === viewer.memberId,
    why: row.helped ? 'helped' : 'kind',
    askedBy: row.asked_by ?? undefined,
    quote: quoteOf(row, viewer),
  }
}

function marksOf(row: Row): ReadonlySet<Mark> {
  const mine = new Set<Mark>()
  if (row.mine_helped) mine.add('helped')
  if (row.mine_kind) mine.add('kind')
  return mine
}

/** What is marked in a thread, for one reader. Costs one query that finds nothing where nothing is marked. */
export async function readMarks(house: House, viewer: Viewer, postId: string): Promise<ThreadMarks> {
  const asking = { community: viewer.communityId, member: readerId(viewer) }
  const rows = await marked(house, { ...asking, post: postId, limit: MOST })
  const able = rows
    .filter(({ listed, body }) => listed && plainExcerpt(body, 1) !== '')
    .map((row): Marked & { row: Row } => ({
      row,
      replyId: row.reply_id,
      writerId: row.unnamed ? undefined : row.author_id,
      helped: row.helped,
      helpedSeldom: row.helped_seldom,
      kindSeldom: row.kind_seldom,
    }))
  return {
    copies: liftedOf(able).map(({ row }) => copyOf(row, postId, viewer)),
    mine: new Map(rows.map((row) => [row.reply_id, marksOf(row)])),
  }
}

const onPage = new WeakMap<PageContext, Promise<ThreadMarks>>()

/** The same for a page of a thread, which asks in several of its places. */
export function marksOnPage(house: House, page: PageContext, postId: string): Promise<ThreadMarks> {
  const known = onPage.get(page) ?? readMarks(house, page.viewer, postId)
  onPage.set(page, known)
  return known
}

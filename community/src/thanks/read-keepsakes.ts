import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith } from '../bounds/index.ts'
import { entryVisible } from '../conversation/index.ts'
import { type House, type MemberViewer, prepare } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'
import { type Gift, gifts, type Showing } from './rules.ts'

/** Something somebody was given, as they alone keep it. */
export interface Keepsake {
  id: string
  gift: Gift
  passage: string
  words: string
  /** What it was for, of the community's values. */
  valueName: string | null
  showing: Showing
  giver: { handle: string; name: string }
  /** Null where it was for an act, or for being there. */
  postId: string | null
  replyId: string | null
  /** Undefined where the thread is no longer for them. */
  title: string | undefined
  answered: boolean
  createdAt: Date
}

interface Row {
  id: string
  kind: Gift
  passage: string
  words: string
  value_name: string | null
  showing: Showing
  giver_handle: string
  giver_name: string
  post_id: string | null
  reply_id: string | null
  title: string | null
  answered: boolean
  created_at: Date
}

/** Which of them: what is kept, what waits of people one has not talked with, what was put away. */
export type Shelf = 'kept' | 'waiting' | 'away'

interface Looking extends Asking {
  before: string
  limit: number
  /** A pattern for `ilike`. */
  like: string
  kinds: readonly Gift[]
}

const shelves: Record<Shelf, RawBuilder<boolean>> = {
  kept: sql`(t.reach = 'reached' and t.put_away_at is null)`,
  waiting: sql`(t.reach = 'waits' and t.put_away_at is null)`,
  away: sql`(t.reach <> 'stopped' and t.put_away_at is not null)`,
}

const onShelf = (shelf: Shelf) =>
  prepare<Looking, Row>(
    `keepsakes-${shelf}`,
    (_, p) =>
      sql`select * from (
        select t.id, t.kind, t.passage, t.words, t.value_name, t.showing, g.handle as giver_handle, g.name as giver_name, t.post_id, t.reply_id,
          t.created_at, t.answered_at is not null as answered,
          case when p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')} then p.title end as title
        from thanks t
        join members g on g.community_id = t.community_id and g.id = t.giver_id
        left join posts p on p.community_id = t.community_id and p.id = t.post_id
        left join spaces s on s.community_id = p.community_id and s.id = p.space_id
        where t.community_id = ${p.community} and t.receiver_id = ${p.member}::uuid and t.taken_back_at is null and t.hidden_at is null
          and ${shelves[shelf]} and t.id < ${p.before}::uuid and t.kind = any(${p.kinds}::text[]) and ${noBlockWith(p, sql`t.giver_id`)}
      ) k
      where k.words ilike ${p.like} or k.giver_name ilike ${p.like} or k.title ilike ${p.like} or k.passage ilike ${p.like} or k.value_name ilike ${p.like}
      order by k.id desc
      limit ${p.limit}`,
  )
const pages = { kept: onShelf('kept'), waiting: onShelf('waiting'), away: onShelf('away') }

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const literally = (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`

export interface KeepsakeQuery {
  shelf?: Shelf
  /** A name or a word. */
  find?: string
  kinds?: readonly Gift[]
  before?: string | undefined
  limit: number
}

/** What a member was given, latest first. For them alone, and without a total. */
export async function readKeepsakes(
  house: House,
  viewer: MemberViewer,
  query: KeepsakeQuery,
): Promise<{ keepsakes: Keepsake[]; next: string | undefined }> {
  const asking = { community: viewer.communityId, member: readerId(viewer) }
  const { before = LAST, limit, find = '', kinds = gifts } = query
  const like = literally(find)
  const rows = await pages[query.shelf ?? 'kept'](house, { ...asking, before, limit: limit + 1, like, kinds })
  const keepsakes = rows.slice(0, limit).map((row) => ({
    id: row.id,
    gift: row.kind,
    passage: row.passage,
    words: row.words,
    valueName: row.value_name,
    showing: row.showing,
    giver: { handle: row.giver_handle, name: row.giver_name },
    postId: row.post_id,
    replyId: row.reply_id,
    title: row.title ?? undefined,
    answered: row.answered,
    createdAt: row.created_at,
  }))
  return { keepsakes, next: rows.length > keepsakes.length ? keepsakes.at(-1)!.id : undefined }
}

/** Whether something waits of people this member has not talked with. */
export async function anyWaiting(house: House, viewer: MemberViewer): Promise<boolean> {
  const { keepsakes } = await readKeepsakes(house, viewer, { shelf: 'waiting', limit: 1 })
  return keepsakes.length > 0
}

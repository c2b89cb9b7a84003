import { sql } from 'kysely'
import { type Asking, noBlockWith } from '../bounds/index.ts'
import { entryVisible } from '../conversation/index.ts'
import { type House, type MemberViewer, prepare } from '../foundation/index.ts'
import { readerId } from '../spaces/index.ts'
import type { Showing } from './rules.ts'

/** A thanks somebody was given, as they alone keep it. */
export interface Keepsake {
  id: string
  words: string
  showing: Showing
  giver: { handle: string; name: string }
  postId: string
  replyId: string | null
  /** Undefined where the thread is no longer for them. */
  title: string | undefined
  createdAt: Date
}

interface Row {
  id: string
  words: string
  showing: Showing
  giver_handle: string
  giver_name: string
  post_id: string
  reply_id: string | null
  title: string | null
  created_at: Date
}

const page = prepare<Asking & { before: string; limit: number }, Row>(
  'keepsakes',
  (_, p) =>
    sql`select t.id, t.words, t.showing, g.handle as giver_handle, g.name as giver_name, t.post_id, t.reply_id, t.created_at,
      case when p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')} then p.title end as title
    from thanks t
    join members g on g.community_id = t.community_id and g.id = t.giver_id
    join posts p on p.community_id = t.community_id and p.id = t.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where t.community_id = ${p.community} and t.receiver_id = ${p.member}::uuid and t.taken_back_at is null
      and t.id < ${p.before}::uuid and ${noBlockWith(p, sql`t.giver_id`)}
    order by t.id desc
    limit ${p.limit}`,
)

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What a member was thanked for, latest first. For them alone, and without a total. */
export async function readKeepsakes(
  house: House,
  viewer: MemberViewer,
  options: { before?: string | undefined; limit: number },
): Promise<{ keepsakes: Keepsake[]; next: string | undefined }> {
  const asking = { community: viewer.communityId, member: readerId(viewer) }
  const rows = await page(house, { ...asking, before: options.before ?? LAST, limit: options.limit + 1 })
  const keepsakes = rows.slice(0, options.limit).map((row) => ({
    id: row.id,
    words: row.words,
    showing: row.showing,
    giver: { handle: row.giver_handle, name: row.giver_name },
    postId: row.post_id,
    replyId: row.reply_id,
    title: row.title ?? undefined,
    createdAt: row.created_at,
  }))
  return { keepsakes, next: rows.length > keepsakes.length ? keepsakes.at(-1)!.id : undefined }
}

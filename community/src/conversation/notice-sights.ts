import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, type MemberViewer, plainExcerpt, prepare } from '../foundation/index.ts'
import type { Notice, NoticeSight } from '../notices/index.ts'
import type { SpaceKind, SpaceVisibility } from '../spaces/index.ts'
import { asking } from './read-entry.ts'
import { entryListed, entryVisible } from './visibility.ts'

interface Row {
  place: number
  post_id: string
  reply_id: string | null
  title: string
  who: string | null
  kind: SpaceKind
  visibility: SpaceVisibility
  body: string
}

const EXCERPT = 320

const entries = prepare<Asking & { posts: (string | null)[]; replies: (string | null)[] }, Row>(
  'notice-entries',
  (_, p) =>
    sql`select w.place::int as place, p.id as post_id, r.id as reply_id, p.title, s.kind, s.visibility,
      case when coalesce(r.unnamed, p.unnamed) then null else m.name end as who, left(coalesce(r.body, p.body), 1200) as body
    from unnest(${p.posts}::uuid[], ${p.replies}::uuid[]) with ordinality as w (post_id, reply_id, place)
    join posts p on p.community_id = ${p.community} and p.id = w.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    left join replies r on r.community_id = p.community_id and r.post_id = p.id and r.id = w.reply_id
    join members m on m.community_id = p.community_id and m.id = coalesce(r.author_id, p.author_id)
    where p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')}
      and case when w.reply_id is null then ${entryListed(p, 'p')} else r.id is not null and ${entryListed(p, 'r')} end`,
)

/** Words of a support or family space, or of one for invited people, stay there: a letter has title and link. */
export function mayTravel(space: { kind: SpaceKind; visibility: SpaceVisibility }): boolean {
  return space.visibility !== 'invited' && space.kind !== 'support' && space.kind !== 'family'
}

function sight(row: Row): NoticeSight {
  const href = row.reply_id
    ? `/posts/${row.post_id}?reply=${row.reply_id}#r-${row.reply_id}`
    : `/posts/${row.post_id}`
  const words = mayTravel(row) ? plainExcerpt(row.body, EXCERPT) : ''
  return { who: row.who ?? undefined, title: row.title, href, ...(words ? { wordsByMail: words } : {}) }
}

/** What a member may be shown of posts and answers that notices are about. */
export async function entrySights(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  const rows = await entries(house, {
    ...asking(viewer),
    posts: notices.map((notice) => notice.postId),
    replies: notices.map((notice) => notice.replyId),
  })
  return new Map(rows.map((row) => [notices[row.place - 1]!.id, sight(row)]))
}

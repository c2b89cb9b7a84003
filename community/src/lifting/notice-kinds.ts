import { sql } from 'kysely'
import { type Asking, unreachableFor } from '../bounds/index.ts'
import { entryPlace, entryVisible } from '../conversation/index.ts'
import { prepare } from '../foundation/index.ts'
import type { NoticeKind } from '../notices/index.ts'
import { markReaches } from './read-marks.ts'
import { liftingWords as w } from './words.ts'

interface Row {
  reply_id: string
  post_id: string
  title: string
  who: string | null
}

const helped = prepare<Asking & { ids: string[] }, Row>(
  'notice-helped',
  (_, p) =>
    sql`select k.reply_id, k.post_id, p.title, case when p.unnamed then null else m.name end as who
    from reply_marks k
    join replies r on r.community_id = k.community_id and r.id = k.reply_id
    join posts p on p.community_id = k.community_id and p.id = k.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = k.community_id and m.id = k.marker_id
    where k.community_id = ${p.community} and k.reply_id = any(${p.ids}::uuid[]) and k.kind = 'helped' and k.writer_id = ${p.member}::uuid
      and r.deleted_at is null and p.deleted_at is null and ${markReaches(p)} and ${entryVisible(p, 'r')} and ${entryVisible(p, 'p')}`,
)

/** "Mira said that your answer helped". That something was kind is told to nobody: it stands in the thread. */
export const helpedNotice: NoticeKind = {
  name: 'helped',
  label: w.noticeLabel,
  says: w.noticeSays,
  eventKinds: ['reply-helped'],
  usually: 'place',
  mail: 'daily',
  async receivers(house, { communityId, actorId, memberId, postId, replyId }) {
    if (!memberId || !actorId || !postId || !replyId) return []
    const { rows } = await sql<{ nameless: boolean }>`
      select k.nameless from reply_marks k where k.community_id = ${communityId} and k.reply_id = ${replyId} and k.marker_id = ${actorId}
        and k.kind = 'helped'`.execute(house.db)
    if (!rows[0]) return []
    if (rows[0].nameless) return [memberId]
    const unreachable = await unreachableFor(house.db, communityId, actorId, [memberId])
    return unreachable.has(memberId) ? [] : [memberId]
  },
  together: (event) => `helped ${event.replyId}`,
  async load(house, viewer, notices) {
    const ids = notices.flatMap(({ replyId }) => (replyId ? [replyId] : []))
    const asking = { community: viewer.communityId, member: viewer.memberId }
    const rows = new Map((await helped(house, { ...asking, ids })).map((row) => [row.reply_id, row]))
    return new Map(
      notices.flatMap(({ id, replyId }) => {
        const row = rows.get(replyId ?? '')
        if (!row) return []
        return [
          [id, { who: row.who ?? undefined, title: row.title, href: entryPlace(row.post_id, row.reply_id) }],
        ]
      }),
    )
  },
}

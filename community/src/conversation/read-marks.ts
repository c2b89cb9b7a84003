import { sql } from 'kysely'
import { afterAnswer, type House, isMember, prepareAlone, type Viewer } from '../foundation/index.ts'
import { nextMark, type ReadMark } from './rules.ts'
import type { PostView } from './views.ts'

// Two windows may finish in any order: the mark never moves back.
const writeMark = prepareAlone<
  { community: string; member: string; post: string; readAt: Date; since: Date },
  never
>(
  'read-mark',
  (_, p) =>
    sql`insert into read_marks as m (community_id, member_id, post_id, read_at, since)
      values (${p.community}, ${p.member}, ${p.post}, ${p.readAt}, ${p.since})
      on conflict (community_id, member_id, post_id) do update
        set read_at = excluded.read_at, since = excluded.since
        where m.read_at < excluded.read_at`,
)

/** Remembers, after the page was sent, that a member read a thread. Writes only where something new stands in it. */
export function rememberReading(house: House, viewer: Viewer, post: PostView): void {
  if (!isMember(viewer) || viewer.waiting) return
  const mark: ReadMark | undefined = nextMark(post.reader.mark, post.activeAt, house.clock.now())
  if (!mark) return
  const where = { community: viewer.communityId, member: viewer.memberId, post: post.id }
  afterAnswer(house, 'read-mark', () => writeMark(house, { ...where, ...mark }))
}

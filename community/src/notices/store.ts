import { sql } from 'kysely'
import {
  type Db,
  type DbOrTrx,
  type House,
  newId,
  prepare,
  type StoredEvent,
  type Trx,
} from '../foundation/index.ts'
import type { Channel, Notice, NoticeKind } from './kinds.ts'

export interface NoticeRow {
  id: string
  member_id: string
  kind: string
  event_id: string
  post_id: string | null
  reply_id: string | null
  space_id: string | null
  subject_id: string | null
  together: string
  created_at: Date
  read_at: Date | null
}

export interface KeptNotice extends Notice {
  memberId: string
  together: string
  isNew: boolean
}

export function noticeFromRow(row: NoticeRow): KeptNotice {
  return {
    id: row.id,
    memberId: row.member_id,
    kind: row.kind,
    eventId: row.event_id,
    postId: row.post_id,
    replyId: row.reply_id,
    spaceId: row.space_id,
    subjectId: row.subject_id,
    together: row.together,
    createdAt: row.created_at,
    isNew: row.read_at === null,
  }
}

const news = prepare<{ community: string; member: string }, { news: boolean }>(
  'notices-news',
  (_, p) =>
    sql`select exists(select from notices where community_id = ${p.community} and member_id = ${p.member} and read_at is null) as news`,
)

/** Has anything reached this member that they have not seen? */
export async function hasNews(
  house: Pick<House, 'db' | 'reads'>,
  communityId: string,
  memberId: string,
): Promise<boolean> {
  return (await news(house, { community: communityId, member: memberId }))[0]!.news
}

/** Adds notices of one event. @returns who was not told of it before */
export async function addNotices(
  trx: Trx,
  kind: NoticeKind,
  event: StoredEvent,
  memberIds: readonly string[],
): Promise<string[]> {
  if (memberIds.length === 0) return []
  const time = event.createdAt.getTime()
  const rows = await trx
    .insertInto('notices')
    .values(
      memberIds.map((member_id) => ({
        community_id: event.communityId,
        member_id,
        id: newId(time),
        kind: kind.name,
        event_id: event.id,
        post_id: event.postId,
        reply_id: event.replyId,
        space_id: event.spaceId,
        subject_id: event.subjectId,
        together: kind.together(event),
        once: kind.once?.(event) ?? `${kind.name} ${event.id}`,
        created_at: event.createdAt,
        read_at: null,
        mailed_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id', 'once']).doNothing())
    .returning('member_id')
    .execute()
  return rows.map((row) => row.member_id)
}

interface GroupRow extends NoticeRow {
  latest: string
}

/** Enough for a line that names two people and says "and others". */
const SHOWN_OF_A_GROUP = 12

const groups = prepare<{ community: string; member: string; before: string; limit: number }, GroupRow>(
  'notices-page',
  (_, p) =>
    sql`with lines as materialized (
      select together, max(id::text) as latest from notices
      where community_id = ${p.community} and member_id = ${p.member}
      group by together
      having max(id::text) < ${p.before}
      order by latest desc limit ${p.limit})
    select l.latest, n.* from lines l
    cross join lateral (
      select id, member_id, kind, event_id, post_id, reply_id, space_id, subject_id, together, created_at, read_at from notices
      where community_id = ${p.community} and member_id = ${p.member} and together = l.together
      order by read_at is null desc, id desc limit ${SHOWN_OF_A_GROUP}) n
    order by l.latest desc, n.read_at is null desc, n.id desc`,
)

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Lines of a member's page, newest first; each holds the notices that read as one, new ones first. */
export async function noticeGroups(
  house: House,
  communityId: string,
  memberId: string,
  before: string | undefined,
  limit: number,
): Promise<KeptNotice[][]> {
  const rows = await groups(house, {
    community: communityId,
    member: memberId,
    before: before ?? LAST,
    limit,
  })
  const lines = new Map<string, KeptNotice[]>()
  for (const row of rows) lines.set(row.together, [...(lines.get(row.together) ?? []), noticeFromRow(row)])
  return [...lines.values()]
}

/** Marks as seen what came up to a notice, or everything about a post or another thing. */
export async function markSeen(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  what: { upTo: string } | { postId: string } | { subjectId: string },
  now: Date,
): Promise<void> {
  const query = db
    .updateTable('notices')
    .set({ read_at: now })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
  if ('upTo' in what) await query.where('id', '<=', what.upTo).execute()
  else if ('postId' in what) await query.where('post_id', '=', what.postId).execute()
  else await query.where('subject_id', '=', what.subjectId).execute()
}

/** What these members chose for a kind; who is missing left it as it usually is. */
export async function choicesFor(
  db: DbOrTrx,
  communityId: string,
  kind: string,
  memberIds: readonly string[],
): Promise<Map<string, Channel>> {
  if (memberIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notice_choices')
    .select(['member_id', 'channel'])
    .where('community_id', '=', communityId)
    .where('kind', '=', kind)
    .where('member_id', 'in', [...memberIds])
    .execute()
  return new Map(rows.map((row) => [row.member_id, row.channel]))
}

/** Lets go of old notices, and of the record of letters that no limit asks for any more. */
export async function pruneNotices(db: Db, communityId: string, before: Date): Promise<void> {
  await db
    .deleteFrom('notices')
    .where('community_id', '=', communityId)
    .where('created_at', '<', before)
    .execute()
  await db
    .deleteFrom('notice_letters')
    .where('community_id', '=', communityId)
    .where('sent_at', '<', before)
    .execute()
}

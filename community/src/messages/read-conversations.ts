import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { forbidden, type House, type MemberViewer, plainExcerpt, prepare } from '../foundation/index.ts'
import { messagePolicy } from './policy.ts'
import { type ConversationState, LIST_PAGE, rests } from './rules.ts'
import { ownSide, readable } from './visibility.ts'
import { messageErrors } from './words.ts'

/** The other one of a conversation. */
export interface Other {
  id: string
  name: string
  handle: string
  pictureId: string | null
  /** False where they have left. */
  here: boolean
}

/** A conversation in a list. */
export interface ConversationLine {
  id: string
  other: Other
  /** The first words of the newest message. */
  excerpt: string
  /** A steward hid the newest message from this member. */
  hidden: boolean
  language: string
  /** This member wrote it. */
  mine: boolean
  writtenAt: Date
  /** The other wrote something this member has not read. */
  fresh: boolean
  /** This member asked, and nobody has answered. */
  waits: boolean
  lastId: string
}

/** Somebody who would like to write. */
export interface RequestLine {
  id: string
  other: Other
  reason: string
  /** A steward hid it over a report. */
  hidden: boolean
  askedAt: Date
  /** Put off, muted, or unanswered for long. */
  rests: boolean
}

const NONE = '00000000-0000-0000-0000-000000000000'
export const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** Requests on their page; more is a case for "Nobody new". */
const MOST_REQUESTS = 50
const EXCERPT = 140

interface OtherRow {
  other_id: string
  name: string
  handle: string
  picture_id: string | null
  here: boolean
}

export const otherColumns = sql`s.other_id, m.name, m.handle, m.picture_id, (m.status = 'active' and m.account_id is not null) as here`

export const otherOf = (row: OtherRow): Other => ({
  id: row.other_id,
  name: row.name,
  handle: row.handle,
  pictureId: row.picture_id,
  here: row.here,
})

/** @throws KindlingError `closed_here` for members under 18 */
function mustUse(viewer: MemberViewer): void {
  if (!messagePolicy.use(viewer)) throw forbidden('closed_here', messageErrors.closedHere)
}

interface LineRow extends OtherRow {
  id: string
  state: ConversationState
  body: string
  language: string
  author_id: string
  created_at: Date
  fresh: boolean
  hidden: boolean
  last_id: string
}

const lines = prepare<Asking & { before: string; limit: number }, LineRow>(
  'message-list',
  (_, p) =>
    sql`select c.id, c.state, ${otherColumns}, case when ${readable(p, 'l')} then left(l.body, 600) else '' end as body, not ${readable(p, 'l')} as hidden, l.language, l.author_id, l.created_at, s.last_id,
      coalesce(s.theirs_id > coalesce(s.read_id, ${NONE}::uuid), false) as fresh
    from message_sides s
    join message_conversations c on c.community_id = s.community_id and c.id = s.conversation_id
    join members m on m.community_id = s.community_id and m.id = s.other_id
    join messages l on l.community_id = s.community_id and l.conversation_id = s.conversation_id and l.id = s.last_id
    where ${ownSide(p)} and s.last_id < ${p.before}::uuid and (c.state = 'open' or (c.state = 'asked' and c.asked_by = ${p.member}::uuid))
    order by s.last_id desc limit ${p.limit}`,
)

/** Conversations of a member, latest first; requests that wait for their answer are apart. */
export async function readList(
  house: House,
  viewer: MemberViewer,
  options: { before?: string | undefined; limit?: number } = {},
): Promise<{ lines: ConversationLine[]; next: string | undefined }> {
  mustUse(viewer)
  const limit = options.limit ?? LIST_PAGE
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const rows = await lines(house, { ...asking, before: options.before ?? LAST, limit: limit + 1 })
  const found = rows.slice(0, limit).map((row) => ({
    id: row.id,
    other: otherOf(row),
    excerpt: plainExcerpt(row.body, EXCERPT),
    hidden: row.hidden,
    language: row.language,
    mine: row.author_id === viewer.memberId,
    writtenAt: row.created_at,
    fresh: row.fresh,
    waits: row.state === 'asked',
    lastId: row.last_id,
  }))
  return { lines: found, next: rows.length > limit ? found.at(-1)!.lastId : undefined }
}

interface RequestRow extends OtherRow {
  id: string
  reason: string
  asked_at: Date
  rested_at: Date | null
  muted: boolean
  hidden: boolean
}

const requests = prepare<Asking & { limit: number }, RequestRow>(
  'message-requests',
  (_, p) =>
    sql`select c.id, ${otherColumns}, case when ${readable(p, 'l')} then l.reason else '' end as reason, not ${readable(p, 'l')} as hidden, c.asked_at, c.rested_at, exists (select from mutes u
        where u.community_id = s.community_id and u.muter_id = s.member_id and u.muted_id = s.other_id) as muted
    from message_sides s
    join message_conversations c on c.community_id = s.community_id and c.id = s.conversation_id
    join members m on m.community_id = s.community_id and m.id = s.other_id
    join messages l on l.community_id = s.community_id and l.conversation_id = s.conversation_id and l.id = s.last_id
    where ${ownSide(p)} and c.state = 'asked' and c.asked_by <> ${p.member}::uuid and m.status = 'active'
    order by s.last_id desc limit ${p.limit}`,
)

/** Who would like to write to a member, latest first. */
export async function readRequests(house: House, viewer: MemberViewer): Promise<RequestLine[]> {
  mustUse(viewer)
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const rows = await requests(house, { ...asking, limit: MOST_REQUESTS })
  const now = house.clock.now()
  return rows.map((row) => ({
    id: row.id,
    other: otherOf(row),
    reason: row.reason,
    hidden: row.hidden,
    askedAt: row.asked_at,
    rests: row.muted || rests({ askedAt: row.asked_at, restedAt: row.rested_at }, now),
  }))
}

import { sql } from 'kysely'
import { noBlockWith, notMuted, unreachableFor } from '../../bounds/index.ts'
import { followersOf } from '../../conversation/index.ts'
import {
  type House,
  isId,
  isSteward,
  type MemberViewer,
  prepare,
  type StoredEvent,
} from '../../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../../notices/index.ts'
import { spaceVisible } from '../../spaces/index.ts'
import { celebrationAt, OFFICE_PAGE } from './pages-at.ts'
import { celebrationVisible } from './read-celebrations.ts'
import { celebrationById } from './store.ts'
import { celebrationWords as w } from './words.ts'

interface Row {
  notice: string
  id: string
  title: string
  who: string
}

/** The celebration each notice is about, and who did what is told: with it they are out of sight as well. */
const found = prepare<
  { community: string; member: string | null; notices: string[]; celebrations: string[]; events: string[] },
  Row
>(
  'celebration-notices',
  (_, p) => sql`select n.notice, c.id, c.title, a.name as who
    from unnest(${p.notices}::uuid[], ${p.celebrations}::uuid[], ${p.events}::uuid[]) as n (notice, celebration, event)
    join celebrations c on c.community_id = ${p.community} and c.id = n.celebration
    join spaces s on s.community_id = c.community_id and s.id = c.space_id
    join events e on e.community_id = ${p.community} and e.id = n.event
    join members a on a.community_id = ${p.community} and a.id = e.actor_id
    where ${celebrationVisible(p)} and ${noBlockWith(p, sql`a.id`)} and ${notMuted(p, sql`a.id`)}`,
)

async function load(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  const about = notices.filter(({ subjectId }) => subjectId && isId(subjectId))
  const rows = await found(house, {
    community: viewer.communityId,
    member: viewer.memberId,
    notices: about.map(({ id }) => id),
    celebrations: about.map(({ subjectId }) => subjectId!),
    events: about.map(({ eventId }) => eventId),
  })
  return new Map(rows.map(({ notice, id, title, who }) => [notice, { who, title, href: celebrationAt(id) }]))
}

/** Who follows the space and reads it, but for whom a boundary stands between them and whoever opened it. */
async function followers(house: House, event: StoredEvent): Promise<string[]> {
  const { communityId, spaceId, actorId } = event
  if (!spaceId || !actorId) return []
  const follow = await followersOf(house.db, communityId, { spaceId }).execute()
  const theirs = { community: communityId, member: sql.ref('m.id') as unknown as string }
  const { rows } = await sql<{ id: string }>`
    select m.id from members m join spaces s on s.community_id = m.community_id and s.id = ${spaceId}
    where m.community_id = ${communityId} and m.id = any(${follow.map((row) => row.member_id)}::uuid[])
      and m.status = 'active' and ${spaceVisible(theirs)}`.execute(house.db)
  const unreachable = await unreachableFor(
    house.db,
    communityId,
    actorId,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id }) => id).filter((id) => !unreachable.has(id))
}

/** Whom it concerns, where no boundary stands between them and who did it. */
async function toOne(house: House, { communityId, memberId, actorId }: StoredEvent): Promise<string[]> {
  if (!memberId || !actorId) return []
  const unreachable = await unreachableFor(house.db, communityId, actorId, [memberId])
  return unreachable.has(memberId) ? [] : [memberId]
}

/** Stewards, but not whoever wrote it. */
async function stewardsFor(
  house: House,
  { communityId, subjectId, memberId }: StoredEvent,
): Promise<string[]> {
  if (!subjectId || !(await celebrationById(house.db, communityId, subjectId))) return []
  const rows = await house.db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', communityId)
    .where('status', '=', 'active')
    .where('role', 'in', ['steward', 'administrator'])
    .execute()
  return rows.map(({ id }) => id).filter((id) => id !== memberId)
}

const shared = { usually: 'place', mail: 'daily', inDigest: false, load } as const
const together = (name: string) => (event: StoredEvent) => `${name} ${event.subjectId}`

/** That one was opened, that somebody is asked to be named, that others joined, that stewards are asked to look. */
export const celebrationNotices: readonly NoticeKind[] = [
  {
    ...shared,
    name: 'celebrations',
    label: w.noticeOpened,
    says: w.noticeOpenedSays,
    eventKinds: ['celebration-opened'],
    receivers: followers,
    together: together('celebrations'),
    // Whoever is asked to be named hears of it by that.
    once: together('celebration'),
  },
  {
    ...shared,
    name: 'celebration-asked',
    label: w.noticeAsked,
    says: w.noticeAskedSays,
    eventKinds: ['celebration-asked'],
    receivers: toOne,
    together: together('celebration-asked'),
  },
  {
    ...shared,
    name: 'celebration-joined',
    label: w.noticeJoined,
    says: w.noticeJoinedSays,
    eventKinds: ['celebration-joined'],
    receivers: toOne,
    together: together('celebration-joined'),
  },
  {
    ...shared,
    name: 'celebration-reported',
    label: w.noticeReported,
    says: w.noticeReportedSays,
    isFor: isSteward,
    eventKinds: ['celebration-reported'],
    receivers: stewardsFor,
    together: () => 'celebration-reported',
    load: async (_house, _viewer, notices) =>
      new Map(notices.map(({ id }) => [id, { title: '', href: OFFICE_PAGE }])),
  },
]

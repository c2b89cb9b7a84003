import { sql } from 'kysely'
import { type Asking, unreachableFor } from '../../bounds/index.ts'
import { entrySights, followersOf, whoMayRead } from '../../conversation/index.ts'
import {
  type House,
  isId,
  isSteward,
  type MemberViewer,
  prepare,
  type StoredEvent,
} from '../../foundation/index.ts'
import { reachMembers } from '../../members/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../../notices/index.ts'
import { spaceVisible } from '../../spaces/index.ts'
import { occasionOfPost, turnsOf } from './occasion-store.ts'
import { ritualNoticeWords as w } from './words.ts'

/** Who wrote in one of the last two of this ritual. */
async function tookPart(house: House, event: StoredEvent): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with lately as (
      select o.post_id from ritual_occasions o
      where o.community_id = ${event.communityId} and o.ritual_id = ${event.subjectId}::uuid and o.post_id is not null and o.post_id <> ${event.postId}
      order by o.opened_at desc limit 2)
    select p.author_id as id from lately l join posts p on p.community_id = ${event.communityId} and p.id = l.post_id
    union select r.author_id from lately l join replies r on r.community_id = ${event.communityId} and r.post_id = l.post_id
      where r.deleted_at is null`.execute(house.db)
  return rows.map(({ id }) => id)
}

/** Whose turn it is in a round, from its opening on. */
async function invitedTo(house: House, { communityId, postId }: StoredEvent): Promise<string[]> {
  const occasion = await occasionOfPost(house.db, communityId, postId!)
  return occasion ? [...(await turnsOf(house.db, communityId, occasion.id)).keys()] : []
}

async function openingReceivers(house: House, event: StoredEvent): Promise<string[]> {
  if (!event.spaceId || !event.postId) return []
  const [following, before, invited] = await Promise.all([
    followersOf(house.db, event.communityId, { spaceId: event.spaceId }).execute(),
    tookPart(house, event),
    invitedTo(house, event),
  ])
  const among = new Set([...following.map((row) => row.member_id), ...before, ...invited])
  return whoMayRead(house, event, [...among])
}

/** One notice when one opens, and nothing more: whoever was told of its post already is not told again. */
const opened: NoticeKind = {
  name: 'rituals',
  label: w.opened,
  hint: w.openedHint,
  says: w.openedSays,
  eventKinds: ['ritual-opened'],
  usually: 'place',
  mail: 'daily',
  inDigest: false,
  receivers: openingReceivers,
  together: (event) => `rituals ${event.postId}`,
  once: (event) => `entry ${event.postId}`,
  load: entrySights,
}

interface Row {
  id: string
  name: string
  keeper_id: string
}

const found = prepare<Asking & { ids: string[] }, Row>(
  'ritual-notices',
  (_, p) =>
    sql`select t.id, t.name, t.keeper_id from rituals t
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where t.community_id = ${p.community} and t.id = any(${p.ids}::uuid[]) and ${spaceVisible(p)}`,
)

/** The ritual's name and its page, while its space is the receiver's to see. */
async function load(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  const ids = notices.flatMap(({ subjectId }) => (subjectId && isId(subjectId) ? [subjectId] : []))
  const rows = await found(house, { community: viewer.communityId, member: viewer.memberId, ids })
  const rituals = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    notices.flatMap((notice) => {
      const ritual = rituals.get(notice.subjectId ?? '')
      return ritual ? [[notice.id, { title: ritual.name, href: `/rituals/${ritual.id}` }] as const] : []
    }),
  )
}

const toOne = async (_: House, event: StoredEvent): Promise<string[]> =>
  event.memberId ? [event.memberId] : []

const host: NoticeKind = {
  name: 'ritual-host',
  label: w.host,
  says: w.hostSays,
  eventKinds: ['ritual-host-asked', 'ritual-host-reminded'],
  usually: 'mail',
  mail: 'at-once',
  inDigest: false,
  receivers: toOne,
  together: (event) => `ritual-host ${event.subjectId}`,
  load,
}

const thanked: NoticeKind = {
  name: 'ritual-thanked',
  label: w.thanked,
  says: w.thankedSays,
  eventKinds: ['ritual-host-thanked'],
  usually: 'place',
  mail: 'daily',
  inDigest: false,
  receivers: toOne,
  together: (event) => `ritual-thanked ${event.postId}`,
  load,
}

/** Whoever looks after it; where they have left, the stewards. */
async function keepers(house: House, event: StoredEvent): Promise<string[]> {
  const { communityId, memberId } = event
  if (memberId && (await reachMembers(house.db, communityId, [memberId])).has(memberId)) return [memberId]
  const rows = await house.db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', communityId)
    .where('status', '=', 'active')
    .where('role', 'in', ['steward', 'administrator'])
    .execute()
  return rows.map(({ id }) => id)
}

const keeper: NoticeKind = {
  name: 'ritual-keeper',
  label: w.keeper,
  says: w.keeperSays,
  isFor: isSteward,
  eventKinds: ['ritual-was-quiet'],
  usually: 'mail',
  mail: 'at-once',
  inDigest: false,
  receivers: keepers,
  together: (event) => `ritual-keeper ${event.subjectId}`,
  load,
}

const handed: NoticeKind = {
  name: 'ritual-handed',
  label: w.handed,
  says: w.handedSays,
  isFor: isSteward,
  eventKinds: ['ritual-handed-on'],
  usually: 'mail',
  mail: 'at-once',
  inDigest: false,
  async receivers(house, event) {
    if (!event.memberId || !event.actorId) return []
    const unreachable = await unreachableFor(house.db, event.communityId, event.actorId, [event.memberId])
    return unreachable.has(event.memberId) ? [] : [event.memberId]
  },
  together: (event) => `ritual-handed ${event.subjectId}`,
  load,
}

export const ritualNotices: readonly NoticeKind[] = [opened, host, thanked, keeper, handed]

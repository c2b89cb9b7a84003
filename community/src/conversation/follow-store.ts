import { sql } from 'kysely'
import { noBlockWith } from '../bounds/index.ts'
import { type DbOrTrx, type House, prepare } from '../foundation/index.ts'
import type { FollowKind } from './rules.ts'

/** What may be followed, by one of its ids. */
export type FollowTarget = { postId: string } | { spaceId: string } | { memberId: string }

export function followKey(target: FollowTarget): { kind: FollowKind; targetId: string } {
  if ('postId' in target) return { kind: 'post', targetId: target.postId }
  if ('spaceId' in target) return { kind: 'space', targetId: target.spaceId }
  return { kind: 'member', targetId: target.memberId }
}

/** Follows or stops following. */
export async function setFollow(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  target: FollowTarget,
  wanted: boolean,
  now: Date,
): Promise<void> {
  const { kind, targetId } = followKey(target)
  await db
    .insertInto('follows')
    .values({
      community_id: communityId,
      member_id: memberId,
      target_id: targetId,
      kind,
      wanted,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'member_id', 'target_id']).doUpdateSet({ wanted }),
    )
    .execute()
}

/** Follows a thread because somebody wrote in it, unless they once chose not to. */
export async function followByWriting(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  postId: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('follows')
    .values({
      community_id: communityId,
      member_id: memberId,
      target_id: postId,
      kind: 'post',
      wanted: true,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Who follows something: a query of `member_id`, to run or to put inside another. For telling people
 * only; it is shown to nobody. Who follows a member must not be told of what that member wrote without
 * a name: leave `{ memberId }` out there.
 */
export function followersOf(db: DbOrTrx, communityId: string, target: FollowTarget) {
  const { targetId } = followKey(target)
  return (
    db
      .selectFrom('follows')
      .select('member_id')
      .where('community_id', '=', communityId)
      .where('target_id', '=', targetId)
      // As it stands in the index, so that it is used.
      .where(sql<boolean>`wanted`)
  )
}

const following = prepare<{ community: string; member: string; target: string }, { wanted: boolean }>(
  'following',
  (db, p) =>
    db
      .selectFrom('follows')
      .select('wanted')
      .where('community_id', '=', p.community)
      .where('member_id', '=', p.member)
      .where('target_id', '=', p.target),
)

/** Whether a member follows something. */
export async function follows(
  house: House,
  communityId: string,
  memberId: string,
  target: FollowTarget,
): Promise<boolean> {
  const [row] = await following(house, {
    community: communityId,
    member: memberId,
    target: followKey(target).targetId,
  })
  return row?.wanted ?? false
}

/** Names of the spaces and members somebody follows, for the page that lists them. */
export async function followedPlaces(db: DbOrTrx, communityId: string, memberId: string) {
  const mine = db
    .selectFrom('follows as f')
    .where('f.community_id', '=', communityId)
    .where('f.member_id', '=', memberId)
    .where('f.wanted', '=', true)
  const [spaces, members] = await Promise.all([
    mine
      .innerJoin('spaces as s', (on) =>
        on.onRef('s.community_id', '=', 'f.community_id').onRef('s.id', '=', 'f.target_id'),
      )
      .where('f.kind', '=', 'space')
      .select('s.id')
      .execute(),
    mine
      .innerJoin('members as m', (on) =>
        on.onRef('m.community_id', '=', 'f.community_id').onRef('m.id', '=', 'f.target_id'),
      )
      .where('f.kind', '=', 'member')
      .where('m.status', '=', 'active')
      .where(noBlockWith({ community: communityId, member: memberId }, sql`m.id`))
      .select(['m.name', 'm.handle'])
      .orderBy('m.name')
      .limit(100)
      .execute(),
  ])
  return { spaceIds: spaces.map(({ id }) => id), members }
}

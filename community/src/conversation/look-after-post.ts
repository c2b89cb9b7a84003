import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  notFound,
  record,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { mayBeUnnamed, type Space, spacePolicy, visibleSpaces } from '../spaces/index.ts'
import { entryPolicy, factsOf } from './policy.ts'
import { readPost } from './read-entry.ts'
import { mayMoveBetween, PINNED_PER_SPACE } from './rules.ts'
import { changeStanding, countPinned } from './store.ts'
import type { PostView } from './views.ts'
import { conversationErrors } from './words.ts'
import { readSource } from './words-store.ts'

async function change(
  house: House,
  viewer: MemberViewer,
  post: PostView,
  kind: string,
  work: (trx: Trx, now: Date) => Promise<void>,
): Promise<void> {
  const now = house.clock.now()
  const { communityId, memberId } = viewer
  await house.db.transaction().execute(async (trx) => {
    await work(trx, now)
    await record(trx, { communityId, kind, actorId: memberId, spaceId: post.space.id, postId: post.id }, now)
  })
}

async function postFor(
  house: House,
  viewer: MemberViewer,
  postId: string,
  may: 'pin' | 'lock' | 'move',
): Promise<PostView> {
  const post = await readPost(house, viewer, postId)
  if (!post) throw notFound()
  if (!entryPolicy[may](viewer, factsOf(post)))
    throw forbidden(
      'stewards_only',
      may === 'move' ? conversationErrors.moveNotYours : conversationErrors.stewardsOnly,
    )
  return post
}

/** Puts a post at the head of its space, or back into the row. @throws KindlingError `pinned_enough` */
export async function pinPost(
  house: House,
  viewer: MemberViewer,
  postId: string,
  pinned: boolean,
): Promise<void> {
  const post = await postFor(house, viewer, postId, 'pin')
  if (post.pinned === pinned) return
  await change(house, viewer, post, pinned ? 'post-pinned' : 'post-unpinned', async (trx, now) => {
    if (pinned && (await countPinned(trx, viewer.communityId, post.space.id)) >= PINNED_PER_SPACE)
      throw new KindlingError('pinned_enough', conversationErrors.pinnedEnough, { status: 409 })
    await changeStanding(trx, viewer.communityId, postId, { pinned_at: pinned ? now : null })
  })
}

/** Closes a thread to new answers, or opens it again. */
export async function lockPost(
  house: House,
  viewer: MemberViewer,
  postId: string,
  locked: boolean,
): Promise<void> {
  const post = await postFor(house, viewer, postId, 'lock')
  if (post.locked === locked) return
  await change(house, viewer, post, locked ? 'post-locked' : 'post-unlocked', (trx, now) =>
    changeStanding(trx, viewer.communityId, postId, { locked_at: locked ? now : null }),
  )
}

/** The house closes a thread whose time is over, within what else belongs to that. */
export async function closeThread(
  trx: Trx,
  place: { communityId: string; spaceId: string; postId: string },
  now: Date,
): Promise<void> {
  await changeStanding(trx, place.communityId, place.postId, { locked_at: now })
  await record(trx, { ...place, kind: 'post-locked' }, now)
}

/** A post that a member may move, and the spaces it may go to. */
export async function readMovable(
  house: House,
  viewer: MemberViewer,
  postId: string,
): Promise<{ post: PostView; spaces: Space[] }> {
  const post = await postFor(house, viewer, postId, 'move')
  const source = await readSource(house.db, viewer.communityId, postId, null)
  const spaces = (await visibleSpaces(house, viewer)).filter(
    (space) =>
      space.id !== post.space.id &&
      spacePolicy.post(viewer, space) &&
      mayMoveBetween(post.space.visibility, space.visibility, post.replyCount > 0 || !post.mine) &&
      (!source?.unnamed || mayBeUnnamed(space.kind, post.need)),
  )
  return { post, spaces }
}

/** Moves a thread to a space where no more people read it than before. @throws KindlingError `not_there` */
export async function movePost(
  house: House,
  viewer: MemberViewer,
  postId: string,
  slug: string,
): Promise<void> {
  const { post, spaces } = await readMovable(house, viewer, postId)
  const space = spaces.find((one) => one.slug === slug)
  if (!space) throw unfitting('space', 'not_there', conversationErrors.notThere)
  await change(house, viewer, post, 'post-moved', (trx, now) =>
    changeStanding(trx, viewer.communityId, postId, {
      space_id: space.id,
      moved_from_id: post.space.id,
      moved_at: now,
      pinned_at: null,
    }),
  )
}

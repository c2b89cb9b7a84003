import { blockedBetween } from '../bounds/index.ts'
import { type House, type MemberViewer, notFound } from '../foundation/index.ts'
import { memberByHandle } from '../members/index.ts'
import { visibleSpace } from '../spaces/index.ts'
import { addBookmark, removeBookmark } from './bookmark-store.ts'
import { setFollow } from './follow-store.ts'
import { entryPolicy, factsOfEntry } from './policy.ts'
import { readEntry } from './read-entry.ts'

/** Keeps a post or reply to find it again, or lets it go. Nobody else learns of it. */
export async function bookmarkEntry(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
  wanted: boolean,
): Promise<void> {
  const { communityId, memberId } = viewer
  const entryId = replyId ?? postId
  // What was taken away since can still be let go.
  if (!wanted) return removeBookmark(house.db, communityId, memberId, entryId)
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.keep(viewer, factsOfEntry(item.post, item.entry))) throw notFound()
  await addBookmark(house.db, { communityId, memberId, postId, entryId }, house.clock.now())
}

/** Follows a thread, or stops. */
export async function followPost(
  house: House,
  viewer: MemberViewer,
  postId: string,
  wanted: boolean,
): Promise<void> {
  const item = await readEntry(house, viewer, postId, null)
  if (!item) throw notFound()
  await setFollow(house.db, viewer.communityId, viewer.memberId, { postId }, wanted, house.clock.now())
}

/** Follows a space, or stops. */
export async function followSpace(
  house: House,
  viewer: MemberViewer,
  slug: string,
  wanted: boolean,
): Promise<void> {
  const space = await visibleSpace(house, viewer, slug)
  if (!space) throw notFound()
  await setFollow(
    house.db,
    viewer.communityId,
    viewer.memberId,
    { spaceId: space.id },
    wanted,
    house.clock.now(),
  )
}

/** Follows what a member writes under their name, or stops. They do not learn of it. */
export async function followMember(
  house: House,
  viewer: MemberViewer,
  handle: string,
  wanted: boolean,
): Promise<void> {
  const { communityId, memberId } = viewer
  const member = await memberByHandle(house.db, communityId, handle)
  if (member?.status !== 'active' || member.id === memberId) throw notFound()
  if (wanted && (await blockedBetween(house.db, communityId, memberId, member.id))) throw notFound()
  await setFollow(house.db, communityId, memberId, { memberId: member.id }, wanted, house.clock.now())
}

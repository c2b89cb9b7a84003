import { type House, KindlingError, type MemberViewer, notFound } from '../foundation/index.ts'
import { type MemberView, memberByHandle } from '../members/index.ts'
import { boundsPolicy } from './policy.ts'
import type { BoundsAct } from './rules.ts'
import { addBlock, addMute, type Bound, blocksBetween, hasMuted, removeBlock, removeMute } from './store.ts'
import { boundsErrors } from './words.ts'

export interface Distance {
  other: MemberView
  blocked: boolean
  muted: boolean
}

/**
 * How a viewer stands to somebody. Whoever has blocked the viewer is not there, unless the viewer blocked
 * them too and wants to undo that.
 */
export async function readDistance(house: House, viewer: MemberViewer, handle: string): Promise<Distance> {
  const other = handle.length <= 60 ? await memberByHandle(house.db, viewer.communityId, handle) : undefined
  if (other?.status !== 'active') throw notFound()
  if (!boundsPolicy.set(viewer, other))
    throw new KindlingError('own_bounds', boundsErrors.ownBounds, {
      status: 422,
    })
  const bound = { communityId: viewer.communityId, ownerId: viewer.memberId, otherId: other.id }
  const [{ mine, theirs }, muted] = await Promise.all([
    blocksBetween(house.db, bound),
    hasMuted(house.db, bound),
  ])
  if (theirs && !mine) throw notFound()
  return { other, blocked: mine, muted }
}

/** Blocks, mutes or undoes it. Doing it twice is the same as once; the other is never told. */
export async function setBounds(
  house: House,
  viewer: MemberViewer,
  handle: string,
  act: BoundsAct,
): Promise<MemberView> {
  const { other } = await readDistance(house, viewer, handle)
  const bound: Bound = { communityId: viewer.communityId, ownerId: viewer.memberId, otherId: other.id }
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    if (act === 'block') await addBlock(trx, bound, now)
    else if (act === 'unblock') await removeBlock(trx, bound)
    else if (act === 'mute') await addMute(trx, bound, now)
    else await removeMute(trx, bound)
  })
  return other
}

import { audit, type House, isId, type MemberViewer, notFound, record } from '../../foundation/index.ts'
import { readItem } from '../read-item.ts'
import { listenWords as w } from '../words.ts'
import { hearingPolicy } from './policy.ts'
import { eraseHearing, type Hearing, hearingById, removeHearing } from './store.ts'

/**
 * Takes a line away: its listener takes it back as if it had not been said; who wrote the entry, or a steward, takes it away
 * for good. Gone already is what was wanted.
 * @returns what it was about, nothing where it was gone
 */
export async function takeAwayHearing(
  house: House,
  viewer: MemberViewer,
  id: string,
): Promise<Hearing | undefined> {
  if (!isId(id)) throw notFound()
  const { communityId, memberId } = viewer
  const known = await hearingById(house.db, communityId, id)
  if (!known || !(hearingPolicy.takeBack(viewer, known) || hearingPolicy.remove(viewer, known)))
    throw notFound()
  const forOthers = memberId !== known.listenerId && memberId !== known.authorId
  // Who looks after the place looks after what they can see.
  if (forOthers) await readItem(house, viewer, known.entryId)
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const hearing = await hearingById(trx, communityId, id, true)
    if (!hearing) return
    const back = hearingPolicy.takeBack(viewer, hearing)
    if (back) await eraseHearing(trx, communityId, id)
    else await removeHearing(trx, communityId, id, now)
    const { postId, replyId } = hearing
    const kind = back ? 'hearing-taken-back' : 'hearing-removed'
    await record(trx, { communityId, kind, actorId: memberId, postId, replyId, subjectId: id }, now)
    if (forOthers)
      await audit(
        trx,
        { communityId, act: w.auditRemoved, actorId: memberId, memberId: hearing.listenerId, subjectId: id },
        now,
      )
  })
  return known
}

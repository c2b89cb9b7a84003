import {
  forbidden,
  type House,
  isId,
  type MemberViewer,
  notFound,
  record,
  unfitting,
} from '../foundation/index.ts'
import { countTurning } from './limit-requests.ts'
import {
  addOpening,
  openingById,
  openingUnder,
  putAwayOpening,
  removeOpening,
  type StoredOpening,
} from './openings-store.ts'
import { messagePolicy } from './policy.ts'
import { type About, readAbouts } from './read-about.ts'
import { quietEndOf } from './tell.ts'
import { messageErrors } from './words.ts'

/**
 * The words under which "I am here if you want to write" may be left, as this member sees them.
 * @throws KindlingError `not_found`, `closed_here`, `own_words`
 */
export async function readOpenable(house: House, viewer: MemberViewer, entryId: string): Promise<About> {
  if (!messagePolicy.use(viewer)) throw forbidden('closed_here', messageErrors.closedHere)
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const about = isId(entryId) ? (await readAbouts(house, asking, [entryId])).get(entryId) : undefined
  if (!about || about.held) throw notFound()
  if (!messagePolicy.leaveOpening(viewer, about)) throw unfitting('', 'own_words', messageErrors.ownWords)
  return about
}

/**
 * Leaves it for the author alone. Left twice, or again after it lapsed, it is as if it had been left once. Whether it
 * reaches them is not said: who has blocked somebody, or takes no messages, is not told of and not given away.
 */
export async function leaveOpening(house: House, viewer: MemberViewer, entryId: string): Promise<About> {
  const about = await readOpenable(house, viewer, entryId)
  const { communityId, memberId } = viewer
  const { postId, replyId, authorId, unnamed } = about
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    if (await openingUnder(trx, communityId, entryId, memberId)) return
    await countTurning(
      house,
      trx,
      viewer,
      { to: unnamed ? undefined : authorId, html: '', kind: 'opening' },
      now,
    )
    const later = await quietEndOf(house, trx, communityId, authorId, now)
    const opening = { entryId, postId, replyId, memberId, authorId }
    const id = await addOpening(trx, communityId, opening, now, later)
    if (id && !later) await record(trx, openingEvent(communityId, { id, ...opening }), now)
  })
  return about
}

/** What listeners hear of an opening. */
export const openingEvent = (communityId: string, opening: Omit<StoredOpening, 'createdAt'>) => ({
  communityId,
  kind: 'message-opening-left',
  actorId: opening.memberId,
  memberId: opening.authorId,
  postId: opening.postId,
  replyId: opening.replyId,
  subjectId: opening.id,
})

/** Who left it takes it back, as if it had not been left. Nothing to take back is what was wanted. */
export async function takeBackOpening(house: House, viewer: MemberViewer, entryId: string): Promise<void> {
  const opening = isId(entryId)
    ? await openingUnder(house.db, viewer.communityId, entryId, viewer.memberId)
    : undefined
  if (!opening || !messagePolicy.takeBackOpening(viewer, opening)) return
  await house.db.transaction().execute((trx) => removeOpening(trx, viewer.communityId, opening.id))
}

/** Whom it is for puts it away. Who left it reads what they read before. */
export async function putAway(house: House, viewer: MemberViewer, id: string): Promise<StoredOpening> {
  const opening = await openingById(house.db, viewer.communityId, id)
  if (!opening || !messagePolicy.readOpening(viewer, opening)) throw notFound()
  await house.db
    .transaction()
    .execute((trx) => putAwayOpening(trx, viewer.communityId, id, house.clock.now()))
  return opening
}

import { forbidden, type House, type MemberViewer, notFound, record } from '../foundation/index.ts'
import { thanksPolicy } from './policy.ts'
import { mayTakeBack } from './rules.ts'
import { type Thanks, takeBack, thanksById } from './store.ts'
import { thanksErrors } from './words.ts'

/** Takes a gift back within its ten minutes, as if it had not been given. @throws KindlingError `too_late` */
export async function takeBackThanks(house: House, viewer: MemberViewer, id: string): Promise<Thanks> {
  const { communityId, memberId } = viewer
  const thanks = await thanksById(house.db, communityId, id)
  if (!thanks || !thanksPolicy.takeBack(viewer, thanks)) throw notFound()
  const now = house.clock.now()
  if (!mayTakeBack(thanks.createdAt, now)) throw forbidden('too_late', thanksErrors.tooLate)
  const { postId, replyId } = thanks
  await house.db.transaction().execute(async (trx) => {
    // A second press finds it done; that is what was wanted.
    if (!(await takeBack(trx, communityId, id, now))) return
    await record(
      trx,
      { communityId, kind: 'thanks-taken-back', actorId: memberId, subjectId: id, postId, replyId },
      now,
    )
  })
  return thanks
}

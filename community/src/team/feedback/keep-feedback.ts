import { type House, type Listener, type MemberViewer, notFound, type Trx } from '../../foundation/index.ts'
import { feedbackPolicy } from './policy.ts'
import { type Ask, askById, closeAsk, eraseAnswer, eraseAsk, eraseFeedbackOf } from './store.ts'

/** An ask of this member's own. @throws KindlingError `not_found` for everybody else, whatever their role */
export async function ownAsk(
  db: House['db'] | Trx,
  viewer: MemberViewer,
  id: string,
  lock = false,
): Promise<Ask> {
  const ask = await askById(db, viewer.communityId, id, lock)
  if (!ask || !feedbackPolicy.receive(viewer, ask)) throw notFound()
  return ask
}

/** No answers come any more; those that came stay. @throws KindlingError `not_found` */
export async function closeFeedback(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await ownAsk(trx, viewer, id, true)
    await closeAsk(trx, viewer.communityId, id, house.clock.now())
  })
}

/** Erases it with all that was answered. Nobody is told. @throws KindlingError `not_found` */
export async function deleteFeedback(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await ownAsk(trx, viewer, id, true)
    await eraseAsk(trx, viewer.communityId, id)
  })
}

/** Erases one answer. Who wrote it is not told. @throws KindlingError `not_found` */
export async function deleteAnswer(
  house: House,
  viewer: MemberViewer,
  { askId, id }: { askId: string; id: string },
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await ownAsk(trx, viewer, askId, true)
    if (!(await eraseAnswer(trx, viewer.communityId, { askId, id }))) throw notFound()
  })
}

export const feedbackLeaving: Listener = {
  name: 'feedback-leaving',
  kinds: ['member-left'],
  async hear({ db }, { communityId, memberId }) {
    if (memberId) await db.transaction().execute((trx) => eraseFeedbackOf(trx, communityId, memberId))
  },
}

import { forbidden, type House, type MemberViewer, notFound, recordForPages } from '../foundation/index.ts'
import { setChoices } from './choices-store.ts'
import { thanksPolicy } from './policy.ts'
import { change, choose, type Thanks, thanksById } from './store.ts'
import { thanksErrors } from './words.ts'

async function received(house: House, viewer: MemberViewer, id: string): Promise<Thanks> {
  const thanks = await thanksById(house.db, viewer.communityId, id)
  if (!thanks || !thanksPolicy.receive(viewer, thanks)) throw notFound()
  return thanks
}

/** Open pages of the thread hear of it: which, never what it says. */
const told = (viewer: MemberViewer, { id, giverId, postId, replyId }: Thanks) => ({
  communityId: viewer.communityId,
  kind: 'thanks-shown',
  actorId: viewer.memberId,
  memberId: giverId,
  subjectId: id,
  postId,
  replyId,
})

/** The receiver says whether an offered note may be shown, once or from now on. @throws KindlingError `between_us` */
export async function decideShowing(
  house: House,
  viewer: MemberViewer,
  id: string,
  choice: 'show' | 'keep' | 'always' | 'never',
): Promise<Thanks> {
  const thanks = await received(house, viewer, id)
  if (thanks.showing === 'between') throw forbidden('between_us', thanksErrors.betweenUs)
  const { communityId, memberId } = viewer
  const shown = choice === 'show' || choice === 'always'
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    // Taken back in the meantime: there is nothing left to show.
    if (!(await choose(trx, communityId, id, shown ? 'shown' : 'declined', now))) throw notFound()
    if (choice === 'always' || choice === 'never')
      await setChoices(trx, communityId, memberId, { showing: choice })
    if (shown) await recordForPages(trx, [told(viewer, thanks)], now)
  })
  return thanks
}

/** Keeps what waits of somebody one has not talked with, or what was put away. */
export async function keepThanks(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await received(house, viewer, id)
  await change(house.db, viewer.communityId, id, { reach: 'reached', put_away_at: null })
}

/** Takes it out of sight: from keepsakes, from under the post, from walls. Who gave it is not told. */
export async function putAway(house: House, viewer: MemberViewer, id: string): Promise<Thanks> {
  const thanks = await received(house, viewer, id)
  await change(house.db, viewer.communityId, id, { reach: 'reached', put_away_at: house.clock.now() })
  return thanks
}

/** "That means a lot", in one tap. Who gave it finds it under their note; no notice goes out. */
export async function answerThanks(house: House, viewer: MemberViewer, id: string): Promise<Thanks> {
  const thanks = await received(house, viewer, id)
  if (thanks.answeredAt) return thanks
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    if (!(await change(trx, viewer.communityId, id, { answered_at: now }))) throw notFound()
    await recordForPages(trx, [{ ...told(viewer, thanks), kind: 'thanks-answered' }], now)
  })
  return thanks
}

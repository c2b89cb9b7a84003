import { readEntry } from '../conversation/index.ts'
import { forbidden, type House, type MemberViewer, notFound } from '../foundation/index.ts'
import { liftingPolicy } from './policy.ts'
import type { Quoting } from './rules.ts'
import { quotingOf, setQuoted, setQuoting } from './store.ts'
import { liftingErrors } from './words.ts'

/**
 * Says whether letters may quote one lifted answer of one's own.
 * @throws KindlingError `not_quotable`, `not_found`
 */
export async function allowQuote(
  house: House,
  viewer: MemberViewer,
  { postId, replyId, quoted }: { postId: string; replyId: string; quoted: boolean },
): Promise<void> {
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item) throw notFound()
  if (!liftingPolicy.quote(viewer, item.entry)) throw forbidden('not_quotable', liftingErrors.notQuotable)
  const { communityId, memberId } = viewer
  await setQuoted(house.db, { communityId, replyId, memberId, quoted, now: house.clock.now() })
}

/** Whether letters may quote what somebody wrote and others lifted: always, asked each time, never. */
export const chosenQuoting = (house: House, viewer: MemberViewer): Promise<Quoting> =>
  quotingOf(house.db, viewer.communityId, viewer.memberId)

/** @throws KindlingError `not_quotable` for members under 18, whom no letter quotes */
export async function chooseQuoting(house: House, viewer: MemberViewer, quoting: Quoting): Promise<void> {
  if (viewer.under18 && quoting !== 'never') throw forbidden('not_quotable', liftingErrors.notQuotable)
  await setQuoting(house.db, viewer.communityId, viewer.memberId, quoting)
}

import {
  forbidden,
  type House,
  isId,
  KindlingError,
  type MemberViewer,
  record,
} from '../../foundation/index.ts'
import { checkedLine } from '../checked-line.ts'
import { readItem } from '../read-item.ts'
import { listenErrors } from '../words.ts'
import { hearingPolicy } from './policy.ts'
import { type Hearing, hearingById, setAnswer } from './store.ts'

/** Gone, or nothing of this member's: both are answered alike. */
const gone = () => new KindlingError('hearing_gone', listenErrors.hearingGone, { status: 404 })

/** A line about this member's own words. @throws KindlingError `hearing_gone`, `thread_closed` */
export async function readForMe(house: House, viewer: MemberViewer, id: string) {
  const hearing = isId(id) ? await hearingById(house.db, viewer.communityId, id) : undefined
  if (hearing?.authorId !== viewer.memberId) throw gone()
  const item = await readItem(house, viewer, hearing.entryId)
  if (!hearingPolicy.answer(viewer, item, hearing))
    throw forbidden('thread_closed', listenErrors.threadClosed)
  return { item, hearing }
}

/** "Yes, that's it", or "Not quite" with a line: `words` undefined says yes. Said twice, it is as if it had been said once. */
export async function answerHearing(
  house: House,
  viewer: MemberViewer,
  id: string,
  words: string | undefined,
): Promise<Hearing> {
  const { item, hearing } = await readForMe(house, viewer, id)
  const answer = words === undefined ? 'yes' : 'adds'
  const adds = words === undefined ? '' : checkedLine(words)
  const now = house.clock.now()
  const { communityId, memberId } = viewer
  await house.db.transaction().execute(async (trx) => {
    // The listener may have taken it back since it was read.
    const before = await hearingById(trx, communityId, id, true)
    if (!before) throw gone()
    if (before.answer === answer && before.adds === adds) return
    await setAnswer(trx, communityId, id, { answer, adds })
    await record(
      trx,
      {
        communityId,
        kind: 'hearing-answered',
        actorId: memberId,
        memberId: hearing.listenerId,
        spaceId: item.post.space.id,
        postId: hearing.postId,
        replyId: hearing.replyId,
        subjectId: id,
      },
      now,
    )
  })
  return hearing
}

import { readEntry } from '../conversation/index.ts'
import { forbidden, type House, type MemberViewer, notFound, record } from '../foundation/index.ts'
import { liftingPolicy } from './policy.ts'
import { isSeldom, type Mark } from './rules.ts'
import { addMark, eraseMark, givenBefore, holdPair, writerOf } from './store.ts'
import { liftingErrors } from './words.ts'

export interface Marking {
  postId: string
  replyId: string
  mark: Mark
}

/** Refused where the author of the thread should say it, or anybody else. */
const notYours = (mark: Mark) =>
  forbidden('not_markable', mark === 'helped' ? liftingErrors.onlyWhoAsked : liftingErrors.onlyOthers)

/**
 * Says of an answer that it helped, or that it was kind. Pressed twice, it is said once. Whether it lifts the answer is
 * decided now, by what the two gave each other before; nobody is told.
 * @throws KindlingError `own_words`, `not_markable`, `not_found`
 */
export async function markReply(house: House, viewer: MemberViewer, marking: Marking): Promise<void> {
  const { postId, replyId, mark } = marking
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item) throw notFound()
  if (item.entry.mine) throw forbidden('own_words', liftingErrors.ownWords)
  if (!liftingPolicy.mark(viewer, mark, item)) throw notYours(mark)
  const { communityId, memberId: markerId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const writer = await writerOf(trx, communityId, replyId)
    if (!writer) throw notFound()
    const { writerId } = writer
    const nameless = writer.unnamed || (mark === 'helped' && !item.post.author)
    await holdPair(trx, communityId, markerId, writerId)
    // What one of them did without a name must not be seen in what becomes of it.
    const seldom = nameless || isSeldom(await givenBefore(trx, communityId, { markerId, writerId }, now))
    const what = { communityId, replyId, postId, markerId, writerId, mark, nameless, seldom, createdAt: now }
    if (!(await addMark(trx, what)) || mark === 'kind') return
    await record(
      trx,
      {
        communityId,
        kind: 'reply-helped',
        actorId: markerId,
        memberId: writerId,
        spaceId: item.post.space.id,
        postId,
        replyId,
      },
      now,
    )
  })
}

/** Takes one's own mark back. Whatever became of the answer meanwhile, it is gone. */
export async function takeMarkBack(
  house: House,
  viewer: MemberViewer,
  { replyId, mark }: Pick<Marking, 'replyId' | 'mark'>,
): Promise<void> {
  const own = { replyId, markerId: viewer.memberId, mark }
  if (!liftingPolicy.takeBack(viewer, own)) throw notFound()
  await eraseMark(house.db, viewer.communityId, own)
}

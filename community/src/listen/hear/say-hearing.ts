import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  record,
  type Trx,
  takeToken,
  tooOften,
} from '../../foundation/index.ts'
import { checkedLine } from '../checked-line.ts'
import { readItem } from '../read-item.ts'
import { listenErrors } from '../words.ts'
import { answeredInvitation } from './invite.ts'
import { hearingPolicy } from './policy.ts'
import { HEARINGS_A_DAY, TWICE_MILLISECONDS } from './rules.ts'
import { addHearing, authorOf, hearingOf } from './store.ts'

async function count(trx: Trx, { communityId, memberId }: MemberViewer, now: Date): Promise<void> {
  const taken = await takeToken(trx, {
    communityId,
    kind: 'hearing',
    subject: memberId,
    limit: HEARINGS_A_DAY,
    seconds: 86_400,
    now,
  })
  if (!taken.ok)
    throw tooOften(taken.retryAfterSeconds, { code: 'enough_heard', says: listenErrors.enoughHeard })
}

/**
 * Says in one line what one hears somebody say. Pressed twice, it is there once.
 * @returns its id
 * @throws KindlingError `own_words`, `not_hearable`, `words_missing`, `words_too_long`, `heard_already`, `taken_away`,
 * `enough_heard`
 */
export async function sayHearing(
  house: House,
  viewer: MemberViewer,
  { entryId, words }: { entryId: string; words: string },
): Promise<string> {
  const item = await readItem(house, viewer, entryId)
  const { post, entry } = item
  if (entry.mine) throw new KindlingError('own_words', listenErrors.ownWords, { status: 422 })
  if (!hearingPolicy.say(viewer, item)) throw forbidden('not_hearable', listenErrors.notHearable)
  const line = checkedLine(words)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  const id = newId(now.getTime())
  const place = { postId: post.id, replyId: entry.isReply ? entry.id : null }
  const said = await house.db.transaction().execute(async (trx) => {
    const authorId = await authorOf(trx, viewer, place)
    if (!authorId) throw notFound()
    const hearing = { id, ...place, entryId, listenerId: memberId, authorId, words: line, saidAt: now }
    if (!(await addHearing(trx, communityId, hearing))) {
      const before = await hearingOf(trx, communityId, hearing)
      if (before?.removed) throw forbidden('taken_away', listenErrors.takenAway)
      if (before?.words === line && now.getTime() - before.saidAt.getTime() < TWICE_MILLISECONDS)
        return before.id
      throw new KindlingError('heard_already', listenErrors.heardAlready, { status: 409 })
    }
    await count(trx, viewer, now)
    await record(
      trx,
      {
        communityId,
        kind: 'hearing-said',
        actorId: memberId,
        memberId: authorId,
        spaceId: post.space.id,
        ...place,
        subjectId: id,
      },
      now,
    )
    return id
  })
  await answeredInvitation(house, viewer, post.id, 'heeded')
  return said
}

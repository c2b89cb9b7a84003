import { unreachableFor } from '../bounds/index.ts'
import { entryPolicy, factsOfEntry, readPost, readReply } from '../conversation/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  record,
  unfitting,
} from '../foundation/index.ts'
import { kindDefaults } from '../spaces/index.ts'
import { A_DAY_BETWEEN_TWO, firstShowing, mayTakeBack, WORDS_LENGTH } from './rules.ts'
import {
  addThanks,
  choose,
  givenJustNow,
  givenToday,
  receiverChoice,
  receiverOf,
  takeBack,
  thanksById,
} from './store.ts'
import { thanksErrors } from './words.ts'

export interface Giving {
  postId: string
  replyId: string | null
  words: string
  /** "May be shown, if Mira agrees". */
  offerToShow: boolean
}

/** What a viewer may thank for; undefined when they cannot see it. */
export async function readTarget(house: House, viewer: MemberViewer, postId: string, replyId: string | null) {
  const post = await readPost(house, viewer, postId)
  if (!post) return undefined
  const reply = replyId ? await readReply(house, viewer, replyId) : undefined
  if (replyId && reply?.postId !== postId) return undefined
  return { post, entry: reply ?? post }
}

/**
 * Thanks somebody for a post or reply, with or without words. Pressed twice, it is given once.
 * @throws KindlingError `own_words`, `too_long`, `enough_today`
 */
export async function giveThanks(house: House, viewer: MemberViewer, giving: Giving): Promise<string> {
  const target = await readTarget(house, viewer, giving.postId, giving.replyId)
  if (!target) throw notFound()
  const { post, entry } = target
  if (entry.mine) throw new KindlingError('own_words', thanksErrors.ownWords, { status: 422 })
  const facts = factsOfEntry(post, entry)
  if (!entryPolicy.thank(viewer, facts)) throw forbidden('not_thankable', thanksErrors.notThankable)
  const words = giving.words.replaceAll('\u0000', '').toWellFormed().trim()
  if (words.length > WORDS_LENGTH) throw unfitting('words', 'too_long', thanksErrors.tooLong)
  const now = house.clock.now()
  const id = newId(now.getTime())
  return house.db.transaction().execute(async (trx) => {
    const receiverId = await receiverOf(trx, viewer.communityId, giving.postId, giving.replyId)
    if (!receiverId) throw notFound()
    // Who muted the giver, or blocked them and wrote without a name, is not reached; saying so would tell.
    if ((await unreachableFor(trx, viewer.communityId, viewer.memberId, [receiverId])).has(receiverId))
      return id
    const today = await givenToday(trx, viewer.communityId, viewer.memberId, receiverId, now)
    const before = await givenJustNow(
      trx,
      viewer.communityId,
      { giverId: viewer.memberId, postId: giving.postId, replyId: giving.replyId, words },
      now,
    )
    if (before) return before
    if (today >= A_DAY_BETWEEN_TWO)
      throw new KindlingError('enough_today', thanksErrors.enoughToday, { status: 429 })
    const showing = firstShowing(
      giving.offerToShow,
      await receiverChoice(trx, viewer.communityId, receiverId),
      kindDefaults[post.space.kind].thanksShown,
    )
    await addThanks(trx, {
      communityId: viewer.communityId,
      id,
      giverId: viewer.memberId,
      receiverId,
      postId: giving.postId,
      replyId: giving.replyId,
      words,
      showing,
      createdAt: now,
    })
    await record(
      trx,
      {
        communityId: viewer.communityId,
        kind: 'thanks-given',
        actorId: viewer.memberId,
        memberId: receiverId,
        spaceId: post.space.id,
        postId: giving.postId,
        replyId: giving.replyId,
        subjectId: id,
      },
      now,
    )
    return id
  })
}

/** Takes a thanks back within its ten minutes, as if it had not been given. */
export async function takeBackThanks(
  house: House,
  viewer: MemberViewer,
  id: string,
): Promise<{ postId: string; replyId: string | null }> {
  const thanks = await thanksById(house.db, viewer.communityId, id)
  if (!thanks || thanks.giverId !== viewer.memberId) throw notFound()
  const now = house.clock.now()
  if (!mayTakeBack(thanks.createdAt, now)) throw forbidden('too_late', thanksErrors.tooLate)
  await house.db.transaction().execute(async (trx) => {
    // A second press finds it done; that is what was wanted.
    if (!(await takeBack(trx, viewer.communityId, id, now))) return
    await record(
      trx,
      {
        communityId: viewer.communityId,
        kind: 'thanks-taken-back',
        actorId: viewer.memberId,
        subjectId: id,
        postId: thanks.postId,
        replyId: thanks.replyId,
      },
      now,
    )
  })
  return thanks
}

/** The receiver says whether an offered note may be shown, once or from now on. */
export async function decideShowing(
  house: House,
  viewer: MemberViewer,
  id: string,
  choice: 'show' | 'keep' | 'always' | 'never',
): Promise<{ postId: string; replyId: string | null }> {
  const thanks = await thanksById(house.db, viewer.communityId, id)
  if (!thanks || thanks.receiverId !== viewer.memberId) throw notFound()
  if (thanks.showing === 'between') throw forbidden('between_us', thanksErrors.betweenUs)
  const shown = choice === 'show' || choice === 'always'
  await house.db.transaction().execute(async (trx) => {
    // Taken back in the meantime: there is nothing left to show.
    if (!(await choose(trx, viewer.communityId, id, shown ? 'shown' : 'declined'))) throw notFound()
    if (choice === 'always' || choice === 'never')
      await trx
        .insertInto('thanks_choices')
        .values({ community_id: viewer.communityId, member_id: viewer.memberId, showing: choice })
        .onConflict((conflict) =>
          conflict.columns(['community_id', 'member_id']).doUpdateSet({ showing: choice }),
        )
        .execute()
  })
  return thanks
}

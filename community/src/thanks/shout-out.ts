import {
  audit,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  takeToken,
  unfitting,
} from '../foundation/index.ts'
import { membersNamed, tidyName } from '../members/index.ts'
import { tidyGiven } from './give-thanks.ts'
import { thanksPolicy } from './policy.ts'
import { A_DAY_BETWEEN_TWO, NAME_LENGTH } from './rules.ts'
import { addThanks, change, givenJustNow, holdGiver, type Thanks, thanksById } from './store.ts'
import { hasWalls } from './walls.ts'
import { thanksErrors, thanksWords as w } from './words.ts'

const nowhere = { postId: null, replyId: null, receiverId: null }

/**
 * A shout-out to somebody who is no member here, for work that was done elsewhere. It stands on the wall at once: there is
 * nobody to ask. Who is a member is asked first, and so not thanked this way. Pressed twice, it stands once.
 * @throws KindlingError `name_missing`, `is_member`, `empty_words`, `too_long`, `enough_today`
 */
export async function shoutOutElsewhere(
  house: House,
  viewer: MemberViewer,
  given: { name: string; words: string },
): Promise<string> {
  if (!thanksPolicy.shoutOutElsewhere(viewer) || !(await hasWalls(house, viewer))) throw notFound()
  const name = tidyName(given.name.toWellFormed())
  if (!name || name.length > NAME_LENGTH) throw unfitting('name', 'name_missing', thanksErrors.nameMissing)
  const words = tidyGiven(given.words, true)
  const { communityId, memberId } = viewer
  const same = name.toLowerCase()
  const named = await membersNamed(house.db, communityId, name, 20)
  if (named.some((one) => one.name.toLowerCase() === same))
    throw unfitting('name', 'is_member', thanksErrors.isMember, { name })
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    await holdGiver(trx, communityId, memberId)
    const what = { giverId: memberId, gift: 'shout-out' as const, words, forName: name, ...nowhere }
    const before = await givenJustNow(trx, communityId, what, now)
    if (before) return before
    const taking = { communityId, kind: 'shout-out', subject: memberId, limit: A_DAY_BETWEEN_TWO }
    if (!(await takeToken(trx, { ...taking, seconds: 86_400, now })).ok)
      throw new KindlingError('enough_today', thanksErrors.enoughShoutOuts, { status: 429 })
    const id = newId(now.getTime())
    await addThanks(trx, { ...what, communityId, id, showing: 'shown', createdAt: now })
    return id
  })
}

/** Takes a note off walls and from under its post: who gave it and who was given it keep it between them. */
export async function takeDown(house: House, viewer: MemberViewer, id: string): Promise<Thanks> {
  const { communityId, memberId } = viewer
  const thanks = await thanksById(house.db, communityId, id)
  if (!thanks || !thanksPolicy.takeDown(viewer, thanks)) throw notFound()
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await change(trx, communityId, id, { showing: 'between', shown_at: null })
    await audit(
      trx,
      { communityId, act: w.auditTakenDown, actorId: memberId, memberId: thanks.giverId, subjectId: id },
      now,
    )
  })
  return thanks
}

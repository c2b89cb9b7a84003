import { blockedBetween } from '../bounds/index.ts'
import { readPost, readReply } from '../conversation/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  plainWords,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { memberByHandle, rememberedAmong } from '../members/index.ts'
import { kindDefaults } from '../spaces/index.ts'
import { choicesOf } from './choices-store.ts'
import { handOver } from './hand-over.ts'
import { thankedOne } from './missed/remind.ts'
import { type GivenFor, thanksPolicy } from './policy.ts'
import { type Gift, type HugForm, PASSAGE_LENGTH, passageIn, WORDS_LENGTH } from './rules.ts'
import { addThanks, holdGiver, readersThanked, receiverOf } from './store.ts'
import { givenValue } from './values/given-value.ts'
import { hasWalls } from './walls.ts'
import { thanksErrors } from './words.ts'

export interface Giving {
  postId: string
  replyId: string | null
  gift?: Gift
  words: string
  /** The words of the entry it is about; left out for all of it. */
  passage?: string
  /** Id of the value of this community that it is for; left away where it is for none in particular. */
  value?: string | undefined
  /** "May be shown, if Mira agrees". */
  offerToShow: boolean
}

/** What a viewer may give something for; undefined when they cannot see it. */
export async function readTarget(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
): Promise<GivenFor | undefined> {
  const post = await readPost(house, viewer, postId)
  if (!post) return undefined
  const reply = replyId ? await readReply(house, viewer, replyId) : undefined
  if (replyId && reply?.postId !== postId) return undefined
  const entry = reply ?? post
  // Of words without a name nothing is told: not even that nothing would arrive.
  const author = entry.author ? [entry.author.id] : []
  const remembered = (await rememberedAmong(house.db, viewer.communityId, author)).size > 0
  return { post, entry, remembered }
}

/** What a hug is for who wrote something; undefined where it stands without a name. */
export async function hugFor(
  house: House,
  viewer: MemberViewer,
  { entry }: GivenFor,
): Promise<HugForm | undefined> {
  const author = entry.author?.id
  if (!author) return undefined
  return (await choicesOf(house.db, viewer.communityId, [author])).get(author)!.hug
}

/** Words as they are kept. @throws KindlingError `too_long`, `empty_words` */
export function tidyGiven(words: string, needed = false): string {
  const tidy = words.replaceAll('\u0000', '').toWellFormed().trim()
  if (tidy.length > WORDS_LENGTH) throw unfitting('words', 'too_long', thanksErrors.tooLong)
  if (needed && !tidy) throw unfitting('words', 'empty_words', thanksErrors.emptyWords)
  return tidy
}

function passageOf({ entry }: GivenFor, passage: string | undefined): string {
  if (!passage?.trim()) return ''
  const found = passageIn(plainWords(entry.html), passage)
  if (found === undefined) throw unfitting('passage', 'not_in_there', thanksErrors.notInThere)
  if (found.length > PASSAGE_LENGTH) throw unfitting('passage', 'too_long', thanksErrors.tooLong)
  return found
}

/**
 * Thanks everybody who read along, once for a post. Nobody is told, and who read is not known.
 * @throws KindlingError `readers_thanked` where other words stand there already
 */
async function thankReaders(
  trx: Trx,
  viewer: MemberViewer,
  { postId, words }: Giving,
  now: Date,
): Promise<string> {
  const { communityId, memberId: giverId } = viewer
  await holdGiver(trx, communityId, giverId)
  const before = await readersThanked(trx, communityId, postId)
  if (before?.words === words) return before.id
  if (before) throw new KindlingError('readers_thanked', thanksErrors.readersThanked, { status: 409 })
  const id = newId(now.getTime())
  const what = { gift: 'readers' as const, receiverId: null, replyId: null, showing: 'shown' as const }
  await addThanks(trx, { communityId, id, giverId, postId, words, ...what, createdAt: now })
  return id
}

/**
 * Gives something for a post or reply, with or without words. Pressed twice, it is given once.
 * @throws KindlingError `own_words`, `not_thankable`, `too_long`, `empty_words`, `not_in_there`, `value_gone`,
 * `enough_today`, `readers_thanked`
 */
export async function giveThanks(house: House, viewer: MemberViewer, giving: Giving): Promise<string> {
  const target = await readTarget(house, viewer, giving.postId, giving.replyId)
  if (!target) throw notFound()
  const { post, entry } = target
  const gift = giving.gift ?? 'thanks'
  if (entry.mine && gift !== 'readers')
    throw new KindlingError('own_words', thanksErrors.ownWords, { status: 422 })
  if (!thanksPolicy.give(viewer, gift, target, await hugFor(house, viewer, target)))
    throw forbidden('not_thankable', thanksErrors.notThankable)
  const words = tidyGiven(giving.words, gift === 'shout-out' || gift === 'next')
  const passage = passageOf(target, giving.passage)
  const value = await givenValue(house, viewer, { gift, space: post.space, id: giving.value })
  const now = house.clock.now()
  const { postId, replyId } = giving
  const id = await house.db.transaction().execute(async (trx) => {
    if (gift === 'readers') return thankReaders(trx, viewer, { ...giving, words }, now)
    const receiverId = await receiverOf(trx, viewer.communityId, postId, replyId)
    if (!receiverId) throw notFound()
    const what = { gift, receiverId, spaceId: post.space.id, postId, replyId, passage, words, value }
    const spaceShows = kindDefaults[post.space.kind].thanksShown
    const offerToShow = giving.offerToShow || gift === 'shout-out'
    return handOver(trx, viewer, { ...what, offerToShow, spaceShows, unnamed: !entry.author }, now)
  })
  if (post.mine) await thankedOne(house, viewer, postId)
  return id
}

/** A member whom somebody may thank for an act or for being there. @throws KindlingError `not_found` */
export async function readThankable(house: House, viewer: MemberViewer, handle: string) {
  const member = handle.length <= 60 ? await memberByHandle(house.db, viewer.communityId, handle) : undefined
  if (!member || !thanksPolicy.giveToMember(viewer, member)) throw notFound()
  // Who is blocked does not find the other; who is muted sees nothing of it.
  if (await blockedBetween(house.db, viewer.communityId, viewer.memberId, member.id)) throw notFound()
  return member
}

/** Thanks a member for an act or for being there. @throws KindlingError as `giveThanks` */
export async function thankMember(
  house: House,
  viewer: MemberViewer,
  giving: {
    handle: string
    gift?: 'thanks' | 'shout-out'
    words: string
    value?: string | undefined
    offerToShow: boolean
  },
): Promise<string> {
  const member = await readThankable(house, viewer, giving.handle)
  const gift = giving.gift ?? 'thanks'
  // What is for no post can be shown on the wall alone.
  const spaceShows = await hasWalls(house, viewer)
  if (gift === 'shout-out' && !spaceShows) throw forbidden('not_thankable', thanksErrors.notThankable)
  const words = tidyGiven(giving.words, gift === 'shout-out')
  const value = await givenValue(house, viewer, { gift, id: giving.value })
  const nowhere = { spaceId: null, postId: null, replyId: null, passage: '', unnamed: false }
  const offerToShow = giving.offerToShow || gift === 'shout-out'
  const what = { gift, receiverId: member.id, words, value, offerToShow, spaceShows, ...nowhere }
  const now = house.clock.now()
  return house.db.transaction().execute((trx) => handOver(trx, viewer, what, now))
}

import { blockedBetween } from '../../bounds/index.ts'
import {
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  takeToken,
} from '../../foundation/index.ts'
import { membersById } from '../../members/index.ts'
import { checkedWords } from '../tidy-words.ts'
import { needOpen } from './open-here.ts'
import { type PersonFacts, spotlightPolicy } from './policy.ts'
import { WORDS_A_DAY, WORDS_LENGTH } from './rules.ts'
import { peopleToWriteAbout, personFacts } from './store.ts'
import { spotlightErrors as e } from './words.ts'
import { eraseWords, holdWords, putWords } from './words-store.ts'

/** Somebody one may write about. */
export interface About extends PersonFacts {
  name: string
  handle: string
}

/**
 * Whom a member would write about.
 * @throws KindlingError `not_found`, also for who is under 18, wants nothing written, left, or stands behind a block
 */
export async function readAbout(house: House, viewer: MemberViewer, handle: string): Promise<About> {
  const row = await peopleToWriteAbout(house.db, viewer.communityId)
    .where('m.handle', '=', handle)
    .executeTakeFirst()
  const about = row && { ...personFacts(row), name: row.name, handle: row.handle }
  if (!about || !spotlightPolicy.write(viewer, about)) throw notFound()
  if (await blockedBetween(house.db, viewer.communityId, viewer.memberId, about.id)) throw notFound()
  return about
}

/**
 * Leaves one or two sentences about somebody, unseen and uncounted; written again, they change.
 * @returns their id
 * @throws KindlingError `not_open_yet`, `not_found`, `words_missing`, `words_too_long`, `enough_today`
 */
export async function writeAbout(
  house: House,
  viewer: MemberViewer,
  handle: string,
  text: string,
): Promise<string> {
  const { communityId, memberId: writerId } = viewer
  await needOpen(house, communityId)
  const about = await readAbout(house, viewer, handle)
  const words = checkedWords(text, { limit: WORDS_LENGTH, missing: e.missing, tooLong: e.tooLong })
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    const taking = {
      communityId,
      kind: 'spotlight-words',
      subject: writerId,
      limit: WORDS_A_DAY,
      seconds: 86_400,
      now,
    }
    const taken = await takeToken(trx, taking)
    if (!taken.ok) throw new KindlingError('enough_today', e.enough, { status: 429 })
    return putWords(trx, communityId, {
      id: newId(now.getTime()),
      aboutId: about.id,
      writerId,
      words,
      writtenAt: now,
    })
  })
}

/**
 * Takes back words that nobody has read.
 * @returns whose handle they were about
 * @throws KindlingError `not_found` for everybody but their writer, and once they were delivered
 */
export async function takeBackWords(
  house: House,
  viewer: MemberViewer,
  id: string,
): Promise<string | undefined> {
  return house.db.transaction().execute(async (trx) => {
    const words = await holdWords(trx, viewer.communityId, id)
    if (!words || !spotlightPolicy.takeBack(viewer, words)) throw notFound()
    await eraseWords(trx, viewer.communityId, id)
    return (await membersById(trx, viewer.communityId, [words.aboutId])).get(words.aboutId)?.handle
  })
}

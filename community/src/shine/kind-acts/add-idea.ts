import {
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  takeToken,
} from '../../foundation/index.ts'
import { checkedWords } from '../tidy-words.ts'
import { needOpen } from './open-here.ts'
import { kindActPolicy } from './policy.ts'
import { IDEA_LENGTH, IDEAS_A_DAY } from './rules.ts'
import { actById, addAct, addedJustNow, eraseAct } from './store.ts'
import { kindActErrors as e } from './words.ts'

const TWICE_MILLISECONDS = 60_000

/**
 * Adds an idea for a kind act. Pressed twice, it is there once.
 * @returns its id
 * @throws KindlingError `not_open_yet`, `words_missing`, `words_too_long`, `enough_today`
 */
export async function addIdea(house: House, viewer: MemberViewer, text: string): Promise<string> {
  if (!kindActPolicy.add(viewer)) throw notFound()
  const { communityId, memberId: authorId } = viewer
  await needOpen(house, communityId)
  const words = checkedWords(text, { limit: IDEA_LENGTH, missing: e.missing, tooLong: e.tooLong })
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    // Counting holds the writer, so that the second press waits for the first.
    const taking = {
      communityId,
      kind: 'kind-act',
      subject: authorId,
      limit: IDEAS_A_DAY,
      seconds: 86_400,
      now,
    }
    const taken = await takeToken(trx, taking)
    const since = new Date(now.getTime() - TWICE_MILLISECONDS)
    const before = await addedJustNow(trx, communityId, { authorId, words, since })
    if (before) return before
    if (!taken.ok) throw new KindlingError('enough_today', e.enough, { status: 429 })
    const id = newId(now.getTime())
    await addAct(trx, communityId, { id, authorId, words, createdAt: now })
    return id
  })
}

/**
 * Takes an idea away, with what was told of it.
 * @throws KindlingError `not_found` for everybody but its author and stewards
 */
export async function takeIdeaAway(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const act = await actById(trx, viewer.communityId, id)
    if (!act || !kindActPolicy.takeAway(viewer, act)) throw notFound()
    await eraseAct(trx, viewer.communityId, id)
  })
}

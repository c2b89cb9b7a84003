import { type House, type Listener, type MemberViewer, newId, notFound } from '../../foundation/index.ts'
import { checkedWords } from '../tidy-words.ts'
import { needOpen } from './open-here.ts'
import { kindActPolicy } from './policy.ts'
import { readAct } from './read-acts.ts'
import { STORY_LENGTH } from './rules.ts'
import { addTry, eraseKindActsOf, eraseTry, setStory, tryOf } from './store.ts'
import { kindActErrors as e } from './words.ts'

/** The idea, if this member sees it. @throws KindlingError `not_open_yet`, `not_found` */
async function need(house: House, viewer: MemberViewer, actId: string): Promise<void> {
  await needOpen(house, viewer.communityId)
  if (!kindActPolicy.doIt(viewer) || !(await readAct(house, viewer, actId))) throw notFound()
}

/** "I did this": kept for who did alone. No event, no notice, no figure comes of it. */
export async function didAct(house: House, viewer: MemberViewer, actId: string): Promise<void> {
  await need(house, viewer, actId)
  const now = house.clock.now()
  const one = { id: newId(now.getTime()), actId, memberId: viewer.memberId, triedAt: now }
  await house.db.transaction().execute((trx) => addTry(trx, viewer.communityId, one))
}

/** As if it had not been pressed; what was told of it goes too. */
export async function undoAct(house: House, viewer: MemberViewer, actId: string): Promise<void> {
  const mine = { actId, memberId: viewer.memberId }
  await house.db.transaction().execute((trx) => eraseTry(trx, viewer.communityId, mine))
}

/**
 * Tells how it went, which also says that one did it.
 * @throws KindlingError `not_found`, `words_missing`, `words_too_long`
 */
export async function tellStory(
  house: House,
  viewer: MemberViewer,
  actId: string,
  text: string,
): Promise<void> {
  await need(house, viewer, actId)
  const story = checkedWords(text, { limit: STORY_LENGTH, missing: e.storyMissing, tooLong: e.tooLong })
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await addTry(trx, communityId, { id: newId(now.getTime()), actId, memberId, triedAt: now })
    await setStory(trx, communityId, { actId, memberId, story, at: now })
  })
}

/**
 * Keeps a story to oneself again, or takes somebody's away as a steward. That it was done stays with who did it.
 * @throws KindlingError `not_found`
 */
export async function takeStoryBack(
  house: House,
  viewer: MemberViewer,
  actId: string,
  memberId: string,
): Promise<void> {
  const { communityId } = viewer
  await house.db.transaction().execute(async (trx) => {
    const done = await tryOf(trx, communityId, { actId, memberId })
    if (!done || !(kindActPolicy.tell(viewer, done) || kindActPolicy.takeStoryAway(viewer))) throw notFound()
    await setStory(trx, communityId, { actId, memberId, story: null, at: house.clock.now() })
  })
}

export const kindActsLeaving: Listener = {
  name: 'kind-acts-leaving',
  kinds: ['member-left'],
  async hear(house, { communityId, memberId }) {
    if (memberId) await house.db.transaction().execute((trx) => eraseKindActsOf(trx, communityId, memberId))
  },
}

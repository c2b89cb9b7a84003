import { blockedBetween, hasMuted, type Reportable, shownPlain } from '../../bounds/index.ts'
import { guessLanguage } from '../../conversation/index.ts'
import { membersById } from '../../members/index.ts'
import { kindActPolicy } from './policy.ts'
import { readAct } from './read-acts.ts'
import { STORY } from './rules.ts'
import { setStoryHidden, toldById } from './store.ts'
import { kindActWords as w } from './words.ts'

const actAt = (actId: string) => `/kind-acts/${actId}`

/** What somebody told of a kind act. */
export const reportableStory: Reportable = {
  kind: STORY,
  says: {
    one: w.oneStory,
    report: w.reportStory,
    place: w.title,
    hides: w.hideStory,
    shows: w.stewardsRead,
  },
  async find(house, viewer, id) {
    const { communityId, memberId } = viewer
    const told = await toldById(house.db, communityId, id)
    const act = told && (await readAct(house, viewer, told.actId))
    if (!told || !act || !kindActPolicy.read(viewer)) return undefined
    if (await blockedBetween(house.db, communityId, memberId, told.memberId)) return undefined
    const teller = (await membersById(house.db, communityId, [told.memberId])).get(told.memberId)
    if (!teller) return undefined
    const mine = told.memberId === memberId
    const muted = await hasMuted(house.db, { communityId, ownerId: memberId, otherId: told.memberId })
    const back = actAt(told.actId)
    return {
      by: { handle: teller.handle, name: teller.name, muted, back },
      words: told.story,
      language: guessLanguage(told.story),
      mine,
      hidden: told.hidden || !kindActPolicy.report(viewer, told),
      back,
      where: act.words,
      beside: [],
      ways: [],
    }
  },
  async take(trx, { communityId }, id) {
    const told = await toldById(trx, communityId, id)
    if (!told || told.hidden) return undefined
    const { memberId: authorId, story, toldAt: saidAt } = told
    const line = { authorId, html: shownPlain(story), language: guessLanguage(story), saidAt, reported: true }
    return { authorId, otherId: null, guarded: false, spaceId: null, lines: [line] }
  },
  changeAt: actAt,
  hide: (trx, communityId, id, now) => setStoryHidden(trx, communityId, id, now),
  restore: (trx, communityId, id) => setStoryHidden(trx, communityId, id, null),
  async standing(db, communityId, id) {
    const told = await toldById(db, communityId, id)
    if (!told) return { is: 'gone', href: undefined }
    return { is: told.hidden ? 'hidden' : 'there', href: actAt(told.actId) }
  },
}

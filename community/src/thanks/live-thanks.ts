import { blockedBetween, hasMuted } from '../bounds/index.ts'
import { readPost } from '../conversation/index.ts'
import { isId, type LiveTopic } from '../foundation/index.ts'
import { thanksPolicy } from './policy.ts'
import { thanksById } from './store.ts'

/** What is given in an open thread: that there is something, never what it says. */
export const liveThanks: LiveTopic = {
  name: 'thanks',
  kinds: ['thanks-given', 'gift-given', 'thanks-shown', 'thanks-answered'],
  async mayListen(house, viewer, key) {
    const post = isId(key) ? await readPost(house, viewer, key) : undefined
    return post !== undefined
  },
  concerns: (event, viewer, key) =>
    event.postId === key &&
    event.actorId !== viewer.memberId &&
    (event.kind !== 'thanks-answered' || event.memberId === viewer.memberId),
  async tell(house, viewer, event, key) {
    const thanks = event.subjectId
      ? await thanksById(house.db, viewer.communityId, event.subjectId)
      : undefined
    if (!thanks) return undefined
    if (!thanksPolicy.read(viewer, { ...thanks, putAway: thanks.putAwayAt !== null })) return undefined
    const { communityId, memberId } = viewer
    if (await blockedBetween(house.db, communityId, memberId, thanks.giverId)) return undefined
    if (await hasMuted(house.db, { communityId, ownerId: memberId, otherId: thanks.giverId }))
      return undefined
    // A closed door may have come since the page began to listen.
    return (await readPost(house, viewer, key)) ? { thanks: thanks.id } : undefined
  },
}

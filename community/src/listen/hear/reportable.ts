import { type Reportable, shownPlain } from '../../bounds/index.ts'
import { entryPlace, guessLanguage } from '../../conversation/index.ts'
import { listenWords as w } from '../words.ts'
import { hearingPolicy } from './policy.ts'
import { readHearing } from './read-hearings.ts'
import { HEARING } from './rules.ts'
import { hearingById, placeOfHearing, setHearingHidden } from './store.ts'

/** "What I hear is ...": one line of somebody about somebody's words. */
export const reportableHearing: Reportable = {
  kind: HEARING,
  says: {
    one: w.oneHearing,
    report: w.reportHearing,
    place: w.hearTitle,
    hides: w.hideHearing,
    shows: w.stewardsRead,
  },
  async find(house, viewer, id) {
    const found = await readHearing(house, viewer, id)
    if (!found) return undefined
    const { listener, words, isMine, isForMe, hidden, muted, title } = found
    const back = entryPlace(found.postId, found.replyId)
    const at = `/listen/hearings/${id}`
    return {
      by: { ...listener, muted, back },
      words,
      language: guessLanguage(words),
      mine: isMine,
      hidden: hidden || !hearingPolicy.report(viewer, { listenerId: isMine ? viewer.memberId : '' }),
      back,
      where: title,
      beside: [],
      ways: isForMe
        ? [
            { href: `${at}/correct`, act: w.notQuite, about: w.correctAbout },
            { href: `${at}/take-away`, press: true, act: w.takeAway, about: w.takeAwayAbout },
          ]
        : [],
    }
  },
  async take(trx, { communityId }, id) {
    const hearing = await hearingById(trx, communityId, id, true)
    const place = hearing && (await placeOfHearing(trx, communityId, hearing))
    if (!place || hearing.hidden) return undefined
    const { listenerId, authorId, words, saidAt } = hearing
    const html = shownPlain(words)
    const language = guessLanguage(words)
    return {
      ...place,
      authorId: listenerId,
      otherId: authorId,
      lines: [{ authorId: listenerId, html, language, saidAt, reported: true }],
    }
  },
  hide: (trx, communityId, id, now) => setHearingHidden(trx, communityId, id, now),
  restore: (trx, communityId, id) => setHearingHidden(trx, communityId, id, null),
  async standing(db, communityId, id) {
    const hearing = await hearingById(db, communityId, id)
    if (!hearing) return { is: 'gone', href: undefined }
    return { is: hearing.hidden ? 'hidden' : 'there', href: entryPlace(hearing.postId, hearing.replyId) }
  },
}

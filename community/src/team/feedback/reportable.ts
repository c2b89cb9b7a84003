import { blockedBetween, hasMuted, type Reportable, shownPlain } from '../../bounds/index.ts'
import { guessLanguage } from '../../conversation/index.ts'
import { membersById } from '../../members/index.ts'
import { feedbackPolicy } from './policy.ts'
import { ANSWER, type Answer, answerParts } from './rules.ts'
import { answerById, setAnswerHidden } from './store.ts'
import { feedbackWords as w } from './words.ts'

const partsOf = (answer: Answer) => answerParts.map((part) => answer[part]).filter(Boolean)

/** What somebody answered to a question for feedback: for who asked alone, and so theirs alone to bring to the stewards. */
export const reportableAnswer: Reportable = {
  kind: ANSWER,
  says: {
    one: w.oneAnswer,
    report: w.reportAnswer,
    place: w.title,
    hides: w.hideAnswer,
    shows: w.stewardsRead,
  },
  async find(house, viewer, id) {
    const { communityId, memberId } = viewer
    const answer = await answerById(house.db, communityId, id)
    if (!answer || (await blockedBetween(house.db, communityId, memberId, answer.writerId))) return undefined
    const mine = answer.writerId === memberId
    if (!mine && !feedbackPolicy.report(viewer, answer)) return undefined
    const writer = (await membersById(house.db, communityId, [answer.writerId])).get(answer.writerId)
    if (!writer) return undefined
    const { handle, name } = writer
    const muted = await hasMuted(house.db, { communityId, ownerId: memberId, otherId: answer.writerId })
    const back = `/feedback/${answer.askId}`
    const words = partsOf(answer).join('\n\n')
    const away = { href: `${back}/answers/${id}/delete`, press: true }
    return {
      by: { handle, name, muted, back },
      words,
      language: guessLanguage(words),
      mine,
      hidden: answer.hidden,
      back,
      where: answer.about,
      beside: [],
      betweenTwo: true,
      ways: mine ? [] : [{ ...away, act: w.deleteAnswer, about: w.deleteAbout }],
    }
  },
  async take(trx, { communityId }, id) {
    const answer = await answerById(trx, communityId, id)
    if (!answer || answer.hidden) return undefined
    const { writerId: authorId, askerId: otherId, spaceId, createdAt: saidAt } = answer
    const parts = partsOf(answer)
    const html = parts.map(shownPlain).join('')
    const line = { authorId, html, language: guessLanguage(parts.join(' ')), saidAt, reported: true }
    return { authorId, otherId, guarded: false, spaceId, lines: [line] }
  },
  hide: (trx, communityId, id, now) => setAnswerHidden(trx, communityId, id, now),
  restore: (trx, communityId, id) => setAnswerHidden(trx, communityId, id, null),
  async standing(db, communityId, id) {
    const answer = await answerById(db, communityId, id)
    return { is: answer ? (answer.hidden ? 'hidden' : 'there') : 'gone', href: undefined }
  },
}

import { blockedBetween, hasMuted, type Reportable, shownPlain } from '../../bounds/index.ts'
import { guessLanguage } from '../../conversation/index.ts'
import { membersById } from '../../members/index.ts'
import { KEPT_PAGE, SPOTLIGHT_PAGE } from './pages-at.ts'
import { spotlightPolicy } from './policy.ts'
import { readSpotlight } from './read-spotlight.ts'
import { SENTENCE } from './rules.ts'
import { spotlightWords as w } from './words.ts'
import { changeWords, holdWords, setTakenOut, wordsById } from './words-store.ts'

/** A sentence that somebody wrote about somebody. */
export const reportableSentence: Reportable = {
  kind: SENTENCE,
  says: {
    one: w.oneSentence,
    report: w.reportSentence,
    place: w.title,
    hides: w.hideSentence,
    shows: w.stewardsRead,
  },
  async find(house, viewer, id) {
    const { communityId, memberId } = viewer
    const words = await wordsById(house.db, communityId, id)
    if (!words || (await blockedBetween(house.db, communityId, memberId, words.writerId))) return undefined
    const mine = words.writerId === memberId
    const forMe = words.aboutId === memberId
    const lit = !forMe && (await readSpotlight(house, viewer))?.sentences.some((one) => one.id === id)
    if (!mine && !spotlightPolicy.report(viewer, { ...words, lit: lit ?? false })) return undefined
    const writer = (await membersById(house.db, communityId, [words.writerId])).get(words.writerId)
    if (!writer) return undefined
    const muted = await hasMuted(house.db, { communityId, ownerId: memberId, otherId: words.writerId })
    const back = forMe ? KEPT_PAGE : SPOTLIGHT_PAGE
    const at = `/spotlight/words/${id}`
    return {
      by: { handle: writer.handle, name: writer.name, muted, back },
      words: words.words,
      language: guessLanguage(words.words),
      mine,
      hidden: words.takenOut,
      back,
      where: forMe ? w.keptTitle : w.title,
      beside: [],
      betweenTwo: forMe,
      ways: forMe ? [{ href: `${at}/hide`, press: true, act: w.hide, about: w.hideAbout }] : [],
    }
  },
  async take(trx, { communityId, memberId }, id) {
    const words = await holdWords(trx, communityId, id)
    if (!words || words.takenOut) return undefined
    const { writerId: authorId, aboutId, writtenAt: saidAt } = words
    // Whom it is about would rather not have it read meanwhile; they can let it be seen again.
    if (aboutId === memberId) await changeWords(trx, communityId, id, { hidden: true })
    const language = guessLanguage(words.words)
    const line = { authorId, html: shownPlain(words.words), language, saidAt, reported: true }
    return { authorId, otherId: aboutId, guarded: false, spaceId: null, lines: [line] }
  },
  hide: (trx, communityId, id, now) => setTakenOut(trx, communityId, id, now),
  restore: (trx, communityId, id) => setTakenOut(trx, communityId, id, null),
  async standing(db, communityId, id) {
    const words = await wordsById(db, communityId, id)
    return { is: words ? (words.takenOut ? 'hidden' : 'there') : 'gone', href: undefined }
  },
}

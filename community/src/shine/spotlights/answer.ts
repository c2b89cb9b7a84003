import { type House, KindlingError, type MemberViewer, notFound } from '../../foundation/index.ts'
import { spotlightPolicy } from './policy.ts'
import { chooseShown } from './read-spotlight.ts'
import { type Answer, DAY, SHOWN_DAYS } from './rules.ts'
import { askedById, changeAsked, choicesOf, holdTheLight, setChoices, takenUntil } from './store.ts'
import { spotlightErrors as e } from './words.ts'
import { changeWords, holdWords } from './words-store.ts'

/**
 * Says yes, keep, or no. Nobody is told, whatever it is; a yes is seen once it is lit, after the one that shines now.
 * @throws KindlingError `not_found` for everybody else and once it is answered, `nothing_to_show`
 */
export async function answerSpotlight(
  house: House,
  viewer: MemberViewer,
  id: string,
  answer: Answer,
): Promise<void> {
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  const { sentences } = await chooseShown(house, viewer, id)
  await house.db.transaction().execute(async (trx) => {
    await holdTheLight(trx, communityId)
    const asked = await askedById(trx, communityId, id)
    if (!asked || !spotlightPolicy.readAsked(viewer, asked)) throw notFound()
    // Pressed twice.
    if (asked.answer === answer) return
    if (!spotlightPolicy.answer(viewer, asked, now)) throw notFound()
    if (answer === 'no') {
      const choices = await choicesOf(trx, communityId, memberId)
      await setChoices(trx, communityId, memberId, { ...choices, asks: false })
    }
    if (answer !== 'yes') return changeAsked(trx, communityId, id, { answer })
    if (sentences.length === 0) throw new KindlingError('nothing_to_show', e.nothingToShow, { status: 422 })
    const from = (await takenUntil(trx, communityId, now)) ?? now
    const until = new Date(from.getTime() + SHOWN_DAYS * DAY)
    const words = sentences.map((one) => one.id)
    const change = { answer, shown_from: from, shown_until: until, shown_words: words }
    await changeAsked(trx, communityId, id, change)
  })
}

/** Takes down what is shown of oneself. The words stay theirs. */
export async function endSpotlight(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await holdTheLight(trx, viewer.communityId)
    const asked = await askedById(trx, viewer.communityId, id)
    if (!asked || !spotlightPolicy.end(viewer, asked)) throw notFound()
    await changeAsked(trx, viewer.communityId, id, { answer: 'keep', shown_until: null })
  })
}

/** What a receiver may do with one sentence. */
export type WordsStep = 'hide' | 'show'

/**
 * Hides a sentence from others, or lets it be seen again.
 * @throws KindlingError `not_found` for everybody but whom it is about
 */
export async function stepWords(
  house: House,
  viewer: MemberViewer,
  id: string,
  step: WordsStep,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const words = await holdWords(trx, viewer.communityId, id)
    if (!words || !spotlightPolicy.keep(viewer, words)) throw notFound()
    await changeWords(trx, viewer.communityId, id, { hidden: step === 'hide' })
  })
}

import {
  type House,
  isId,
  KindlingError,
  type MemberViewer,
  notFound,
  record,
  takeToken,
  unfitting,
} from '../foundation/index.ts'
import { addAuthorWords } from './decision-store.ts'
import { ENTRY } from './entry-store.ts'
import { casePolicy } from './policy.ts'
import { factsOfCase } from './read-facts.ts'
import { ASKS_A_DAY, type AuthorSays, REASON_LENGTH, tidyWords } from './rules.ts'
import { hasLines, lockCase } from './store.ts'
import { mendErrors } from './words.ts'

export interface AskingAgain {
  caseId: string
  kind: AuthorSays
  words: string
}

/**
 * The author of something hidden asks for another look, or says that it seems wrong to them.
 * @throws KindlingError `not_hidden`, `words_missing`, `words_too_long`, `enough_asked`, `time_has_run`
 */
export async function askAgain(
  house: House,
  viewer: MemberViewer,
  asking: AskingAgain,
): Promise<{ postId: string | null; replyId: string | null }> {
  if (!isId(asking.caseId)) throw notFound()
  const { communityId, memberId } = viewer
  const words = tidyWords(asking.words)
  if (asking.kind === 'wrong' && !words) throw unfitting('words', 'words_missing', mendErrors.wordsMissing)
  if (words.length > REASON_LENGTH)
    throw unfitting('words', 'words_too_long', mendErrors.wordsTooLong, { count: REASON_LENGTH })
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    const found = await lockCase(trx, communityId, asking.caseId)
    const facts = found && (await factsOfCase(trx, viewer, found.id))
    if (!found || !facts || !casePolicy.askAgain(viewer, facts)) throw notFound()
    if (found.state !== 'hidden') throw new KindlingError('not_hidden', mendErrors.notHidden, { status: 409 })
    if (found.kind !== ENTRY && !(await hasLines(trx, communityId, found.id)))
      throw new KindlingError('time_has_run', mendErrors.timeHasRun, { status: 409 })
    const taken = await takeToken(trx, {
      communityId,
      kind: 'ask-again',
      subject: memberId,
      limit: ASKS_A_DAY,
      seconds: 86_400,
      now,
    })
    if (!taken.ok)
      throw new KindlingError('enough_asked', mendErrors.enoughAsked, {
        status: 429,
      })
    await addAuthorWords(trx, { communityId, caseId: found.id, kind: asking.kind, words }, now)
    await record(
      trx,
      { communityId, kind: 'case-asked-again', spaceId: found.spaceId, subjectId: found.id },
      now,
    )
    return { postId: found.postId, replyId: found.replyId }
  })
}

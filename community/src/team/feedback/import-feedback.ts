import type { Trx } from '../../foundation/index.ts'
import { type Ask, addAnswer, addAsk, type StoredAnswer } from './store.ts'

/** An ask for feedback from elsewhere, or of the sample community: people are named, no space is asked. */
export interface ImportedFeedback extends Omit<Ask, 'spaceId' | 'closedAt'> {
  communityId: string
  answers: readonly Omit<StoredAnswer, 'askId'>[]
}

/** Adds it with what was answered. Whoever did not answer still may; nobody is told. */
export async function importFeedback(
  trx: Trx,
  { communityId, answers, ...ask }: ImportedFeedback,
): Promise<void> {
  const answered = new Set(answers.map(({ writerId }) => writerId))
  const invited = ask.askedIds.filter((id) => !answered.has(id))
  await addAsk(trx, communityId, { ...ask, spaceId: null }, invited)
  for (const answer of answers) await addAnswer(trx, communityId, { ...answer, askId: ask.id })
}

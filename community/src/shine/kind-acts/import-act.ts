import type { Trx } from '../../foundation/index.ts'
import { addAct, addTry, setStory } from './store.ts'

/** An idea as it comes from elsewhere, with what was told of it. */
export interface ImportedAct {
  communityId: string
  id: string
  authorId: string
  words: string
  createdAt: Date
  told: readonly { id: string; memberId: string; words: string; toldAt: Date }[]
}

export async function importAct(trx: Trx, act: ImportedAct): Promise<void> {
  const { communityId, id: actId } = act
  await addAct(trx, communityId, act)
  for (const { id, memberId, words, toldAt } of act.told) {
    await addTry(trx, communityId, { id, actId, memberId, triedAt: toldAt })
    await setStory(trx, communityId, { actId, memberId, story: words, at: toldAt })
  }
}

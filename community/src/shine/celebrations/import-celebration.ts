import type { Trx } from '../../foundation/index.ts'
import { addCelebration, addNamed, type Celebration, putLine } from './store.ts'

/** A celebration as it comes from elsewhere: with who agreed to be named, and what others added. */
export interface ImportedCelebration extends Celebration {
  communityId: string
  named: readonly string[]
  lines: readonly { id: string; memberId: string; words: string; writtenAt: Date }[]
}

export async function importCelebration(trx: Trx, one: ImportedCelebration): Promise<void> {
  const { communityId, named, lines, ...celebration } = one
  await addCelebration(trx, communityId, celebration)
  for (const memberId of named)
    await addNamed(trx, communityId, one.id, { memberId, askedAt: one.openedAt, answer: 'yes' })
  for (const line of lines) await putLine(trx, communityId, { celebrationId: one.id, ...line })
}

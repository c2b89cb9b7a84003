import type { Trx } from '../foundation/index.ts'
import { type EntryPlace, releaseEntry } from './release-entry.ts'

async function setHidden(trx: Trx, place: EntryPlace, hiddenAt: Date | null): Promise<boolean> {
  const query = place.replyId
    ? trx
        .updateTable('replies')
        .set({ hidden_at: hiddenAt })
        .where('community_id', '=', place.communityId)
        .where('id', '=', place.replyId)
        .where('deleted_at', 'is', null)
        .where('hidden_at', hiddenAt ? 'is' : 'is not', null)
    : trx
        .updateTable('posts')
        .set({ hidden_at: hiddenAt })
        .where('community_id', '=', place.communityId)
        .where('id', '=', place.postId)
        .where('deleted_at', 'is', null)
        .where('hidden_at', hiddenAt ? 'is' : 'is not', null)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Takes an entry out of sight for everybody but its author and stewards. Who may is decided where cases are.
 * @returns false when there was nothing to hide: it was hidden already, or its author took it back
 */
export function hideEntry(trx: Trx, place: EntryPlace, now: Date): Promise<boolean> {
  return setHidden(trx, place, now)
}

/**
 * Puts a hidden entry back; one that had been held before it was hidden comes into sight for the first time.
 * @returns false when it was not hidden, or its author took it back
 */
export async function restoreEntry(trx: Trx, place: EntryPlace, now: Date): Promise<boolean> {
  if (!(await setHidden(trx, place, null))) return false
  await releaseEntry(trx, place, now)
  return true
}

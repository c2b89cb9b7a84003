import type { Listener } from '../foundation/index.ts'
import { eraseHearingsOfEntry, eraseHearingsOfMember } from './hear/store.ts'
import { eraseMattersOfMember } from './side/matters-store.ts'

/** What was said about words that were taken back goes with them, and all of it with its member. */
export const forgetWithIt: Listener = {
  name: 'listen-forget',
  kinds: ['post-deleted', 'reply-deleted', 'member-left'],
  async hear({ db }, { kind, communityId, postId, replyId, memberId }) {
    if (kind !== 'member-left') {
      const entryId = replyId ?? postId
      if (entryId) await eraseHearingsOfEntry(db, communityId, entryId)
    } else if (memberId) {
      await eraseHearingsOfMember(db, communityId, memberId)
      await eraseMattersOfMember(db, communityId, memberId)
    }
  },
}

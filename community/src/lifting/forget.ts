import type { Listener } from '../foundation/index.ts'
import { eraseMarksOfMember, eraseMarksOfReply } from './store.ts'

/** What was said about an answer goes with it, and all of it with its member. */
export const marksForgotten: Listener = {
  name: 'lifting-forget',
  kinds: ['reply-deleted', 'member-left'],
  async hear(house, { kind, communityId, replyId, memberId }) {
    if (kind === 'reply-deleted' && replyId) await eraseMarksOfReply(house.db, communityId, replyId)
    if (kind === 'member-left' && memberId)
      await house.db.transaction().execute((trx) => eraseMarksOfMember(trx, communityId, memberId))
  },
}

import type { Listener } from '../../foundation/index.ts'
import { forgetEntry, forgetMember } from './store.ts'

/** What was agreed about an entry goes with it, and all of a member with them. */
export const forgetWithIt: Listener = {
  name: 'rituals-forget',
  kinds: ['reply-deleted', 'member-left'],
  async hear({ db }, { kind, communityId, replyId, memberId }) {
    if (kind === 'reply-deleted' && replyId) await forgetEntry(db, communityId, replyId)
    else if (memberId) await forgetMember(db, communityId, memberId)
  },
}

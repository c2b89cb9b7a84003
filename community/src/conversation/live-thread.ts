import { isId, type LiveTopic } from '../foundation/index.ts'
import { readPost, readReply } from './read-entry.ts'

/** New answers in an open thread: which, never what they say. */
export const liveThread: LiveTopic = {
  name: 'thread',
  kinds: ['reply-written'],
  async mayListen(house, viewer, key) {
    const post = isId(key) ? await readPost(house, viewer, key) : undefined
    // What was taken back still has a page, and answers under it.
    return post !== undefined
  },
  concerns: (event, viewer, key) => event.postId === key && event.actorId !== viewer.memberId,
  async tell(house, viewer, event) {
    const reply = event.replyId ? await readReply(house, viewer, event.replyId) : undefined
    return reply?.readable && !reply.muted ? { reply: reply.id } : undefined
  },
}

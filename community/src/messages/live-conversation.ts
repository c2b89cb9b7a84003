import { isId, type LiveTopic } from '../foundation/index.ts'
import { readConversation } from './read-conversation.ts'

/** New messages in an open conversation: which, never what they say. */
export const liveConversation: LiveTopic = {
  name: 'conversation',
  kinds: ['message-written'],
  mayListen: async (house, viewer, key) =>
    isId(key) && (await readConversation(house, viewer, key)) !== undefined,
  concerns: (event, viewer, key) => event.subjectId === key && event.memberId === viewer.memberId,
  async tell(house, viewer, _event, key) {
    const conversation = await readConversation(house, viewer, key)
    return conversation?.theirsId && !conversation.muted ? { reply: conversation.theirsId } : undefined
  },
}

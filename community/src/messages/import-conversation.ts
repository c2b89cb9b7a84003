import { renderMarkdown, type Trx } from '../foundation/index.ts'
import { addMessage, changeConversation, holdPair } from './store.ts'

/** A conversation as it was kept elsewhere, or as the sample community tells it. */
export interface ImportedConversation {
  communityId: string
  /** Who asked, and whom. */
  askedBy: string
  to: string
  reason: string
  /** In the order in which they were written; the first is the request. */
  messages: readonly { id: string; authorId: string; body: string; createdAt: Date }[]
}

/** Brings in a conversation; it is open where the other one answered. Nobody is told of it. */
export async function importConversation(trx: Trx, imported: ImportedConversation): Promise<void> {
  const { communityId, askedBy, to, messages } = imported
  const first = messages[0]
  if (!first) return
  const { id: conversationId } = await holdPair(trx, communityId, askedBy, to, first.createdAt)
  const answered = messages.some(({ authorId }) => authorId === to)
  await changeConversation(trx, communityId, conversationId, {
    state: answered ? 'open' : 'asked',
    askedBy,
    askedAt: first.createdAt,
  })
  for (const message of messages)
    await addMessage(trx, {
      communityId,
      conversationId,
      ...message,
      receiverId: message.authorId === askedBy ? to : askedBy,
      reason: message === first ? imported.reason : '',
      html: renderMarkdown(message.body),
      language: 'en',
      aboutId: null,
    })
}

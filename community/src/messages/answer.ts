import { blockedBetween } from '../bounds/index.ts'
import { forbidden, type House, type MemberViewer, notFound, type Trx } from '../foundation/index.ts'
import { markSeen } from '../notices/index.ts'
import { type ConversationFacts, messagePolicy } from './policy.ts'
import { countMessage, prepareMessage } from './prepare-message.ts'
import { readConversation } from './read-conversation.ts'
import { isHere } from './read-receiver.ts'
import { TWICE_MILLISECONDS } from './rules.ts'
import { hasUnread } from './sides-store.ts'
import {
  addMessage,
  changeConversation,
  emptyConversation,
  holdConversation,
  messageById,
  nextMessageId,
  removeMessage,
  type StoredConversation,
  saidJustNow,
} from './store.ts'
import { tellOf } from './tell.ts'
import { messageErrors } from './words.ts'

interface Held {
  conversation: StoredConversation
  facts: ConversationFacts
  otherId: string
}

/**
 * A conversation of this member's, held until the transaction ends.
 * @throws KindlingError `not_found` for everybody else, and where a block stands between the two
 */
async function hold(trx: Trx, viewer: MemberViewer, id: string): Promise<Held> {
  const { communityId, memberId } = viewer
  const conversation = await holdConversation(trx, communityId, id)
  const otherId = conversation?.between.find((one) => one !== memberId)
  if (!conversation || !otherId) throw notFound()
  const facts = { ...conversation, otherHere: await isHere(trx, communityId, otherId) }
  if (!messagePolicy.read(viewer, facts)) throw notFound()
  if (await blockedBetween(trx, communityId, memberId, otherId)) throw notFound()
  return { conversation, facts, otherId }
}

/**
 * Writes in a conversation. Who was asked and answers, opens it. Pressed twice, it is there once.
 * @returns the message's id
 * @throws KindlingError `not_found`, `not_answered_yet`, `not_here_any_more`, `message_missing`, `too_often`
 */
export async function answer(house: House, viewer: MemberViewer, id: string, body: string): Promise<string> {
  const { communityId, memberId: authorId } = viewer
  // Before the words are read: who may not write here is told that, and not what is wrong with them.
  const seen = await readConversation(house, viewer, id)
  if (!seen) throw notFound()
  mayWrite(viewer, seen.facts)
  const words = await prepareMessage(house, communityId, body)
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    const held = await hold(trx, viewer, id)
    const since = new Date(now.getTime() - TWICE_MILLISECONDS)
    const before = await saidJustNow(trx, communityId, id, { authorId, body: words.body, since })
    if (before) return before
    mayWrite(viewer, held.facts)
    await countMessage(trx, viewer, now)
    if (held.conversation.state === 'asked')
      await changeConversation(trx, communityId, id, { state: 'open', restedAt: null })
    const messageId = await nextMessageId(trx, communityId, id, now)
    await addMessage(trx, {
      communityId,
      conversationId: id,
      id: messageId,
      authorId,
      receiverId: held.otherId,
      reason: '',
      ...words,
      aboutId: null,
      createdAt: now,
    })
    const said = { communityId, conversationId: id, authorId, receiverId: held.otherId }
    await tellOf(house, trx, { ...said, asks: false, quietly: false }, now)
    return messageId
  })
}

function mayWrite(viewer: MemberViewer, facts: ConversationFacts): void {
  if (messagePolicy.write(viewer, facts)) return
  throw facts.otherHere
    ? forbidden('not_answered_yet', messageErrors.askedAlready)
    : forbidden('not_here_any_more', messageErrors.notHere)
}

/**
 * Says yes or "not now" to a request. The other is told of neither: after a yes they may write, after "not now" they read
 * what they read before. Saying it twice is the same as once, and "not now" may become a yes at any time.
 */
export async function answerRequest(
  house: House,
  viewer: MemberViewer,
  id: string,
  says: 'accept' | 'not-now',
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const { conversation, facts } = await hold(trx, viewer, id)
    if (conversation.state === 'open' && says === 'accept') return
    if (!messagePolicy.answer(viewer, facts)) throw notFound()
    await changeConversation(
      trx,
      viewer.communityId,
      id,
      says === 'accept'
        ? { state: 'open', restedAt: null }
        : { restedAt: conversation.restedAt ?? house.clock.now() },
    )
  })
}

/** Takes back a request: nothing of it is left for either, and a "not now" still holds for the next one. */
export async function withdraw(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const { facts, otherId } = await hold(trx, viewer, id)
    if (!messagePolicy.withdraw(viewer, facts)) throw notFound()
    await emptyConversation(trx, viewer.communityId, id)
    await changeConversation(trx, viewer.communityId, id, { state: 'withdrawn' })
    await endNotice(trx, viewer.communityId, otherId, id, house.clock.now())
  })
}

/** Nothing is left to be told of where everything that waits was taken back: no mark in the place, no letter. */
async function endNotice(
  trx: Trx,
  communityId: string,
  memberId: string,
  id: string,
  now: Date,
): Promise<void> {
  if (await hasUnread(trx, { communityId, memberId, conversationId: id })) return
  await markSeen(trx, communityId, memberId, { subjectId: id }, now)
}

/**
 * Takes a message back within its ten minutes, for both, as if it had not been written.
 * @returns false where nothing is left of the conversation
 * @throws KindlingError `too_late`
 */
export async function takeBack(
  house: House,
  viewer: MemberViewer,
  id: string,
  messageId: string,
): Promise<boolean> {
  return house.db.transaction().execute(async (trx) => {
    const { conversation, facts, otherId } = await hold(trx, viewer, id)
    const now = house.clock.now()
    const message = await messageById(trx, viewer.communityId, id, messageId)
    // A second press finds it gone; that is what was wanted.
    if (!message) return true
    if (message.authorId !== viewer.memberId) throw notFound()
    if (!messagePolicy.takeBack(viewer, facts, message, now))
      throw forbidden('too_late', messageErrors.tooLate)
    const isLeft = await removeMessage(trx, viewer.communityId, id, messageId)
    if (!isLeft) {
      await emptyConversation(trx, viewer.communityId, id)
      if (conversation.state === 'asked')
        await changeConversation(trx, viewer.communityId, id, { state: 'withdrawn' })
    }
    await endNotice(trx, viewer.communityId, otherId, id, now)
    return isLeft
  })
}

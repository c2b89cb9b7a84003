import { blockedBetween } from '../bounds/index.ts'
import { forbidden, type House, type MemberViewer, notFound, type Trx } from '../foundation/index.ts'
import { countTurning } from './limit-requests.ts'
import { openingById, removeOpening, type StoredOpening } from './openings-store.ts'
import { messagePolicy } from './policy.ts'
import { countMessage, type Prepared, prepareMessage, prepareReason } from './prepare-message.ts'
import { aboutForBoth } from './read-about.ts'
import { type Receiver, readReceiver } from './read-receiver.ts'
import { OPENING_LASTS, TWICE_MILLISECONDS } from './rules.ts'
import {
  addMessage,
  changeConversation,
  holdPair,
  nextMessageId,
  type StoredConversation,
  saidJustNow,
} from './store.ts'
import { tellOf } from './tell.ts'
import { messageErrors } from './words.ts'

/** Somebody's first words to another member. */
export interface FirstWords {
  /** Handle of whom they are for; left away where an opening says it. */
  to?: string | undefined
  /** Why they write; asked for where it is a request. */
  reason: string
  body: string
  /** Id of the post or reply it is about; left out of it where not both can see it. */
  beside?: string | undefined
  /** Id of "I am here if you want to write", where they take it up. */
  opening?: string | undefined
}

/**
 * "I am here if you want to write" that this member may take up.
 * @throws KindlingError `not_found` also where it lapsed or was taken back
 */
export async function readOpening(house: House, viewer: MemberViewer, id: string): Promise<StoredOpening> {
  const opening = await openingById(house.db, viewer.communityId, id)
  if (!opening || !messagePolicy.readOpening(viewer, opening)) throw notFound()
  if (house.clock.now().getTime() - opening.createdAt.getTime() > OPENING_LASTS) throw notFound()
  return opening
}

interface Writing {
  receiver: Receiver
  opening: StoredOpening | undefined
  first: FirstWords
  words: Prepared
  aboutId: string | null
  now: Date
}

/** What becomes of the conversation with these words in it. */
interface Next {
  asks: boolean
  reason: string
}

async function ask(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  conversation: StoredConversation,
  { receiver, first, words, now }: Writing,
): Promise<Next> {
  if (!messagePolicy.ask(viewer, receiver)) throw forbidden('takes_no_messages', messageErrors.takesNone)
  const reason = prepareReason(first.reason)
  await countTurning(house, trx, viewer, { to: receiver.id, html: words.html, kind: 'request' }, now)
  // Who said "not now" before is not asked anew by the same person: it rests until they look.
  const restedAt = conversation.askedBy === viewer.memberId ? conversation.restedAt : null
  await changeConversation(trx, viewer.communityId, conversation.id, {
    state: 'asked',
    askedBy: viewer.memberId,
    askedAt: now,
    restedAt,
  })
  conversation.restedAt = restedAt
  return { asks: true, reason }
}

/** Decides, with the conversation held: it goes on, it opens, or somebody asks. */
async function decide(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  conversation: StoredConversation,
  writing: Writing,
): Promise<Next> {
  const { opening, first } = writing
  const reason = first.reason.trim() && !opening ? prepareReason(first.reason) : ''
  if (conversation.state === 'open') return { asks: false, reason }
  const askedMe = conversation.state === 'asked' && conversation.askedBy !== viewer.memberId
  if (!opening && !askedMe) {
    if (conversation.state === 'asked') throw forbidden('asked_already', messageErrors.askedAlready)
    return ask(house, trx, viewer, conversation, writing)
  }
  await changeConversation(trx, viewer.communityId, conversation.id, { state: 'open', restedAt: null })
  return { asks: false, reason }
}

async function write(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  writing: Writing,
): Promise<{ conversationId: string; messageId: string }> {
  const { receiver, opening, words, aboutId, now } = writing
  const { communityId, memberId: authorId } = viewer
  const conversation = await holdPair(trx, communityId, authorId, receiver.id, now)
  // Somebody may have set a block since the page was opened.
  if (await blockedBetween(trx, communityId, authorId, receiver.id)) throw notFound()
  const since = new Date(now.getTime() - TWICE_MILLISECONDS)
  const before = await saidJustNow(trx, communityId, conversation.id, { authorId, body: words.body, since })
  if (before) return { conversationId: conversation.id, messageId: before }
  const { asks, reason } = await decide(house, trx, viewer, conversation, writing)
  await countMessage(trx, viewer, now)
  const id = await nextMessageId(trx, communityId, conversation.id, now)
  await addMessage(trx, {
    communityId,
    conversationId: conversation.id,
    id,
    authorId,
    receiverId: receiver.id,
    reason,
    ...words,
    aboutId,
    createdAt: now,
  })
  if (opening) await removeOpening(trx, communityId, opening.id)
  const quietly = asks && conversation.restedAt !== null
  await tellOf(
    house,
    trx,
    { communityId, conversationId: conversation.id, authorId, receiverId: receiver.id, asks, quietly },
    now,
  )
  return { conversationId: conversation.id, messageId: id }
}

/**
 * Writes to a member. Where the two do not talk yet it is a request with a reason; where the other asked first, or said
 * "I am here if you want to write", the conversation opens. Two who write to each other at once have one conversation.
 * @throws KindlingError `not_found`, `closed_here`, `takes_no_messages`, `asked_already`, `reason_missing`,
 * `message_missing`, `enough_requests`, `too_often`
 */
export async function writeTo(
  house: House,
  viewer: MemberViewer,
  first: FirstWords,
): Promise<{ conversationId: string; messageId: string }> {
  if (!messagePolicy.use(viewer)) throw forbidden('closed_here', messageErrors.closedHere)
  const opening = first.opening ? await readOpening(house, viewer, first.opening) : undefined
  const receiver = await readReceiver(
    house.db,
    viewer,
    opening ? { id: opening.memberId } : { handle: first.to ?? '' },
  )
  const words = await prepareMessage(house, viewer.communityId, first.body)
  const beside = opening?.entryId ?? first.beside
  const between = [viewer.memberId, receiver.id] as const
  const about = beside ? await aboutForBoth(house, viewer.communityId, between, beside) : undefined
  const writing = { receiver, opening, first, words, aboutId: about?.entryId ?? null, now: house.clock.now() }
  return house.db.transaction().execute((trx) => write(house, trx, viewer, writing))
}

import { type House, record, recordForPages, type Trx } from '../foundation/index.ts'
import { reachMembers } from '../members/index.ts'
import { quietUntil } from './rules.ts'
import { settingsOf } from './settings-store.ts'
import { tellLater } from './sides-store.ts'

/** When a member's quiet hours end, where they hold now. */
export async function quietEndOf(
  house: House,
  trx: Trx,
  communityId: string,
  memberId: string,
  now: Date,
): Promise<Date | undefined> {
  const { quiet } = await settingsOf(trx, communityId, memberId)
  if (!quiet) return undefined
  const [member, community] = await Promise.all([
    reachMembers(trx, communityId, [memberId]),
    house.communities.byId(communityId),
  ])
  const zone = member.get(memberId)?.viewer.timeZone ?? community?.timeZone ?? 'UTC'
  return quietUntil(quiet, zone, now)
}

export interface Said {
  communityId: string
  conversationId: string
  authorId: string
  receiverId: string
  /** A request, rather than a message in an open conversation. */
  asks: boolean
  /** Nobody is told: the one who was asked said "not now". */
  quietly: boolean
}

/**
 * An open page of the conversation hears at once; a notice goes out now, or when the receiver's quiet hours end. The
 * author learns of neither.
 */
export async function tellOf(house: House, trx: Trx, said: Said, now: Date): Promise<void> {
  const { communityId, conversationId, authorId, receiverId } = said
  const event = { communityId, actorId: authorId, memberId: receiverId, subjectId: conversationId }
  await recordForPages(trx, [{ ...event, kind: 'message-written' }], now)
  if (said.quietly) return
  const later = await quietEndOf(house, trx, communityId, receiverId, now)
  if (later) await tellLater(trx, { communityId, memberId: receiverId, conversationId }, later)
  else await record(trx, { ...event, kind: said.asks ? 'message-asked' : 'message-arrived' }, now)
}

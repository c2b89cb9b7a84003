import { guessLanguage, prepareBody } from '../conversation/index.ts'
import {
  type House,
  type MemberViewer,
  type Trx,
  takeToken,
  tidyLine,
  tooOften,
  unfitting,
} from '../foundation/index.ts'
import { MESSAGES, REASON_LENGTH } from './rules.ts'
import { messageErrors } from './words.ts'

/** A message as it is kept and shown. */
export interface Prepared {
  body: string
  html: string
  language: string
}

/**
 * Words as they are kept and shown.
 * @throws KindlingError `message_missing`, `body_too_long`
 */
export async function prepareMessage(house: House, communityId: string, body: string): Promise<Prepared> {
  if (body.replaceAll('\u0000', '').trim() === '')
    throw unfitting('body', 'message_missing', messageErrors.messageMissing)
  const [prepared, community] = await Promise.all([
    prepareBody(house, communityId, body),
    house.communities.byId(communityId),
  ])
  return { ...prepared, language: guessLanguage(prepared.body, community?.language) }
}

/**
 * The reason of a request, on one line.
 * @throws KindlingError `reason_missing`, `reason_too_long`
 */
export function prepareReason(reason: string): string {
  const tidy = tidyLine(reason)
  if (!tidy) throw unfitting('reason', 'reason_missing', messageErrors.reasonMissing)
  if (tidy.length > REASON_LENGTH)
    throw unfitting('reason', 'reason_too_long', messageErrors.reasonTooLong, { count: REASON_LENGTH })
  return tidy
}

/**
 * Counts a message against its writer's limit.
 * @throws KindlingError `too_often`
 */
export async function countMessage(trx: Trx, viewer: MemberViewer, now: Date): Promise<void> {
  const { communityId, memberId } = viewer
  const taken = await takeToken(trx, { communityId, kind: 'message', subject: memberId, ...MESSAGES, now })
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds, { code: 'too_often', says: messageErrors.tooOften })
}

import { linkedHosts, writesAsNewcomer } from '../conversation/index.ts'
import {
  type House,
  type MemberViewer,
  type Phrase,
  type Trx,
  takeToken,
  tooOften,
  unfitting,
} from '../foundation/index.ts'
import { A_DAY, A_DAY_AT_FIRST, TO_THE_SAME } from './rules.ts'
import { messageErrors } from './words.ts'

const DAY_SECONDS = 86_400

async function take(
  trx: Trx,
  viewer: MemberViewer,
  counted: { kind: string; subject: string; limit: number; seconds: number },
  says: Phrase,
  now: Date,
): Promise<void> {
  const taken = await takeToken(trx, { communityId: viewer.communityId, ...counted, now })
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds, { code: 'enough_requests', says })
}

/** How many people somebody may turn to in a day; who has only just come turns to one. */
export const aDay = (isNew: boolean): number => (isNew ? A_DAY_AT_FIRST : A_DAY)

/**
 * Counts somebody turning to a person they do not talk with yet. Writing to many costs more than anybody with care
 * would write; a link in the first words of a newcomer is what strangers are baited with.
 * @param turning `to` is left away where that person wrote without a name: a limit between the two would name them;
 * `html` is what is written, rendered, and empty for "I am here"
 * @throws KindlingError `enough_requests`, `link_later`
 */
export async function countTurning(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  turning: { to?: string | undefined; html: string; kind: 'request' | 'opening' },
  now: Date,
): Promise<void> {
  const isNew = await writesAsNewcomer(house, viewer, now)
  if (isNew && linkedHosts(turning.html, house.config.url).length > 0)
    throw unfitting('body', 'link_later', messageErrors.linkLater)
  const kind = `message-${turning.kind}`
  const today = { kind, subject: viewer.memberId, limit: aDay(isNew), seconds: DAY_SECONDS }
  await take(trx, viewer, today, isNew ? messageErrors.oneAtFirst : messageErrors.enoughRequests, now)
  if (!turning.to) return
  const same = { kind: `${kind}-same`, subject: `${viewer.memberId} ${turning.to}`, ...TO_THE_SAME }
  await take(trx, viewer, same, messageErrors.enoughToOne, now)
}

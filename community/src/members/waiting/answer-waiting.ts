import {
  audit,
  type Community,
  type House,
  KindlingError,
  layOut,
  type MemberViewer,
  notFound,
  record,
  type Translator,
} from '../../foundation/index.ts'
import { memberPolicy } from '../policy.ts'
import { addressOf } from '../roles/store.ts'
import { removeWaiting, setActive } from './store.ts'
import { waitingWords as w, waitingErrors } from './words.ts'

function gone(): KindlingError {
  return new KindlingError('not_waiting', waitingErrors.notWaiting, { status: 409 })
}

export interface Answering {
  house: House
  community: Community
  viewer: MemberViewer
  t: Translator
}

/** What the person reads: the door is open, or not now. */
async function write(
  { house, community, t }: Answering,
  to: string | undefined,
  name: string,
  letIn: boolean,
): Promise<void> {
  if (!to) return
  const place = community.name
  const body = layOut({
    paragraphs: [t(w.letterHello, { name }), t(letIn ? w.letInWords : w.notNowWords, { place })],
    ...(letIn ? { link: { label: t(w.letInLink), url: house.config.url } } : {}),
  })
  const subject = t(letIn ? w.letInSubject : w.notNowSubject, { place })
  await house.mail.send({ communityId: community.id, to, subject, ...body })
}

/**
 * Answers somebody who waits at the door, and writes to them.
 * @throws KindlingError `not_waiting` when another steward was quicker
 */
export async function answerWaiting(answering: Answering, memberId: string, letIn: boolean): Promise<string> {
  const { house, viewer } = answering
  if (!memberPolicy.letIn(viewer)) throw notFound()
  const { communityId } = viewer
  const now = house.clock.now()
  const answered = await house.db.transaction().execute(async (trx) => {
    const address = await addressOf(trx, communityId, memberId)
    const name = letIn
      ? await setActive(trx, communityId, memberId, now)
      : await removeWaiting(trx, communityId, memberId)
    if (name === undefined) throw gone()
    const act = letIn ? w.auditLetIn : w.auditNotNow
    const known = letIn ? memberId : null
    await audit(trx, { communityId, act, actorId: viewer.memberId, memberId: known }, now)
    if (letIn) await record(trx, { communityId, kind: 'member-joined', actorId: memberId, memberId }, now)
    return { name, address }
  })
  await write(answering, answered.address, answered.name, letIn)
  return answered.name
}

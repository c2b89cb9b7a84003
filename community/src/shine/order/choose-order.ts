import { hasReached, stageOf } from '../../conversation/index.ts'
import {
  audit,
  forbidden,
  type House,
  type MemberViewer,
  notFound,
  unfitting,
} from '../../foundation/index.ts'
import { type Space, visibleSpace } from '../../spaces/index.ts'
import { orderPolicy } from './policy.ts'
import { postsADay } from './read-candidates.ts'
import { type HeadStarts, MOST_HOURS, type NotYet, notYet, reasons } from './rules.ts'
import { chosenOrders, removeKindOrder, setKindOrder } from './store.ts'
import { orderErrors, orderWords as w } from './words.ts'

/** Why a space cannot choose the kind order now; undefined where it can. */
export async function whyNotYet(
  house: House,
  communityId: string,
  space: Space,
): Promise<NotYet | undefined> {
  const isHouse = hasReached(await stageOf(house, communityId), 'house')
  return notYet({
    kind: space.kind,
    isHouse,
    postsADay: await postsADay(house, { communityId, spaceId: space.id }),
  })
}

/** @throws KindlingError `invalid_hours` where one is no whole number from 0 to 72, or all are 0 */
export function checkStarts(starts: HeadStarts): HeadStarts {
  for (const reason of reasons) {
    const hours = starts[reason]
    if (!Number.isInteger(hours) || hours < 0 || hours > MOST_HOURS)
      throw unfitting(reason, 'invalid_hours', orderErrors.hours, { count: MOST_HOURS })
  }
  if (reasons.every((reason) => starts[reason] === 0))
    throw unfitting('unanswered', 'invalid_hours', orderErrors.allNothing)
  return starts
}

async function spaceOf(house: House, viewer: MemberViewer, slug: string): Promise<Space> {
  const space = await visibleSpace(house, viewer, slug)
  if (!space || !orderPolicy.choose(viewer)) throw notFound()
  return space
}

/**
 * Switches the kind order of a space on, or changes it. What is on may be changed also where the space has become quiet.
 * @throws KindlingError `invalid_hours`, `no_kind_order_yet`, `not_found`
 */
export async function chooseKindOrder(
  house: House,
  viewer: MemberViewer,
  slug: string,
  typed: HeadStarts,
): Promise<void> {
  const space = await spaceOf(house, viewer, slug)
  const starts = checkStarts(typed)
  const { communityId, memberId: by } = viewer
  const isOn = (await chosenOrders.of(house, communityId)).has(space.id)
  const why = isOn ? undefined : await whyNotYet(house, communityId, space)
  if (why) throw forbidden('no_kind_order_yet', orderErrors[why])
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await setKindOrder(trx, { communityId, spaceId: space.id, starts, by, now })
    await audit(trx, { communityId, act: w.auditChosen, actorId: by, spaceId: space.id }, now)
  })
  chosenOrders.forget(house, communityId)
}

/** Back to latest activity. @throws KindlingError `not_found` */
export async function endKindOrder(house: House, viewer: MemberViewer, slug: string): Promise<void> {
  const space = await spaceOf(house, viewer, slug)
  const { communityId, memberId: actorId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await removeKindOrder(trx, communityId, space.id)
    await audit(trx, { communityId, act: w.auditEnded, actorId, spaceId: space.id }, now)
  })
  chosenOrders.forget(house, communityId)
}

import {
  audit,
  type House,
  isId,
  type MemberViewer,
  notFound,
  type Phrase,
  record,
  type Trx,
} from '../../foundation/index.ts'
import { spacePolicy } from '../policy.ts'
import { addSpaceMembers } from '../store.ts'
import { checkSettings, type TypedSettings } from './check-settings.ts'
import {
  createSpaceRow,
  type ManagedSpace,
  managedSpaces,
  setArchived,
  setOrder,
  updateSpace,
} from './store.ts'
import { manageWords as w } from './words.ts'

/** One space, for who manages them. */
export async function managedSpace(house: House, viewer: MemberViewer, id: string): Promise<ManagedSpace> {
  if (!spacePolicy.manage(viewer) || !isId(id)) throw notFound()
  const space = (await managedSpaces(house.db, viewer.communityId)).find((one) => one.id === id)
  if (!space) throw notFound()
  return space
}

/** A change by an administrator with its entry in the log and its event, all or none. */
export async function change(
  house: House,
  viewer: MemberViewer,
  spaceId: string | undefined,
  act: Phrase,
  work: (trx: Trx, now: Date) => Promise<string>,
  memberId?: string,
): Promise<string> {
  if (!spacePolicy.manage(viewer)) throw notFound()
  if (spaceId) await managedSpace(house, viewer, spaceId)
  const now = house.clock.now()
  const { communityId } = viewer
  return house.db.transaction().execute(async (trx) => {
    const id = await work(trx, now)
    await audit(trx, { communityId, act, actorId: viewer.memberId, spaceId: id, memberId }, now)
    await record(
      trx,
      { communityId, kind: 'space-changed', actorId: viewer.memberId, spaceId: id, memberId },
      now,
    )
    return id
  })
}

/** Makes a space. Who makes an invited one is in it. */
export async function createSpace(house: House, viewer: MemberViewer, typed: TypedSettings): Promise<string> {
  const settings = checkSettings(typed)
  return change(house, viewer, undefined, w.auditCreated, async (trx, now) => {
    const { id } = await createSpaceRow(trx, viewer.communityId, settings, now)
    if (settings.visibility === 'invited')
      await addSpaceMembers(trx, viewer.communityId, id, [viewer.memberId], now)
    return id
  })
}

/** Changes a space's settings. */
export async function changeSpace(
  house: House,
  viewer: MemberViewer,
  id: string,
  typed: TypedSettings,
): Promise<void> {
  const settings = checkSettings(typed)
  const before = await managedSpace(house, viewer, id)
  await change(house, viewer, id, w.auditChanged, async (trx, now) => {
    await updateSpace(trx, viewer.communityId, id, settings)
    if (settings.visibility === 'invited' && before.visibility !== 'invited')
      await addSpaceMembers(trx, viewer.communityId, id, [viewer.memberId], now)
    return id
  })
}

/** Lets a space rest: it can be read, and nothing new is written. */
export async function archiveSpace(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await change(house, viewer, id, w.auditArchived, async (trx, now) => {
    await setArchived(trx, viewer.communityId, id, now)
    return id
  })
}

/** Wakes a resting space. */
export async function restoreSpace(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await change(house, viewer, id, w.auditRestored, async (trx) => {
    await setArchived(trx, viewer.communityId, id, null)
    return id
  })
}

/** Moves a space one place up or down among those that are not resting. */
export async function moveSpace(
  house: House,
  viewer: MemberViewer,
  id: string,
  direction: 'up' | 'down',
): Promise<void> {
  await managedSpace(house, viewer, id)
  await house.db.transaction().execute(async (trx) => {
    const order = (await managedSpaces(trx, viewer.communityId)).map((space) => space.id)
    const from = order.indexOf(id)
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= order.length) return
    order.splice(to, 0, ...order.splice(from, 1))
    await setOrder(trx, viewer.communityId, order)
  })
}

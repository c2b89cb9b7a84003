import { apartFrom, blockedBetween } from '../../bounds/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  localTime,
  type MemberViewer,
  newId,
  notFound,
  record,
  unfitting,
} from '../../foundation/index.ts'
import { memberByHandle, reachMembers } from '../../members/index.ts'
import { addDraw, addHost, drawOf, hostOf, noteAsked, removeHost } from './host-store.ts'
import { needOpen } from './open-here.ts'
import { spotlightPolicy } from './policy.ts'
import { candidatesFor } from './read-candidates.ts'
import { draw, mayBeDrawn, monthBefore, monthOf, roundOf, seasonOf } from './rules.ts'
import { addAsked } from './store.ts'
import { spotlightErrors as e } from './words.ts'
import { deliverTo } from './words-store.ts'

/** Month, half of it, and season, by the community's own calendar. */
export async function timesNow(house: House, communityId: string) {
  const community = await house.communities.byId(communityId)
  const local = localTime(community!.timeZone, house.clock.now().getTime())
  return { month: monthOf(local), round: roundOf(local), season: seasonOf(local) }
}

/** Who hosts now, and who did the month before. */
export async function readHosts(house: House, communityId: string) {
  const { month } = await timesNow(house, communityId)
  const [hostId, hostBefore] = await Promise.all([
    hostOf(house.db, communityId, month),
    hostOf(house.db, communityId, monthBefore(month)),
  ])
  return { month, hostId, hostBefore }
}

const hasHost = () => new KindlingError('has_host', e.hasHost, { status: 409 })

/**
 * "I'll host this month".
 * @throws KindlingError `not_open_yet`, `has_host`, `not_found` for who hosted the month before
 */
export async function becomeHost(house: House, viewer: MemberViewer): Promise<void> {
  await needOpen(house, viewer.communityId)
  const { month, hostId, hostBefore } = await readHosts(house, viewer.communityId)
  if (hostId === viewer.memberId) return
  if (hostId) throw hasHost()
  if (!spotlightPolicy.becomeHost(viewer, { hostBefore })) throw notFound()
  const added = await house.db
    .transaction()
    .execute((trx) => addHost(trx, viewer.communityId, month, viewer.memberId))
  if (!added) throw hasHost()
}

/** Whoever hosts hands the month back; somebody else may say yes. */
export async function handBack(house: House, viewer: MemberViewer): Promise<void> {
  const { month, hostId } = await readHosts(house, viewer.communityId)
  if (!spotlightPolicy.host(viewer, { hostId })) throw notFound()
  await house.db.transaction().execute((trx) => removeHost(trx, viewer.communityId, month, viewer.memberId))
}

/**
 * A steward appoints a host for this month, in place of who hosts now. Whoever is appointed may hand it back.
 * @throws KindlingError `not_open_yet`, `has_host`, `nobody_by_handle` and `hosted_before` beside the field `handle`
 */
export async function appointHost(house: House, viewer: MemberViewer, handle: string): Promise<void> {
  if (!spotlightPolicy.appoint(viewer)) throw notFound()
  const { communityId } = viewer
  await needOpen(house, communityId)
  const { month, hostId, hostBefore } = await readHosts(house, communityId)
  const member = await memberByHandle(house.db, communityId, handle.trim().replace(/^@/, ''))
  if (member && member.id === hostBefore) throw unfitting('handle', 'hosted_before', e.hostedBefore)
  const found = member && (await reachMembers(house.db, communityId, [member.id])).get(member.id)?.viewer
  if (!member || !found || !spotlightPolicy.becomeHost(found, {}))
    throw unfitting('handle', 'nobody_by_handle', e.nobodyByHandle)
  if (member.id === hostId) return
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    if (hostId) await removeHost(trx, communityId, month, hostId)
    // Somebody said yes meanwhile: whoever is appointed would read a notice that is not true.
    if (!(await addHost(trx, communityId, month, member.id))) throw hasHost()
    const event = {
      communityId,
      kind: 'spotlight-host-appointed',
      actorId: viewer.memberId,
      memberId: member.id,
    }
    await record(trx, event, now)
  })
}

/** The three, without whom a block has come between since. */
export async function besideHost(
  house: House,
  communityId: string,
  hostId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  const apart = await apartFrom(house.db, communityId, hostId, memberIds)
  return memberIds.filter((id) => !apart.has(id))
}

/**
 * Draws three people for this half of the month, once. Where nobody is in the lot, nothing is kept and it can be tried again.
 * @throws KindlingError `not_open_yet`, `not_found` for everybody but the host
 */
export async function drawThree(house: House, viewer: MemberViewer): Promise<string[]> {
  const { communityId, memberId: hostId } = viewer
  await needOpen(house, communityId)
  if (!spotlightPolicy.host(viewer, await readHosts(house, communityId))) throw notFound()
  const { round, season } = await timesNow(house, communityId)
  const before = await drawOf(house.db, communityId, round)
  if (before) return besideHost(house, communityId, hostId, before.memberIds)
  const memberIds = draw(
    await candidatesFor(house, { communityId, hostId, season }),
    `${communityId} ${round}`,
  )
  if (memberIds.length === 0) return []
  const added = await house.db
    .transaction()
    .execute((trx) => addDraw(trx, communityId, round, { hostId, memberIds }))
  return added ? memberIds : drawThree(house, viewer)
}

/**
 * Asks one of the three. What was written about them reaches them now, whatever they will say.
 * @throws KindlingError `not_found` for everybody but the host, `asked_already`, `not_drawn`, `not_free`
 */
export async function askOne(house: House, viewer: MemberViewer, memberId: string): Promise<void> {
  const { communityId } = viewer
  await needOpen(house, communityId)
  if (!spotlightPolicy.host(viewer, await readHosts(house, communityId))) throw notFound()
  const { round, season } = await timesNow(house, communityId)
  const free = (await candidatesFor(house, { communityId, hostId: viewer.memberId, season })).find(
    (one) => one.id === memberId,
  )
  const now = house.clock.now()
  const id = newId(now.getTime())
  await house.db.transaction().execute(async (trx) => {
    const drawn = await drawOf(trx, communityId, round, true)
    if (!drawn?.memberIds.includes(memberId)) throw forbidden('not_drawn', e.notDrawn)
    if (drawn.askedId === memberId) return
    if (drawn.askedId) throw new KindlingError('asked_already', e.askedAlready, { status: 409 })
    const apart = await blockedBetween(trx, communityId, viewer.memberId, memberId)
    if (apart || !free || !mayBeDrawn(free)) throw new KindlingError('not_free', e.notFree, { status: 409 })
    if (!(await addAsked(trx, communityId, { id, memberId, season, askedAt: now })))
      throw new KindlingError('not_free', e.notFree, { status: 409 })
    await noteAsked(trx, communityId, round, memberId)
    await deliverTo(trx, communityId, memberId, { spotlightId: id, now })
    // Without who asked: what reaches somebody comes from those who wrote.
    await record(trx, { communityId, kind: 'spotlight-asked', memberId, subjectId: id }, now)
  })
}

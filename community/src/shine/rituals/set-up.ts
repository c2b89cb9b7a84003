import { sql } from 'kysely'
import { hasReached, stageOf } from '../../conversation/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  record,
  unfitting,
} from '../../foundation/index.ts'
import { namesByHandle, reachMembers } from '../../members/index.ts'
import { visibleSpace, visibleSpaces } from '../../spaces/index.ts'
import { checkSettings, type TypedRitual } from './check-settings.ts'
import { areThere, type Found, findRitual } from './find-ritual.ts'
import { changeOccasion, currentOccasion } from './occasion-store.ts'
import { ritualPolicy } from './policy.ts'
import { RITUALS_IN_A_ROOM } from './rules.ts'
import { addRitual, changeRitual, ritualsOn } from './store.ts'
import { occurrences } from './when.ts'
import { ritualErrors as e } from './words.ts'

async function nextAfter(
  house: House,
  communityId: string,
  { rule, hour }: { rule: string; hour: number },
  after: Date,
): Promise<Date> {
  const community = await house.communities.byId(communityId)
  return occurrences(rule, hour, community!.timeZone, after, 1)[0]!
}

/** In a room two go on at a time. Holds the place's rituals, so that two presses at once count. */
async function checkRoom(
  house: House,
  trx: Parameters<typeof ritualsOn>[0],
  communityId: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rituals ${communityId}`}, 0))`.execute(trx)
  if (hasReached(await stageOf(house, communityId), 'house')) return
  if ((await ritualsOn(trx, communityId)).length >= RITUALS_IN_A_ROOM)
    throw new KindlingError('rituals_enough', e.enough, { status: 409 })
}

/**
 * Sets up a ritual in a space; it begins when a host has said yes.
 * @returns its id
 * @throws KindlingError `stewards_only`, `rituals_enough`, or beside a field
 */
export async function setUpRitual(
  house: House,
  viewer: MemberViewer,
  slug: string,
  typed: TypedRitual,
): Promise<string> {
  const { communityId, memberId } = viewer
  if (!(await areThere(house, communityId))) throw notFound()
  if (!ritualPolicy.setUp(viewer)) throw forbidden('stewards_only', e.stewardsOnly)
  const space = await visibleSpace(house, viewer, slug)
  if (!space || space.archivedAt) throw unfitting('space', 'space_unfitting', e.chooseSpace)
  const settings = await checkSettings(house, viewer, typed)
  const now = house.clock.now()
  const id = newId(now.getTime())
  const nextAt = await nextAfter(house, communityId, settings, now)
  await house.db.transaction().execute(async (trx) => {
    await checkRoom(house, trx, communityId)
    await addRitual(trx, {
      community_id: communityId,
      id,
      space_id: space.id,
      ...settings,
      keeper_id: memberId,
      next_at: nextAt,
      resting_at: null,
      quiet: 0,
      asked_keeper_at: null,
      created_at: now,
    })
    await record(
      trx,
      { communityId, kind: 'ritual-set-up', actorId: memberId, spaceId: space.id, subjectId: id },
      now,
    )
  })
  return id
}

async function lookedAfter(house: House, viewer: MemberViewer, id: string): Promise<Found> {
  const found = await findRitual(house, viewer, id)
  if (!ritualPolicy.lookAfter(viewer, found.facts)) throw forbidden('keepers_only', e.keepersOnly)
  return found
}

const FRESH = { quiet: 0, asked_keeper_at: null } as const

/** Changes a ritual from its next time on. One that waits for its host moves along, with what they wrote. */
export async function changeRitualSettings(
  house: House,
  viewer: MemberViewer,
  id: string,
  typed: TypedRitual,
): Promise<void> {
  const { communityId } = viewer
  await lookedAfter(house, viewer, id)
  const settings = await checkSettings(house, viewer, typed)
  const first = await nextAfter(house, communityId, settings, house.clock.now())
  await house.db.transaction().execute(async (trx) => {
    const waiting = await currentOccasion(trx, communityId, id, true)
    const isMoved =
      waiting?.state === 'waiting' && (await changeOccasion(trx, waiting, 'waiting', { due_at: first }))
    const next = isMoved ? await nextAfter(house, communityId, settings, first) : first
    await changeRitual(trx, communityId, id, { ...settings, ...FRESH, next_at: next })
  })
}

/** Puts a ritual to rest: what is open goes on to its end, what waits is called off. */
export async function restRitual(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const { communityId } = viewer
  await lookedAfter(house, viewer, id)
  await house.db.transaction().execute(async (trx) => {
    const waiting = await currentOccasion(trx, communityId, id, true)
    if (waiting) await changeOccasion(trx, waiting, 'waiting', { state: 'called-off', first_words: null })
    await changeRitual(trx, communityId, id, { ...FRESH, resting_at: house.clock.now() })
  })
}

/** Wakes a resting ritual. @throws KindlingError `rituals_enough` */
export async function wakeRitual(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const { communityId } = viewer
  const { ritual } = await lookedAfter(house, viewer, id)
  if (!ritual.resting_at) return
  const next = await nextAfter(house, communityId, ritual, house.clock.now())
  await house.db.transaction().execute(async (trx) => {
    await checkRoom(house, trx, communityId)
    await changeRitual(trx, communityId, id, { ...FRESH, resting_at: null, next_at: next })
  })
}

/** The id of a member who reads in a space. */
async function readerOf(
  house: House,
  communityId: string,
  spaceId: string,
  typed: string,
): Promise<string | undefined> {
  const handle = typed.trim().replace(/^@/, '').toLowerCase()
  const known = (await namesByHandle(house.db, communityId, [handle])).get(handle)
  const member = known && (await reachMembers(house.db, communityId, [known.id])).get(known.id)
  if (!member) return undefined
  return (await visibleSpaces(house, member.viewer)).some(({ id }) => id === spaceId) ? known.id : undefined
}

/** Hands a ritual on to somebody else, who is told. */
export async function handOnRitual(
  house: House,
  viewer: MemberViewer,
  id: string,
  handle: string,
): Promise<void> {
  const { communityId, memberId } = viewer
  const { ritual } = await lookedAfter(house, viewer, id)
  const to = await readerOf(house, communityId, ritual.space_id, handle)
  if (!to) throw unfitting('to', 'nobody_of_that_handle', e.nobodyThere, { handle: handle.trim() })
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await changeRitual(trx, communityId, id, { ...FRESH, keeper_id: to })
    await record(
      trx,
      {
        communityId,
        kind: 'ritual-handed-on',
        actorId: memberId,
        memberId: to,
        spaceId: ritual.space_id,
        subjectId: id,
      },
      now,
    )
  })
}

import { sql } from 'kysely'
import { prepareBody } from '../../conversation/index.ts'
import { forbidden, type House, type MemberViewer } from '../../foundation/index.ts'
import { askNext } from './ask-host.ts'
import { findRitual } from './find-ritual.ts'
import { changeOccasion, currentOccasion, noteDeclined } from './occasion-store.ts'
import { openOccasion } from './open-occasion.ts'
import { ritualPolicy } from './policy.ts'
import { setOffer } from './store.ts'
import { ritualErrors as e } from './words.ts'

/** Says that somebody would host a ritual now and then, or no longer; then who is asked just now is asked no more. */
export async function offerToHost(
  house: House,
  viewer: MemberViewer,
  id: string,
  wanted: boolean,
): Promise<void> {
  const { facts } = await findRitual(house, viewer, id)
  const { communityId, memberId } = viewer
  if (wanted && !ritualPolicy.offer(viewer, facts)) throw forbidden('hosting_not_open', e.hostingNotOpen)
  await setOffer(house.db, communityId, id, memberId, wanted ? house.clock.now() : undefined)
  if (wanted) return
  const occasion = await currentOccasion(house.db, communityId, id)
  if (!occasion || occasion.first_words !== null) return
  const asked = { state: occasion.state, hostId: occasion.host_id }
  if (ritualPolicy.decline(viewer, asked)) await declineOccasion(house, viewer, id)
}

/**
 * A host's yes, with its first entry. It begins at its time; where that has come, at once.
 * @returns the post, if it has begun
 * @throws KindlingError `hosting_not_open`, `somebody_hosts`, or beside `body`
 */
export async function beginOccasion(
  house: House,
  viewer: MemberViewer,
  id: string,
  words: string,
): Promise<string | undefined> {
  const { communityId, memberId } = viewer
  const { ritual, facts } = await findRitual(house, viewer, id)
  const occasion = await currentOccasion(house.db, communityId, id)
  if (!ritualPolicy.offer(viewer, facts)) throw forbidden('hosting_not_open', e.hostingNotOpen)
  if (!occasion || !ritualPolicy.host(viewer, facts, { state: occasion.state, hostId: occasion.host_id }))
    throw forbidden('somebody_hosts', e.somebodyHosts)
  const { body } = await prepareBody(house, communityId, words)
  const now = house.clock.now()
  const mine = sql<boolean>`(host_id is null or host_id = ${memberId}::uuid)`
  const change = { host_id: memberId, first_words: body }
  if (!(await changeOccasion(house.db, occasion, 'waiting', change, mine)))
    throw forbidden('somebody_hosts', e.somebodyHosts)
  if (occasion.due_at > now) return undefined
  return openOccasion(house, ritual, { ...occasion, ...change })
}

/** "Not this time": the next one is asked. Costs nothing; they are asked again another time. */
export async function declineOccasion(house: House, viewer: MemberViewer, id: string): Promise<void> {
  const { communityId, memberId } = viewer
  const { ritual, space } = await findRitual(house, viewer, id)
  await house.db.transaction().execute(async (trx) => {
    const occasion = await currentOccasion(trx, communityId, id, true)
    if (!occasion || !ritualPolicy.decline(viewer, { state: occasion.state, hostId: occasion.host_id }))
      throw forbidden('not_asked', e.notAsked)
    await noteDeclined(trx, occasion, memberId)
    await askNext(house, trx, ritual, space, {
      ...occasion,
      host_id: null,
      declined: [...occasion.declined, memberId],
    })
  })
}

import { hasReached, stageOf } from '../../conversation/index.ts'
import { type House, isId, notFound, type Viewer } from '../../foundation/index.ts'
import { type Space, visibleSpaces } from '../../spaces/index.ts'
import type { RitualFacts } from './policy.ts'
import { allRituals, type RitualRow, ritualById } from './store.ts'

export interface Found {
  ritual: RitualRow
  space: Space
  facts: RitualFacts
}

/** Rituals are begun and listed from twelve writers on (START-2). What was set up goes on where a place grows quieter. */
export async function areThere(house: House, communityId: string): Promise<boolean> {
  return hasReached(await stageOf(house, communityId), 'room')
}

/** The calendar stays as long as there is a ritual. */
export async function isCalendarThere(house: House, communityId: string): Promise<boolean> {
  return (await areThere(house, communityId)) || (await allRituals(house.db, communityId)).length > 0
}

/** What the policy asks. */
export const factsOf = (ritual: RitualRow, space: Space): RitualFacts => ({
  keeperId: ritual.keeper_id,
  resting: ritual.resting_at !== null,
  space,
})

/** A ritual whose space this viewer sees. @throws KindlingError `not_found` */
export async function findRitual(house: House, viewer: Viewer, id: string): Promise<Found> {
  if (!isId(id)) throw notFound()
  const [ritual, spaces] = await Promise.all([
    ritualById(house.db, viewer.communityId, id),
    visibleSpaces(house, viewer),
  ])
  const space = spaces.find((one) => one.id === ritual?.space_id)
  if (!ritual || !space) throw notFound()
  return { ritual, space, facts: factsOf(ritual, space) }
}

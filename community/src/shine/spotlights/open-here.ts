import { hasReached, stageOf } from '../../conversation/index.ts'
import { forbidden, type House, keptFor } from '../../foundation/index.ts'
import { type SpaceKind, spaceKinds } from '../../spaces/index.ts'
import { spotlightErrors } from './words.ts'

/** Kinds of place where nobody is brought before the others (START-1). */
const closedKinds: readonly SpaceKind[] = ['support', 'family']
const openKinds = spaceKinds.filter((kind) => !closedKinds.includes(kind))
const KEPT_MILLISECONDS = 60_000

export const isClosedKind = (kind: SpaceKind): boolean => closedKinds.includes(kind)

// Asked on every page of a thread. A room that opens a minute later troubles nobody.
const hasPlace = keptFor(KEPT_MILLISECONDS, async ({ db }, communityId) => {
  const space = await db
    .selectFrom('spaces')
    .select('id')
    .where('community_id', '=', communityId)
    .where('kind', 'in', openKinds)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return space !== undefined
})

/** Spotlights open from fifty writers on, in places that are not only for support or family. */
export const spotlightsOpen = async (house: House, communityId: string): Promise<boolean> =>
  hasReached(await stageOf(house, communityId), 'house') && (await hasPlace.of(house, communityId))

/** @throws KindlingError `not_open_yet` */
export async function needOpen(house: House, communityId: string): Promise<void> {
  if (!(await spotlightsOpen(house, communityId))) throw forbidden('not_open_yet', spotlightErrors.notOpen)
}

import { hasReached, stageOf } from '../../conversation/index.ts'
import { type House, keptFor } from '../../foundation/index.ts'
import { kindDefaults, spaceKinds } from '../../spaces/index.ts'

const KEPT_MILLISECONDS = 60_000

/** Kinds of space whose help may be drawn (START-1). */
export const rippleKinds = spaceKinds.filter((kind) => kindDefaults[kind].ripple)

// A picture that comes a minute later troubles nobody.
const hasPlace = keptFor(KEPT_MILLISECONDS, async ({ db }, communityId) => {
  const space = await db
    .selectFrom('spaces')
    .select('id')
    .where('community_id', '=', communityId)
    .where('kind', 'in', rippleKinds)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return space !== undefined
})

/** The ripple is there from fifty writers on, in places that are not only for support, family or a team. */
export const rippleOpen = async (house: House, communityId: string): Promise<boolean> =>
  hasReached(await stageOf(house, communityId), 'house') && (await hasPlace.of(house, communityId))

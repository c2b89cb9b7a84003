import { hasReached, stageOf } from '../../conversation/index.ts'
import { forbidden, type House } from '../../foundation/index.ts'
import { spotlightErrors } from './words.ts'

/** Kinds of place where nobody is brought before the others (START-1). */
export const CLOSED_KINDS: readonly string[] = ['support', 'family']

/** Spotlights open from fifty writers on, in places that are not only for support or family. */
export async function spotlightsOpen(house: House, communityId: string): Promise<boolean> {
  if (!hasReached(await stageOf(house, communityId), 'house')) return false
  const space = await house.db
    .selectFrom('spaces')
    .select('id')
    .where('community_id', '=', communityId)
    .where('kind', 'not in', ['support', 'family'])
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return space !== undefined
}

/** @throws KindlingError `not_open_yet` */
export async function needOpen(house: House, communityId: string): Promise<void> {
  if (!(await spotlightsOpen(house, communityId))) throw forbidden('not_open_yet', spotlightErrors.notOpen)
}

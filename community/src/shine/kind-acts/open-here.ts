import { hasReached, stageOf } from '../../conversation/index.ts'
import { forbidden, type House } from '../../foundation/index.ts'
import { kindActErrors } from './words.ts'

/** Kind acts are there from twelve writers on; at the table there is one list and nothing else (START-2). */
export const kindActsOpen = async (house: House, communityId: string): Promise<boolean> =>
  hasReached(await stageOf(house, communityId), 'room')

/** @throws KindlingError `not_open_yet` */
export async function needOpen(house: House, communityId: string): Promise<void> {
  if (!(await kindActsOpen(house, communityId))) throw forbidden('not_open_yet', kindActErrors.notOpen)
}

import { hasReached, stageOf } from '../../conversation/index.ts'
import { forbidden, type House, type MemberViewer } from '../../foundation/index.ts'
import { type Space, visibleSpaces } from '../../spaces/index.ts'
import { type SpaceSwitches, switchesOf } from './settings-store.ts'
import { celebrationErrors } from './words.ts'

/** Celebrations come with the room: at the table there is one list and nothing else (START-2). */
export const celebrationsOpen = async (house: House, communityId: string): Promise<boolean> =>
  hasReached(await stageOf(house, communityId), 'room')

/** @throws KindlingError `not_open_yet` */
export async function needOpen(house: House, communityId: string): Promise<void> {
  if (!(await celebrationsOpen(house, communityId)))
    throw forbidden('not_open_yet', celebrationErrors.notOpenYet)
}

/** Spaces this member reads, by what is on in them, in the community's order. */
export async function switchedSpaces(
  house: House,
  viewer: MemberViewer,
): Promise<Record<keyof SpaceSwitches, Space[]>> {
  const spaces = (await visibleSpaces(house, viewer)).filter(({ archivedAt }) => !archivedAt)
  const switches = await switchesOf(house.db, viewer.communityId, spaces)
  const having = (what: keyof SpaceSwitches) => spaces.filter(({ id }) => switches.get(id)![what])
  return { opens: having('opens'), offers: having('offers') }
}

import type { House, Viewer } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { currentValues } from '../values/store.ts'
import { hasWall } from '../walls.ts'

/** A page of kudos comes with values, in spaces where thanks may be shown. */
export const hasKudos = async (house: House, { communityId }: Viewer, space: Pick<Space, 'kind'>) =>
  hasWall(space) && (await currentValues(house, communityId)).length > 0

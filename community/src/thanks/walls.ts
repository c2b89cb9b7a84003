import { hasReached, stageOf } from '../conversation/index.ts'
import type { House, Viewer } from '../foundation/index.ts'
import { kindDefaults, type Space } from '../spaces/index.ts'

/** Walls are for places of twelve people who write, or more. */
export const hasWalls = async (house: House, { communityId }: Viewer): Promise<boolean> =>
  hasReached(await stageOf(house, communityId), 'room')

/** Whether a kind of space has a wall. */
export const hasWall = (space: Pick<Space, 'kind'>): boolean => kindDefaults[space.kind].thanksShown

import { hasReached, type PostLine, readInOrder, stageOf } from '../../conversation/index.ts'
import type { House, Viewer } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { readCandidates } from './read-candidates.ts'
import { bandCandidates, bandOf, type Reason, reasons } from './rules.ts'

/** Candidates of each kind that are asked for: some may be hidden from this reader, or written by them. */
const OF_EACH = 3

/**
 * The band above a space: at most a first post, an unanswered ask and something that bridges. From twelve who write: at
 * the table there is one list (START-2).
 */
export async function readBand(
  house: House,
  viewer: Viewer,
  space: Pick<Space, 'id' | 'archivedAt'>,
): Promise<{ line: PostLine; reason: Reason }[]> {
  const { communityId } = viewer
  if (space.archivedAt || !hasReached(await stageOf(house, communityId), 'room')) return []
  const posts = await readCandidates(house, { communityId, spaceId: space.id })
  const theirs = posts.filter(({ authorId }) => !authorId || authorId !== viewer.memberId)
  const candidates = bandCandidates(theirs, house.clock.now())
  const ids = [...new Set(reasons.flatMap((reason) => candidates[reason].slice(0, OF_EACH)))]
  if (ids.length === 0) return []
  const lines = await readInOrder(house, viewer, { spaceId: space.id, ids, limit: ids.length })
  const byId = new Map(lines.map((line) => [line.id, line]))
  return bandOf(candidates, new Set(byId.keys())).map(({ id, reason }) => ({ line: byId.get(id)!, reason }))
}

import { hasReached, type PostLine, readInOrder, stageOf } from '../../conversation/index.ts'
import type { House, Viewer } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { readCandidates } from './read-candidates.ts'
import { bandCandidates, bandOf, type Candidate, type Reason, reasons } from './rules.ts'

/** Candidates of each kind that are asked for: some may be hidden from this reader, or written by them. */
const OF_EACH = 3

/** What was found among what was read: who asks within the same second is given the same. */
const found = new WeakMap<readonly Candidate[], Record<Reason, string[]>>()

function candidatesOf(posts: readonly Candidate[], now: Date): Record<Reason, string[]> {
  const known = found.get(posts) ?? bandCandidates(posts, now)
  found.set(posts, known)
  return known
}

function firstFew(ids: readonly string[], without: ReadonlySet<string>): string[] {
  const few: string[] = []
  for (const id of ids) {
    if (few.length === OF_EACH) break
    if (!without.has(id)) few.push(id)
  }
  return few
}

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
  const mine = new Set(
    posts.filter(({ authorId }) => authorId && authorId === viewer.memberId).map(({ id }) => id),
  )
  const all = candidatesOf(posts, house.clock.now())
  const candidates = Object.fromEntries(
    reasons.map((reason) => [reason, firstFew(all[reason], mine)]),
  ) as Record<Reason, string[]>
  const ids = [...new Set(reasons.flatMap((reason) => candidates[reason]))]
  if (ids.length === 0) return []
  const lines = await readInOrder(house, viewer, { spaceId: space.id, ids, limit: ids.length })
  const byId = new Map(lines.map((line) => [line.id, line]))
  return bandOf(candidates, new Set(byId.keys())).map(({ id, reason }) => ({ line: byId.get(id)!, reason }))
}

import {
  hasReached,
  type OrderedPage,
  readInOrder,
  readSpaceFeed,
  stageOf,
} from '../../conversation/index.ts'
import type { House, Viewer } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { readCandidates } from './read-candidates.ts'
import {
  after,
  type Candidate,
  type HeadStarts,
  kindOrder,
  mayBeKind,
  type Placed,
  type Reason,
  reasons,
} from './rules.ts'
import { type ChosenOrder, chosenOrders } from './store.ts'
import { orderWords as w } from './words.ts'

/** Why a post stands where it does, in the kind order. */
export const whyWords = {
  unanswered: w.whyUnanswered,
  first: w.whyFirst,
  bridges: w.whyBridges,
  none: w.whyActive,
} as const

export const whyOf = (reason: Reason | undefined) => whyWords[reason ?? 'none']

/** What a space chose, while the place is large enough for it (START-2) and the space of a kind that may. */
export async function chosenIn(
  house: House,
  communityId: string,
  space: Pick<Space, 'id' | 'kind'>,
): Promise<ChosenOrder | undefined> {
  const chosen = (await chosenOrders.of(house, communityId)).get(space.id)
  if (!chosen || !mayBeKind(space.kind)) return undefined
  return hasReached(await stageOf(house, communityId), 'house') ? chosen : undefined
}

const CURSOR = /^kind_(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const cursorOf = ({ place, id }: Placed) => `kind_${place}_${id}`

/** Orders of what was read, by formula: who asks within the same second is given the same one. */
const made = new WeakMap<readonly Candidate[], Map<string, Placed[]>>()

/** Today's order of a space by a formula: ids, places and reasons, before anybody's visibility. */
export async function orderBy(
  house: House,
  communityId: string,
  space: Pick<Space, 'id'>,
  starts: HeadStarts,
): Promise<readonly Placed[]> {
  const posts = await readCandidates(house, { communityId, spaceId: space.id })
  const orders = made.get(posts) ?? new Map<string, Placed[]>()
  made.set(posts, orders)
  const formula = reasons.map((reason) => starts[reason]).join()
  const order = orders.get(formula) ?? kindOrder(posts, starts, house.clock.now())
  orders.set(formula, order)
  return order
}

/** One page of a space in its kind order; undefined where the cursor belongs to what follows by activity. */
export async function readKindPage(
  house: House,
  viewer: Viewer,
  space: Space,
  { cursor, limit, starts }: { cursor?: string | undefined; limit: number; starts: HeadStarts },
): Promise<OrderedPage | undefined> {
  const from = cursor === undefined ? undefined : CURSOR.exec(cursor)
  if (cursor !== undefined && !from) return undefined
  const all = await orderBy(house, viewer.communityId, space, starts)
  const left = after(all, from ? { place: Number(from[1]), id: from[2]! } : undefined)
  const found = await readInOrder(house, viewer, {
    spaceId: space.id,
    ids: left.map(({ id }) => id),
    limit: limit + 1,
  })
  const lines = found.slice(0, limit)
  const byId = new Map(left.map((one) => [one.id, one]))
  const last = lines.at(-1)
  const why = new Map(lines.map(({ id }) => [id, whyOf(byId.get(id)?.reason)]))
  if (found.length > limit && last) return { lines, next: cursorOf(byId.get(last.id)!), why }
  return { lines, next: await restOf(house, viewer, space), why }
}

/** Where the list goes on by latest activity, below everything the kind order looks at; undefined where that is all. */
async function restOf(house: House, viewer: Viewer, space: Space): Promise<string | undefined> {
  const candidates = await readCandidates(house, { communityId: viewer.communityId, spaceId: space.id })
  const oldest = candidates.at(-1)
  if (!oldest) return undefined
  const cursor = `${oldest.activeAt.getTime()}_${oldest.id}`
  const { lines } = await readSpaceFeed(house, viewer, space.id, { order: 'active', cursor, limit: 1 })
  return lines.length > 0 ? cursor : undefined
}

import { sql } from 'kysely'
import { type House, keptFor, prepare } from '../foundation/index.ts'

/** How large a place is, by how many people wrote in the last 30 days (START-2). */
export type Stage = 'table' | 'room' | 'house' | 'village'

const DAYS = 30
const KEPT_MILLISECONDS = 60_000
const from: readonly [Stage, number][] = [
  ['village', 300],
  ['house', 50],
  ['room', 12],
  ['table', 0],
]

/** The stage a number of writers makes. */
export function stageFor(writers: number): Stage {
  return from.find(([, least]) => writers >= least)![0]
}

/** Whether a place has come as far as a stage. */
export function hasReached(stage: Stage, wanted: Stage): boolean {
  const order: Stage[] = from.map(([name]) => name)
  return order.indexOf(stage) <= order.indexOf(wanted)
}

// Along threads that moved since: what is older costs nothing, however much of it there is.
const writers = prepare<{ community: string; since: Date }, { count: number }>(
  'stage-writers',
  (_, p) =>
    sql`select count(*) as count from (
    select p.author_id from posts p
      where p.community_id = ${p.community} and p.active_at >= ${p.since} and p.created_at >= ${p.since} and p.deleted_at is null
    union
    select r.author_id from posts p
      join replies r on r.community_id = p.community_id and r.post_id = p.id
      where p.community_id = ${p.community} and p.active_at >= ${p.since} and p.deleted_at is null
        and r.created_at >= ${p.since} and r.deleted_at is null) who`,
)

/** Nobody notices a room that opens a minute later. */
const active = keptFor(KEPT_MILLISECONDS, async (house, communityId) => {
  const since = new Date(house.clock.now().getTime() - DAYS * 86_400_000)
  const [row] = await writers(house, { community: communityId, since })
  return row!.count
})

/** How many people wrote in the last 30 days. */
export const activeWriters = (house: House, communityId: string): Promise<number> =>
  active.of(house, communityId)

/** The stage of a place, asked by every feature that grows with it. */
export const stageOf = async (house: House, communityId: string): Promise<Stage> =>
  stageFor(await activeWriters(house, communityId))

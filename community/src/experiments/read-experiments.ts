import type { House } from '../foundation/index.ts'
import { experimentKinds } from './kinds.ts'
import type { Known } from './parts.tsx'
import { experimentsOf } from './store.ts'

/** All experiments of a place with their kinds, youngest first. What this house no longer knows is left away. */
export async function knownExperiments(house: House, communityId: string): Promise<Known[]> {
  const kinds = new Map(experimentKinds(house).map((kind) => [kind.name, kind]))
  const all = await experimentsOf(house.db, communityId)
  return all.flatMap((experiment) => {
    const kind = kinds.get(experiment.kind)
    return kind ? [{ experiment, kind }] : []
  })
}

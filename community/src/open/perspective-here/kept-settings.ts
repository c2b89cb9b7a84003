import type { House } from '../../foundation/index.ts'
import type { PerspectiveSettings } from './rules.ts'
import { readPerspective } from './store.ts'

/** Milliseconds, as long as those of a community: so late another server hears of a change. */
const KEPT = 2_000

const kept = new WeakMap<House, Map<string, { settings: PerspectiveSettings; until: number }>>()

/** The settings of a community for each of its calls, read once in a few seconds. */
export async function settingsHere(house: House, communityId: string): Promise<PerspectiveSettings> {
  const now = house.clock.now().getTime()
  const known = kept.get(house)?.get(communityId)
  if (known && known.until > now) return known.settings
  const settings = await readPerspective(house, communityId)
  const all = kept.get(house) ?? new Map()
  kept.set(house, all.set(communityId, { settings, until: now + KEPT }))
  return settings
}

/** After a change: the next call of this server reads them anew; other servers hear of it within those seconds. */
export function forgetSettings(house: House, communityId: string): void {
  kept.get(house)?.delete(communityId)
}

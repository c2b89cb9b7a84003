import type { House } from './house.ts'

/** What a house reads for its communities over and over, kept for a while. */
export interface KeptFor<Value> {
  of(house: House, communityId: string): Promise<Value>
  /** After a change: the next one who asks reads anew, and what is being read now is not kept. */
  forget(house: House, communityId: string): void
}

/** Keeps what `read` finds for so many milliseconds, and reads once where many ask at the same time. */
export function keptFor<Value>(
  milliseconds: number,
  read: (house: House, communityId: string) => Promise<Value>,
): KeptFor<Value> {
  const kept = new WeakMap<House, Map<string, { value: Promise<Value>; until: number }>>()
  return {
    of(house, communityId) {
      const now = house.clock.now().getTime()
      const all = kept.get(house) ?? new Map()
      kept.set(house, all)
      const known = all.get(communityId)
      if (known && known.until > now) return known.value
      const entry = { value: read(house, communityId), until: now + milliseconds }
      all.set(communityId, entry)
      entry.value.catch(() => {
        if (all.get(communityId) === entry) all.delete(communityId)
      })
      return entry.value
    },
    forget(house, communityId) {
      kept.get(house)?.delete(communityId)
    },
  }
}

import type { House } from './house.ts'

/** What a house reads for its communities, or for parts of one, over and over, kept for a while. */
export interface KeptFor<Value> {
  of(house: House, key: string): Promise<Value>
  /** After a change: the next one who asks reads anew, and what is being read now is not kept. */
  forget(house: House, key: string): void
}

/** Keeps what `read` finds for so many milliseconds, and reads once where many ask at the same time. */
export function keptFor<Value>(
  milliseconds: number,
  read: (house: House, key: string) => Promise<Value>,
): KeptFor<Value> {
  const kept = new WeakMap<House, Map<string, { value: Promise<Value>; until: number }>>()
  return {
    of(house, key) {
      const now = house.clock.now().getTime()
      const all = kept.get(house) ?? new Map()
      kept.set(house, all)
      const known = all.get(key)
      if (known && known.until > now) return known.value
      const entry = { value: read(house, key), until: now + milliseconds }
      all.set(key, entry)
      entry.value.catch(() => {
        if (all.get(key) === entry) all.delete(key)
      })
      return entry.value
    },
    forget(house, key) {
      kept.get(house)?.delete(key)
    },
  }
}

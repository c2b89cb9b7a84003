/** Feature ids fit in 20 bits; 0 pads, 1 is kept free. */
const IDS = 2 ** 20 - 2

/** FNV-1a over UTF-16 units, 32 bits, signed. */
export function hashText(text: string, begin = 0, end = text.length, seed = -2128831035): number {
  let hash = seed
  for (let at = begin; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  return hash
}

/** Two hashes, in this order, become one. */
export function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ (other >>> 15), -2048144789) ^ Math.imul(other + 0x3c6ef372, -1028477379)
  hash = Math.imul(hash ^ (hash >>> 13), 668265263)
  return hash ^ (hash >>> 16)
}

/** Spreads a hash over the ids 2 to 2^20 - 1 (the last step of murmur3, then what is left). */
export function toId(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), -2048144789)
  h = Math.imul(h ^ (h >>> 13), -1028477387)
  return 2 + (((h ^ (h >>> 16)) >>> 0) % IDS)
}

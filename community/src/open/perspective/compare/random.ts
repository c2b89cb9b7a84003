/**
 * Whole numbers from 0 up to `below` (exclusive, at most 2^32), the same ones for the same seed. The generator is
 * sfc32 by Chris Doty-Humphrey (PractRand, 2010): fast, and even enough for billions of draws.
 */
export function dice(seed: number): (below: number) => number {
  let [a, b, c, counter] = [0, seed | 0, 0, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first few still look like the seed.
  for (let at = 0; at < 12; at++) next()
  return (below) => Math.floor((next() / 0x1_0000_0000) * below)
}

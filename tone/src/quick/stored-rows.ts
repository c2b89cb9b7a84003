function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Which rows of a table hold anything, and where among those that do a row stands: one bit a row and one count for
 * every 32, small enough to stay near at hand while the table itself does not.
 */
export class StoredRows {
  readonly #bits: Uint32Array
  readonly #before: Uint32Array
  readonly count: number

  constructor(bits: Uint32Array) {
    this.#bits = bits
    this.#before = new Uint32Array(bits.length)
    let count = 0
    for (let word = 0; word < bits.length; word++) {
      this.#before[word] = count
      count += countBits(bits[word]!)
    }
    this.count = count
  }

  /** Bit i of byte j is row 8j + i. */
  static fromBytes(bytes: Uint8Array): StoredRows {
    const bits = new Uint32Array(Math.ceil(bytes.length / 4))
    for (let at = 0; at < bytes.length; at++) bits[at >> 2]! |= bytes[at]! << ((at & 3) * 8)
    return new StoredRows(bits)
  }

  /** Where a row stands among the stored ones; -1: it is all zeros. */
  at(row: number): number {
    const word = row >>> 5
    const bits = this.#bits[word]!
    const own = 1 << (row & 31)
    if ((bits & own) === 0) return -1
    return this.#before[word]! + countBits(bits & (own - 1))
  }
}

import { toId } from './hash.ts'

/** Distinct features, each with the tokens it came from first (end exclusive; 0, 0: the message as a whole). */
export class Bag {
  ids = new Uint32Array(512)
  begins = new Uint16Array(512)
  ends = new Uint16Array(512)
  length = 0
  /** Open addressing: indexes into the above, -1 where free. */
  #table = new Int32Array(2048).fill(-1)
  #slots = new Uint32Array(512)

  clear(): void {
    for (let at = 0; at < this.length; at++) this.#table[this.#slots[at]!] = -1
    this.length = 0
  }

  add(hash: number, begin: number, end: number): void {
    if (this.length === this.ids.length) this.#grow()
    const id = toId(hash)
    const table = this.#table
    const mask = table.length - 1
    let slot = id & mask
    for (;;) {
      const at = table[slot]!
      if (at < 0) break
      if (this.ids[at] === id) return
      slot = (slot + 1) & mask
    }
    table[slot] = this.length
    this.#slots[this.length] = slot
    this.ids[this.length] = id
    this.begins[this.length] = begin
    this.ends[this.length] = end
    this.length++
  }

  #grow(): void {
    const size = this.ids.length * 2
    const copy = <Kind extends Uint16Array | Uint32Array>(from: Kind, to: Kind): Kind => {
      to.set(from)
      return to
    }
    this.ids = copy(this.ids, new Uint32Array(size))
    this.begins = copy(this.begins, new Uint16Array(size))
    this.ends = copy(this.ends, new Uint16Array(size))
    this.#slots = new Uint32Array(size)
    this.#table = new Int32Array(size * 4).fill(-1)
    const mask = this.#table.length - 1
    for (let at = 0; at < this.length; at++) {
      let slot = this.ids[at]! & mask
      while (this.#table[slot]! >= 0) slot = (slot + 1) & mask
      this.#table[slot] = at
      this.#slots[at] = slot
    }
  }
}

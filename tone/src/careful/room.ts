const PAGE = 65_536
const ALIGNED = 16

/** Gives out stretches of a memory, one behind the other; nothing is given back but what was taken last. */
export class Room {
  readonly memory = new WebAssembly.Memory({ initial: 1 })
  // Not from 0: an address that was forgotten should not look like one that is meant.
  #top = ALIGNED

  /** The address of so many bytes. */
  take(size: number): number {
    const at = this.#top
    this.#top = (at + size + ALIGNED - 1) & -ALIGNED
    const lacking = this.#top - this.memory.buffer.byteLength
    if (lacking > 0) this.memory.grow(Math.ceil(lacking / PAGE))
    return at
  }

  /** Takes for as long as `use` runs. */
  borrow(size: number, use: (at: number) => void): void {
    const before = this.#top
    use(this.take(size))
    this.#top = before
  }

  bytes(at: number, size: number): Int8Array {
    return new Int8Array(this.memory.buffer, at, size)
  }

  floats(at: number, count: number): Float32Array {
    return new Float32Array(this.memory.buffer, at, count)
  }

  /** Puts numbers where the kernel finds them. */
  keep(values: Float32Array): number {
    const at = this.take(values.length * 4)
    this.floats(at, values.length).set(values)
    return at
  }
}

/**
 * What a vector is to every filter at every place of its window: one number each. A convolution is then a sum of
 * such numbers, and those of a word are worked out once for many messages: people use the same words again.
 */
export class Projection {
  /** Numbers for one vector. */
  readonly stride: number
  readonly #dim: number
  /** One row of `dim` weights per number. */
  readonly #weights: Float32Array

  constructor(weights: Float32Array, dim: number) {
    this.#weights = weights
    this.#dim = dim
    this.stride = weights.length / dim
  }

  /** Four numbers side by side; a weight of the vector, once loaded, serves all four. */
  project(vector: Float32Array, into: Float32Array): void {
    const weights = this.#weights
    const dim = this.#dim
    let row = 0
    for (; row + 3 < this.stride; row += 4) {
      const first = row * dim
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let at = 0; at < dim; at++) {
        const value = vector[at]!
        const from = first + at
        a += value * weights[from]!
        b += value * weights[from + dim]!
        c += value * weights[from + 2 * dim]!
        d += value * weights[from + 3 * dim]!
      }
      into[row] = a
      into[row + 1] = b
      into[row + 2] = c
      into[row + 3] = d
    }
    for (; row < this.stride; row++) {
      let sum = 0
      for (let at = 0; at < dim; at++) sum += vector[at]! * weights[row * dim + at]!
      into[row] = sum
    }
  }
}

/** Projections worked out lately, by number; of two generations the older gives way. */
export class RecentProjections {
  readonly #projection: Projection
  readonly #fill: (which: number, vector: Float32Array) => void
  readonly #vector: Float32Array
  readonly #atMost: number
  #young = new Map<number, Float32Array>()
  #old = new Map<number, Float32Array>()

  /** `fill` writes the vector of a number. */
  constructor(
    projection: Projection,
    dim: number,
    atMost: number,
    fill: (which: number, vector: Float32Array) => void,
  ) {
    this.#projection = projection
    this.#fill = fill
    this.#vector = new Float32Array(dim)
    this.#atMost = atMost
  }

  get(which: number): Float32Array {
    const young = this.#young.get(which)
    if (young) return young
    const found = this.#old.get(which) ?? this.#make(which)
    if (this.#young.size >= this.#atMost) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(which, found)
    return found
  }

  #make(which: number): Float32Array {
    const numbers = new Float32Array(this.#projection.stride)
    this.#fill(which, this.#vector)
    this.#projection.project(this.#vector, numbers)
    return numbers
  }
}

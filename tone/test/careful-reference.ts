import type { CarefulFile } from '../src/careful/model-file.ts'

/** The error function by a series without differences: exact far out as well. */
function erf(x: number): number {
  const size = Math.abs(x)
  if (size > 6) return Math.sign(x)
  let [term, sum] = [size, size]
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= (2 * size * size) / (2 * n + 1)
    sum += term
  }
  return (Math.sign(x) * 2 * Math.exp(-size * size) * sum) / Math.sqrt(Math.PI)
}

export const exactGelu = (x: number): number => (x * (1 + erf(x / Math.SQRT2))) / 2

type Rows = Float64Array[]

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

/** What the careful reader works out, written down as the papers do, in double precision: what the kernel is held against. */
export class Reference {
  readonly #file: CarefulFile

  constructor(file: CarefulFile) {
    this.#file = file
  }

  #matrix(name: string, rows: number, columns: number): Rows {
    const weights = this.#file.bytes(`${name}.weight`, [rows, columns])
    const scales = this.#file.floats(`${name}.scale`, [rows])
    return Array.from({ length: rows }, (_, row) =>
      Float64Array.from({ length: columns }, (_, at) => weights[row * columns + at]! * scales[row]!),
    )
  }

  #linear(name: string, rows: Rows, out: number): Rows {
    const matrix = this.#matrix(name, out, rows[0]!.length)
    const bias = this.#file.floats(`${name}.bias`, [out])
    return rows.map((row) => Float64Array.from(matrix, (weights, at) => bias[at]! + dot(row, weights)))
  }

  #normalise(name: string, rows: Rows): Rows {
    const width = rows[0]!.length
    const gain = this.#file.floats(`${name}.gain`, [width])
    const bias = this.#file.floats(`${name}.bias`, [width])
    return rows.map((row) => {
      const mean = row.reduce((sum, one) => sum + one, 0) / width
      const variance = row.reduce((sum, one) => sum + (one - mean) ** 2, 0) / width
      return row.map((one, at) => ((one - mean) / Math.sqrt(variance + 1e-12)) * gain[at]! + bias[at]!)
    })
  }

  #embed(ids: Uint16Array): Rows {
    const { hidden, pieces, positions } = this.#file.header
    const table = this.#matrix('piece', pieces.length, hidden)
    const places = this.#matrix('position', positions, hidden)
    const rows = Array.from(ids, (id, place) => table[id]!.map((one, at) => one + places[place]![at]!))
    return this.#normalise('embedding', rows)
  }

  #attend(layer: number, rows: Rows): Rows {
    const { hidden, heads, head } = this.#file.header
    const [query, key, value] = ['query', 'key', 'value'].map((name) =>
      this.#linear(`${layer}.${name}`, rows, hidden),
    )
    return rows.map((_, piece) => {
      const mixed = new Float64Array(hidden)
      for (let one = 0; one < heads; one++) {
        const part = (row: Float64Array) => row.subarray(one * head, (one + 1) * head)
        const mine = part(query![piece]!)
        const logits = key!.map(
          (row) => part(row).reduce((sum, k, at) => sum + k * mine[at]!, 0) / Math.sqrt(head),
        )
        const shares = softmax(logits)
        for (const [at, row] of value!.entries())
          for (const [d, v] of part(row).entries()) mixed[one * head + d]! += shares[at]! * v
      }
      return mixed
    })
  }

  /** The logits of one window, in the order of outputs. */
  logits(ids: Uint16Array): number[] {
    const { hidden, layers, outputs } = this.#file.header
    const add = (one: Rows, other: Rows) => one.map((row, at) => row.map((x, d) => x + other[at]![d]!))
    let rows = this.#embed(ids)
    for (const [at, { inner }] of layers.entries()) {
      const seen = this.#linear(`${at}.output`, this.#attend(at, rows), hidden)
      rows = this.#normalise(`${at}.attention`, add(rows, seen))
      const up = this.#linear(`${at}.up`, rows, inner).map((row) => row.map(exactGelu))
      rows = this.#normalise(`${at}.feed`, add(rows, this.#linear(`${at}.down`, up, hidden)))
    }
    const [look, say] = ['look', 'say'].map((name) => this.#matrix(name, outputs.length, hidden))
    const bias = this.#file.floats('say.bias', [outputs.length])
    return outputs.map((_, output) => {
      const shares = softmax(rows.map((row) => dot(row, look![output]!)))
      return rows.reduce((sum, row, at) => sum + shares[at]! * dot(row, say![output]!), bias[output]!)
    })
  }
}

function softmax(logits: number[]): number[] {
  const most = Math.max(...logits)
  const parts = logits.map((logit) => Math.exp(logit - most))
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / whole)
}

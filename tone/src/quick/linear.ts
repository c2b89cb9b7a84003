import type { Bag } from './bag.ts'
import { type ModelHeader, type Tensor, tensorOf } from './model-file.ts'

/** Weights of hashed features: one row each, one whole number per output. */
export interface Linear {
  mask: number
  outputs: number
  rows: Int32Array
  weights: Int8Array
  /** Per output. */
  scale: Float64Array
  norm: 'sum' | 'sqrt'
}

/** Which rows hold anything: most of a pruned table does not, and is passed over. */
function findRows(values: Int8Array | Float32Array, count: number, outputs: number): Int32Array {
  const rows = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    let any = false
    for (let at = row * outputs; at < (row + 1) * outputs && !any; at++) any = values[at] !== 0
    rows[row] = any ? row : -1
  }
  return rows
}

export function makeLinear(header: ModelHeader, tensors: Map<string, Tensor>): Linear | undefined {
  const part = header.parts.linear
  if (!part) return undefined
  const outputs = header.outputs.length
  const count = 2 ** part.bits
  const tensor = tensorOf(tensors, 'linear', [count, outputs])
  const { scale = 1 } = tensor.header
  return {
    mask: count - 1,
    outputs,
    rows: tensor.rows ?? findRows(tensor.values, count, outputs),
    weights: tensor.values as Int8Array,
    scale: Float64Array.from({ length: outputs }, (_, at) =>
      typeof scale === 'number' ? scale : scale[at]!,
    ),
    norm: part.norm,
  }
}

const factorOf = ({ norm }: Linear, { length }: Bag): number => (norm === 'sqrt' ? 1 / Math.sqrt(length) : 1)

/** Adds what a message's features weigh to its logits. */
export function addLinear(linear: Linear, bag: Bag, sums: Int32Array, logits: Float64Array): void {
  const { mask, outputs, rows, weights, scale } = linear
  if (bag.length === 0) return
  sums.fill(0)
  for (let at = 0; at < bag.length; at++) {
    const row = rows[bag.ids[at]! & mask]!
    if (row < 0) continue
    const begin = row * outputs
    for (let output = 0; output < outputs; output++) sums[output]! += weights[begin + output]!
  }
  const factor = factorOf(linear, bag)
  for (let output = 0; output < outputs; output++) logits[output]! += sums[output]! * scale[output]! * factor
}

/** What a message's features add to one output alone: quick to have. */
export function linearOf(linear: Linear, bag: Bag, output: number): number {
  const { mask, outputs, rows, weights, scale } = linear
  let sum = 0
  for (let at = 0; at < bag.length; at++) {
    const row = rows[bag.ids[at]! & mask]!
    if (row >= 0) sum += weights[row * outputs + output]!
  }
  return bag.length === 0 ? 0 : sum * scale[output]! * factorOf(linear, bag)
}

/** Ranges longer than this belong to their two ends: what stands between was only passed over. */
const WHOLE = 3

/** Gives each feature's weight for one output to the tokens it came from. */
export function spreadLinear(linear: Linear, bag: Bag, output: number, tokens: Float64Array): void {
  const factor = factorOf(linear, bag) * linear.scale[output]!
  for (let at = 0; at < bag.length; at++) {
    const row = linear.rows[bag.ids[at]! & linear.mask]!
    if (row < 0) continue
    const weight = linear.weights[row * linear.outputs + output]! * factor
    const [begin, end] = [bag.begins[at]!, bag.ends[at]!]
    if (end === begin) continue
    if (end - begin > WHOLE) {
      tokens[begin]! += weight / 2
      tokens[end - 1]! += weight / 2
    } else for (let token = begin; token < end; token++) tokens[token]! += weight / (end - begin)
  }
}

import type { Bag } from './bag.ts'
import { type ModelHeader, type Tensor, tensorOf } from './model-file.ts'
import { StoredRows } from './stored-rows.ts'

/** Weights of hashed features: one row each, one whole number per output. */
export interface Linear {
  mask: number
  outputs: number
  rows: StoredRows
  weights: Int8Array
  /** Per output. */
  scale: Float64Array
  norm: 'sum' | 'sqrt'
}

/** A table with all its rows, as one with only those that hold anything: most of a pruned one do not. */
function compact(
  values: Int8Array,
  count: number,
  outputs: number,
): { rows: StoredRows; weights: Int8Array } {
  const bits = new Uint32Array(Math.ceil(count / 32))
  for (let at = 0; at < values.length; at++) {
    if (values[at] === 0) continue
    const row = Math.floor(at / outputs)
    bits[row >> 5]! |= 1 << (row & 31)
  }
  const rows = new StoredRows(bits)
  const weights = new Int8Array(rows.count * outputs)
  for (let row = 0; row < count; row++) {
    const stored = rows.at(row)
    if (stored >= 0) weights.set(values.subarray(row * outputs, (row + 1) * outputs), stored * outputs)
  }
  return { rows, weights }
}

export function makeLinear(header: ModelHeader, tensors: Map<string, Tensor>): Linear | undefined {
  const part = header.parts.linear
  if (!part) return undefined
  const outputs = header.outputs.length
  const count = 2 ** part.bits
  const tensor = tensorOf(tensors, 'linear', [count, outputs])
  const { scale = 1 } = tensor.header
  const values = tensor.values as Int8Array
  return {
    mask: count - 1,
    outputs,
    ...(tensor.rows ? { rows: tensor.rows, weights: values } : compact(values, count, outputs)),
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
    const row = rows.at(bag.ids[at]! & mask)
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
    const row = rows.at(bag.ids[at]! & mask)
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
    const row = linear.rows.at(bag.ids[at]! & linear.mask)
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

import { type ModelHeader, type Tensor, tensorOf, toFloats } from './model-file.ts'

/** Filters are worked through four at a time. */
const ABREAST = 4

interface Convolution {
  width: number
  /** Four filters' weights side by side, width x dim times over, then the next four. */
  weights: Float64Array
  bias: Float64Array
}

/** A small convolutional network over words: embeddings, windows of a few words, the strongest of each filter. */
export interface Network {
  mask: number
  dim: number
  filters: number
  mean: boolean
  words: Int8Array | Float32Array
  /** Per row of `words`, or one for all. */
  wordScale: Float32Array
  marks: Float32Array
  convolutions: Convolution[]
  /** One row of pooled values per output. */
  out: Float32Array
  /** How many pooled values there are. */
  pooled: number
}

/** A filter's row after another becomes four abreast; what is missing to a four is zero. */
function interleave(rows: Float32Array, filters: number, size: number): Float64Array {
  const groups = Math.ceil(filters / ABREAST)
  const woven = new Float64Array(groups * ABREAST * size)
  for (let filter = 0; filter < filters; filter++) {
    const begin = Math.floor(filter / ABREAST) * ABREAST * size + (filter % ABREAST)
    for (let at = 0; at < size; at++) woven[begin + at * ABREAST] = rows[filter * size + at]!
  }
  return woven
}

export function makeNetwork(header: ModelHeader, tensors: Map<string, Tensor>): Network | undefined {
  const part = header.parts.words
  if (!part) return undefined
  const { bits, dim, widths, filters, pool } = part
  const pooled = widths.length * pool.length * filters
  const words = tensorOf(tensors, 'words', [2 ** bits, dim])
  const { scale = 1 } = words.header
  return {
    mask: 2 ** bits - 1,
    dim,
    filters,
    mean: pool.includes('mean'),
    words: words.values,
    wordScale: Float32Array.from(typeof scale === 'number' ? [scale] : scale),
    marks: toFloats(tensorOf(tensors, 'marks', [16, dim])),
    convolutions: widths.map((width) => ({
      width,
      weights: interleave(
        toFloats(tensorOf(tensors, `conv${width}`, [filters, width * dim])),
        filters,
        width * dim,
      ),
      bias: Float64Array.from([...toFloats(tensorOf(tensors, `conv${width}.bias`, [filters])), 0, 0, 0]),
    })),
    out: toFloats(tensorOf(tensors, 'words.out', [header.outputs.length, pooled])),
    pooled,
  }
}

/** What a message made of the network: pooled values, and where each strongest one stood. */
export interface Activation {
  values: Float64Array
  /** First token of the window each maximum came from. */
  where: Uint16Array
  /** Tokens of the message. */
  length: number
}

/** Room that is used again from message to message; nothing in it outlives a reading. */
export class Scratch {
  embedded = new Float64Array(0)

  room(size: number): Float64Array {
    if (this.embedded.length < size) this.embedded = new Float64Array(size * 2)
    return this.embedded
  }
}

/** One row per token: its word's vector and those of its marks; zero rows past the end, for short messages. */
function embed(
  network: Network,
  words: Uint32Array,
  marks: Uint16Array,
  rows: number,
  room: Float64Array,
): void {
  const { dim, mask, wordScale } = network
  room.fill(0, words.length * dim, rows * dim)
  for (let token = 0; token < words.length; token++) {
    const row = words[token]! & mask
    const scale = wordScale.length === 1 ? wordScale[0]! : wordScale[row]!
    const begin = token * dim
    for (let at = 0; at < dim; at++) room[begin + at] = network.words[row * dim + at]! * scale
    for (let bits = marks[token]!; bits !== 0; bits &= bits - 1) {
      const vector = (31 - Math.clz32(bits & -bits)) * dim
      for (let at = 0; at < dim; at++) room[begin + at]! += network.marks[vector + at]!
    }
  }
}

const positionsOf = (length: number, width: number): number => Math.max(1, length - width + 1)

/** The values of four filters at two neighbouring positions, written one after the other. */
const eight = new Float64Array(2 * ABREAST)

/**
 * Four filters at two positions in one go: each number loaded is used more than once, which makes it three times
 * as fast as one product after the other.
 */
function multiply(
  room: Float64Array,
  begin: number,
  dim: number,
  weights: Float64Array,
  from: number,
  size: number,
): void {
  let a0 = 0
  let a1 = 0
  let a2 = 0
  let a3 = 0
  let b0 = 0
  let b1 = 0
  let b2 = 0
  let b3 = 0
  const end = begin + size
  for (let at = begin, weight = from; at < end; at++, weight += ABREAST) {
    const one = room[at]!
    const next = room[at + dim]!
    const w0 = weights[weight]!
    const w1 = weights[weight + 1]!
    const w2 = weights[weight + 2]!
    const w3 = weights[weight + 3]!
    a0 += one * w0
    a1 += one * w1
    a2 += one * w2
    a3 += one * w3
    b0 += next * w0
    b1 += next * w1
    b2 += next * w2
    b3 += next * w3
  }
  eight[0] = a0
  eight[1] = a1
  eight[2] = a2
  eight[3] = a3
  eight[4] = b0
  eight[5] = b1
  eight[6] = b2
  eight[7] = b3
}

/** What one convolution leaves of a message: each filter's greatest value, where, and the sum of all. */
interface Pooled {
  best: Float64Array
  where: Uint16Array
  sum: Float64Array
}

function convolve(
  one: Convolution,
  room: Float64Array,
  dim: number,
  positions: number,
  pooled: Pooled,
): void {
  const { width, weights, bias } = one
  const size = width * dim
  const { best, where, sum } = pooled
  best.fill(0)
  where.fill(0)
  sum.fill(0)
  for (let filter = 0; filter < best.length; filter += ABREAST) {
    for (let position = 0; position < positions; position += 2) {
      multiply(room, position * dim, dim, weights, filter * size, size)
      const known = position + 1 < positions ? 2 * ABREAST : ABREAST
      for (let at = 0; at < known; at++) {
        const which = filter + (at & 3)
        const value = eight[at]! + bias[which]!
        if (value <= 0) continue
        sum[which]! += value
        if (value > best[which]!) {
          best[which] = value
          where[which] = position + (at >> 2)
        }
      }
    }
  }
}

/** Runs the network over a message's words. */
export function activate(
  network: Network,
  words: Uint32Array,
  marks: Uint16Array,
  scratch: Scratch,
): Activation {
  const { dim, filters, mean, convolutions, pooled } = network
  const widest = convolutions.at(-1)?.width ?? 1
  // One row more than there are: two positions are read at a time.
  const rows = Math.max(words.length, widest) + 1
  const room = scratch.room(rows * dim)
  embed(network, words, marks, rows, room)
  const values = new Float64Array(pooled)
  const where = new Uint16Array(pooled)
  const abreast = Math.ceil(filters / ABREAST) * ABREAST
  const found: Pooled = {
    best: new Float64Array(abreast),
    where: new Uint16Array(abreast),
    sum: new Float64Array(abreast),
  }
  let base = 0
  for (const convolution of convolutions) {
    const positions = positionsOf(words.length, convolution.width)
    convolve(convolution, room, dim, positions, found)
    for (let filter = 0; filter < filters; filter++) {
      values[base + filter] = found.best[filter]!
      where[base + filter] = found.where[filter]!
      if (mean) values[base + filters + filter] = found.sum[filter]! / positions
    }
    base += filters * (mean ? 2 : 1)
  }
  return { values, where, length: words.length }
}

export function addNetwork(network: Network, { values }: Activation, logits: Float64Array): void {
  const { out, pooled } = network
  for (let output = 0; output < logits.length; output++) {
    let sum = 0
    for (let at = 0; at < pooled; at++) sum += out[output * pooled + at]! * values[at]!
    logits[output]! += sum
  }
}

/** Gives what each strongest window weighs for one output to its tokens; means belong to the whole message. */
export function spreadNetwork(
  network: Network,
  active: Activation,
  output: number,
  tokens: Float64Array,
): void {
  const { filters, mean, convolutions, out, pooled } = network
  let base = 0
  for (const { width } of convolutions) {
    const reach = Math.min(width, active.length)
    for (let filter = 0; filter < filters; filter++) {
      const weight = out[output * pooled + base + filter]! * active.values[base + filter]!
      const first = active.where[base + filter]!
      for (let token = first; token < first + reach; token++) tokens[token]! += weight / reach
    }
    base += filters * (mean ? 2 : 1)
  }
}

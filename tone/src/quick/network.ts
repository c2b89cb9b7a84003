import { type ModelHeader, type Tensor, tensorOf, toFloats } from './model-file.ts'
import { Projection, RecentProjections } from './projection.ts'

interface Convolution {
  width: number
  bias: Float32Array
  /** Where its numbers begin among those of a token: for each place in the window, one per filter. */
  begin: number
}

/** A small convolutional network over words: embeddings, windows of a few words, the strongest of each filter. */
export interface Network {
  mask: number
  filters: number
  mean: boolean
  convolutions: Convolution[]
  /** What a word is to every filter at every place of its window. */
  words: RecentProjections
  /** The same for sixteen marks together. */
  marks: RecentProjections
  /** For each pooled value what it weighs, output after output. */
  out: Float32Array
  /** How many pooled values there are. */
  pooled: number
}

/** The filters of all widths as rows of `dim` weights: width after width, place after place, filter after filter. */
function rowsOf(tensors: Map<string, Tensor>, widths: number[], filters: number, dim: number): Float32Array {
  const rows = new Float32Array(widths.reduce((sum, width) => sum + width, 0) * filters * dim)
  let begin = 0
  for (const width of widths) {
    const weights = toFloats(tensorOf(tensors, `conv${width}`, [filters, width * dim]))
    for (let place = 0; place < width; place++)
      for (let filter = 0; filter < filters; filter++, begin += dim)
        rows.set(weights.subarray((filter * width + place) * dim, (filter * width + place + 1) * dim), begin)
  }
  return rows
}

/** Writes the vector of a word, scales applied. */
function vectorFiller({ header, values }: Tensor, dim: number): (row: number, vector: Float32Array) => void {
  const { scale = 1 } = header
  return (row, vector) => {
    const factor = typeof scale === 'number' ? scale : scale[row]!
    for (let at = 0; at < dim; at++) vector[at] = values[row * dim + at]! * factor
  }
}

/** Writes the sum of the vectors of the marks that are set. */
function markFiller(marks: Float32Array, dim: number): (set: number, vector: Float32Array) => void {
  return (set, vector) => {
    vector.fill(0)
    for (let bit = 0; bit < 16; bit++)
      if (set & (1 << bit)) for (let at = 0; at < dim; at++) vector[at]! += marks[bit * dim + at]!
  }
}

/** Words and combinations of marks that are kept worked out: some megabytes, a second's worth of reading. */
const WORDS_KEPT = 4_096
const MARKS_KEPT = 512

/** Rows become columns. */
function turned(values: Float32Array, columns: number): Float32Array {
  const rows = values.length / columns
  return Float32Array.from(values, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]!)
}

export function makeNetwork(header: ModelHeader, tensors: Map<string, Tensor>): Network | undefined {
  const part = header.parts.words
  if (!part) return undefined
  const { bits, dim, widths, filters, pool } = part
  const rows = 2 ** bits
  const pooled = widths.length * pool.length * filters
  const projection = new Projection(rowsOf(tensors, widths, filters, dim), dim)
  const words = tensorOf(tensors, 'words', [rows, dim])
  let begin = 0
  const convolutions = widths.map((width) => {
    const one = { width, bias: toFloats(tensorOf(tensors, `conv${width}.bias`, [filters])), begin }
    begin += width * filters
    return one
  })
  return {
    mask: rows - 1,
    filters,
    mean: pool.includes('mean'),
    convolutions,
    words: new RecentProjections(projection, dim, WORDS_KEPT, vectorFiller(words, dim)),
    marks: new RecentProjections(
      projection,
      dim,
      MARKS_KEPT,
      markFiller(toFloats(tensorOf(tensors, 'marks', [16, dim])), dim),
    ),
    out: turned(toFloats(tensorOf(tensors, 'words.out', [header.outputs.length, pooled])), pooled),
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

const positionsOf = (length: number, width: number): number => Math.max(1, length - width + 1)

/** Where one convolution's results go: greatest value, its place and the sum, per filter. */
interface Pooled {
  sums: Float64Array
  best: Float64Array
  where: Uint16Array
  sum: Float64Array
}

function keepGreatest({ sums, best, where, sum }: Pooled, position: number): void {
  for (let filter = 0; filter < sums.length; filter++) {
    const value = sums[filter]!
    if (value <= 0) continue
    sum[filter]! += value
    if (value > best[filter]!) {
      best[filter] = value
      where[filter] = position
    }
  }
}

/** `words` and `marks` are what each token is to the filters; past the last one there is nothing to add. */
function convolve(
  { width, bias, begin }: Convolution,
  words: readonly Float32Array[],
  marks: readonly Float32Array[],
  pooled: Pooled,
): void {
  const { sums, best, where, sum } = pooled
  const filters = sums.length
  best.fill(0)
  where.fill(0)
  sum.fill(0)
  const positions = positionsOf(words.length, width)
  for (let position = 0; position < positions; position++) {
    for (let filter = 0; filter < filters; filter++) sums[filter] = bias[filter]!
    const end = Math.min(position + width, words.length)
    for (let token = position, from = begin; token < end; token++, from += filters) {
      const word = words[token]!
      const mark = marks[token]!
      for (let filter = 0; filter < filters; filter++)
        sums[filter]! += word[from + filter]! + mark[from + filter]!
    }
    keepGreatest(pooled, position)
  }
}

/** Runs the network over a message's words. */
export function activate(network: Network, words: Uint32Array, marks: Uint16Array): Activation {
  const { filters, mean, convolutions, pooled, mask } = network
  const ofWords = Array.from(words, (word) => network.words.get(word & mask))
  const ofMarks = Array.from(marks, (set) => network.marks.get(set))
  const values = new Float64Array(pooled)
  const where = new Uint16Array(pooled)
  const found: Pooled = {
    sums: new Float64Array(filters),
    best: new Float64Array(filters),
    where: new Uint16Array(filters),
    sum: new Float64Array(filters),
  }
  let base = 0
  for (const convolution of convolutions) {
    convolve(convolution, ofWords, ofMarks, found)
    values.set(found.best, base)
    where.set(found.where, base)
    const positions = positionsOf(words.length, convolution.width)
    if (mean)
      for (let filter = 0; filter < filters; filter++)
        values[base + filters + filter] = found.sum[filter]! / positions
    base += filters * (mean ? 2 : 1)
  }
  return { values, where, length: words.length }
}

export function addNetwork({ out }: Network, { values }: Activation, logits: Float64Array): void {
  const outputs = logits.length
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    // Most filters find nothing in most messages.
    if (value === 0) continue
    for (let output = 0; output < outputs; output++) logits[output]! += out[at * outputs + output]! * value
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
  const outputs = out.length / pooled
  let base = 0
  for (const { width } of convolutions) {
    const reach = Math.min(width, active.length)
    for (let filter = 0; filter < filters; filter++) {
      const weight = out[(base + filter) * outputs + output]! * active.values[base + filter]!
      const first = active.where[base + filter]!
      for (let token = first; token < first + reach; token++) tokens[token]! += weight / reach
    }
    base += filters * (mean ? 2 : 1)
  }
}

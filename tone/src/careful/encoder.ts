import { type Kernel, makeKernel } from './kernel.ts'
import type { CarefulFile } from './model-file.ts'
import { Room } from './room.ts'

/** Weights as the kernel multiplies by them, by address. */
interface Linear {
  weights: number
  scales: number
  bias: number
  width: number
  columns: number
}

interface Norm {
  gain: number
  bias: number
}

interface Layer {
  /** Query, key and value, side by side: one multiplication. */
  seen: Linear
  output: Linear
  attention: Norm
  up: Linear
  down: Linear
  feed: Norm
}

/** Room to work in, used again for every window. */
interface Bench {
  /** One row a piece: what is known of it so far. */
  rows: number
  /** Whole numbers that stand for rows, and their scales. */
  whole: number
  wholeScales: number
  /** What a multiplication found: the widest is three rows a piece. */
  found: number
  mixed: number
  inner: number
  turned: number
  shares: number
}

/** Rows that are worked on together; all that is behind the last piece is left as it is. */
const TOGETHER = 8
const roundUp = (count: number): number => (count + TOGETHER - 1) & -TOGETHER

/** Puts tensors of a file where the kernel finds them. */
class Placer {
  readonly #room: Room
  readonly #kernel: Kernel
  readonly #file: CarefulFile

  constructor(room: Room, kernel: Kernel, file: CarefulFile) {
    this.#room = room
    this.#kernel = kernel
    this.#file = file
  }

  /** Several side by side, as if they were one. Columns up to a multiple of eight are there and give nothing. */
  linear(parts: { name: string; columns: number; bias: boolean }[], width: number): Linear {
    const columns = parts.reduce((sum, part) => sum + roundUp(part.columns), 0)
    const weights = this.#room.take(columns * width)
    const [scales, bias] = [new Float32Array(columns), new Float32Array(columns)]
    let at = 0
    for (const part of parts) {
      this.#pack(part.name, part.columns, width, weights + at * width)
      scales.set(this.#file.floats(`${part.name}.scale`, [part.columns]), at)
      if (part.bias) bias.set(this.#file.floats(`${part.name}.bias`, [part.columns]), at)
      at += roundUp(part.columns)
    }
    return { weights, scales: this.#room.keep(scales), bias: this.#room.keep(bias), width, columns }
  }

  #pack(name: string, columns: number, width: number, into: number): void {
    const values = this.#file.bytes(`${name}.weight`, [columns, width])
    this.#room.borrow(values.length, (at) => {
      this.#room.bytes(at, values.length).set(values)
      this.#kernel.pack(at, columns, width, into)
    })
  }

  norm(name: string, width: number): Norm {
    return {
      gain: this.#room.keep(this.#file.floats(`${name}.gain`, [width])),
      bias: this.#room.keep(this.#file.floats(`${name}.bias`, [width])),
    }
  }
}

function placeLayer(placer: Placer, at: number, hidden: number, inner: number): Layer {
  const one = (name: string, columns: number) => ({ name: `${at}.${name}`, columns, bias: true })
  return {
    seen: placer.linear([one('query', hidden), one('key', hidden), one('value', hidden)], hidden),
    output: placer.linear([one('output', hidden)], hidden),
    attention: placer.norm(`${at}.attention`, hidden),
    up: placer.linear([one('up', inner)], hidden),
    down: placer.linear([one('down', hidden)], inner),
    feed: placer.norm(`${at}.feed`, hidden),
  }
}

function makeBench(room: Room, hidden: number, inner: number, positions: number): Bench {
  const rows = roundUp(positions)
  return {
    rows: room.take(rows * hidden * 4),
    whole: room.take(rows * Math.max(hidden, inner) * 2),
    wholeScales: room.take(rows * 4),
    found: room.take(rows * hidden * 3 * 4),
    mixed: room.take(rows * hidden * 4),
    inner: room.take(rows * inner * 4),
    turned: room.take(rows * 32 * 4),
    shares: room.take(rows * 2 * 4),
  }
}

/** A table of rows, each with a scale of its own: pieces or positions. */
interface Table {
  weights: Int8Array
  scales: Float32Array
}

/** What each piece of a window says to each output. */
export interface Said {
  /** How much it is looked at, before all pieces are weighed against each other; a row of outputs for each piece. */
  look: Float32Array
  /** What it says. */
  say: Float32Array
}

/**
 * A small BERT (Devlin and others 2018, arXiv:1810.04805) over one window of pieces, with whole-number weights, and
 * on top of it for every output how much each piece is looked at and what it says.
 */
export class Encoder {
  readonly positions: number
  readonly outputs: number
  readonly #hidden: number
  readonly #heads: number
  readonly #kernel: Kernel
  readonly #room = new Room()
  readonly #pieces: Table
  readonly #places: Table
  readonly #begin: Norm
  readonly #layers: Layer[]
  readonly #head: Linear
  readonly #bench: Bench

  constructor(file: CarefulFile) {
    const { hidden, heads, layers, positions, pieces, outputs } = file.header
    this.positions = positions
    this.outputs = outputs.length
    this.#hidden = hidden
    this.#heads = heads
    this.#kernel = makeKernel(this.#room.memory)
    // Copies, so that the file can be let go.
    const table = (name: string, rows: number): Table => ({
      weights: file.bytes(`${name}.weight`, [rows, hidden]).slice(),
      scales: file.floats(`${name}.scale`, [rows]).slice(),
    })
    this.#pieces = table('piece', pieces.length)
    this.#places = table('position', positions)
    const placer = new Placer(this.#room, this.#kernel, file)
    this.#begin = placer.norm('embedding', hidden)
    this.#layers = layers.map(({ inner }, at) => placeLayer(placer, at, hidden, inner))
    const said = (name: string) => ({ name, columns: outputs.length, bias: false })
    this.#head = placer.linear([said('look'), said('say')], hidden)
    this.#bench = makeBench(this.#room, hidden, Math.max(...layers.map(({ inner }) => inner)), positions)
  }

  /** Reads one window, `[CLS]` and `[SEP]` included: at most `positions` pieces. */
  run(ids: Uint16Array): Said {
    const { rows, found } = this.#bench
    this.#embed(ids)
    for (const layer of this.#layers) this.#layer(layer, ids.length)
    this.#multiply(rows, ids.length, this.#head, found)
    return this.#said(ids.length)
  }

  #embed(ids: Uint16Array): void {
    const hidden = this.#hidden
    const { rows } = this.#bench
    const into = this.#room.floats(rows, ids.length * hidden)
    const [pieces, places] = [this.#pieces, this.#places]
    for (const [place, id] of ids.entries()) {
      const scale = pieces.scales[id]!
      const placeScale = places.scales[place]!
      for (let at = 0; at < hidden; at++)
        into[place * hidden + at] =
          pieces.weights[id * hidden + at]! * scale + places.weights[place * hidden + at]! * placeScale
    }
    this.#kernel.normalise(rows, ids.length, hidden, this.#begin.gain, this.#begin.bias)
  }

  #multiply(rows: number, count: number, by: Linear, out: number): void {
    const { whole, wholeScales } = this.#bench
    const { weights, scales, bias, width, columns } = by
    this.#kernel.quantise(rows, count, width, whole, wholeScales)
    this.#kernel.multiply(whole, wholeScales, weights, scales, bias, count, width, columns, out)
  }

  #layer({ seen, output, attention, up, down, feed }: Layer, count: number): void {
    const kernel = this.#kernel
    const { rows, found, mixed, inner, turned, shares } = this.#bench
    this.#multiply(rows, count, seen, found)
    kernel.attend(found, count, this.#heads, turned, shares, mixed)
    this.#multiply(mixed, count, output, found)
    kernel.addAndNormalise(rows, found, count, this.#hidden, attention.gain, attention.bias)
    this.#multiply(rows, count, up, inner)
    kernel.gelu(inner, count * up.columns)
    this.#multiply(inner, count, down, found)
    kernel.addAndNormalise(rows, found, count, this.#hidden, feed.gain, feed.bias)
  }

  #said(count: number): Said {
    const { outputs } = this
    const stride = this.#head.columns
    const found = this.#room.floats(this.#bench.found, count * stride)
    const [look, say] = [new Float32Array(count * outputs), new Float32Array(count * outputs)]
    for (let piece = 0; piece < count; piece++) {
      const from = piece * stride
      look.set(found.subarray(from, from + outputs), piece * outputs)
      say.set(found.subarray(from + stride / 2, from + stride / 2 + outputs), piece * outputs)
    }
    return { look, say }
  }
}

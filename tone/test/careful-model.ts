import { attributes } from '../src/attributes.ts'
import type { CarefulHeader, CarefulTensor } from '../src/careful/model-file.ts'
import { OWN_PIECES } from '../src/careful/pieces.ts'
import { seeded } from './tiny-model.ts'

export interface CarefulOptions {
  seed?: number
  heads?: number
  /** Inner width of each layer. */
  layers?: number[]
  positions?: number
  /** Size of the vocabulary; beyond the words below it is filled up. */
  pieces?: number
  /** Version of the quick model. */
  quick?: string
  ask?: { from: number; until: number }
  pauseAt?: number
  /** How much of each reader is in the result. */
  combine?: { careful: number; quick: number; b: number }
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('')
const words =
  "the you are is it a to of and this that i my your we was not never thanks thank fool garden table read good sorry help . , ! ? ' -"
const vocabulary = [
  ...['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...OWN_PIECES, ...words.split(' '), ...letters],
  ...letters.map((letter) => `##${letter}`),
]

/** The pieces of a random model: real words and letters first, so that any message has some. */
function piecesOf(size: number): string[] {
  const pieces = [...new Set(vocabulary)]
  while (pieces.length < size) pieces.push(`filler${pieces.length}`)
  return pieces
}

interface Part {
  header: CarefulTensor
  bytes: Uint8Array
}

/** Adds tensors one behind the other. */
class Parts {
  readonly all: Part[] = []
  readonly #random: () => number
  #at = 0

  constructor(random: () => number) {
    this.#random = random
  }

  #add(name: string, type: 'i8' | 'f32', shape: number[], bytes: Uint8Array): void {
    this.all.push({ header: { name, type, shape, at: this.#at }, bytes })
    this.#at = (this.#at + bytes.length + 15) & ~15
  }

  floats(name: string, size: number, fill: (random: number) => number): void {
    const values = Float32Array.from({ length: size }, () => fill(this.#random() - 0.5))
    this.#add(name, 'f32', [size], new Uint8Array(values.buffer))
  }

  /** Weights that are about `spread` apart from zero, whole numbers with a scale for each row. */
  rows(name: string, rows: number, columns: number, spread: number): void {
    const values = Int8Array.from({ length: rows * columns }, () => Math.round((this.#random() - 0.5) * 254))
    this.#add(`${name}.weight`, 'i8', [rows, columns], new Uint8Array(values.buffer))
    this.floats(`${name}.scale`, rows, (one) => (spread * 1.7 * (1 + one)) / 127)
  }

  norm(name: string, size: number): void {
    this.floats(`${name}.gain`, size, (one) => 1 + one * 0.4)
    this.floats(`${name}.bias`, size, (one) => one * 0.2)
  }
}

function addLayer(parts: Parts, at: number, hidden: number, inner: number): void {
  const linear = (name: string, out: number, from: number) => {
    parts.rows(`${at}.${name}`, out, from, 1 / Math.sqrt(from))
    parts.floats(`${at}.${name}.bias`, out, (one) => one * 0.2)
  }
  for (const name of ['query', 'key', 'value', 'output']) linear(name, hidden, hidden)
  parts.norm(`${at}.attention`, hidden)
  linear('up', inner, hidden)
  linear('down', hidden, inner)
  parts.norm(`${at}.feed`, hidden)
}

function tensorsOf(
  random: () => number,
  shape: Pick<CarefulHeader, 'hidden' | 'positions' | 'layers'> & { vocabulary: number },
) {
  const { hidden, positions, layers } = shape
  const parts = new Parts(random)
  const outputs = attributes.length + 1
  parts.rows('piece', shape.vocabulary, hidden, 0.05)
  parts.rows('position', positions, hidden, 0.02)
  parts.norm('embedding', hidden)
  for (const [at, { inner }] of layers.entries()) addLayer(parts, at, hidden, inner)
  parts.rows('look', outputs, hidden, 1 / Math.sqrt(hidden))
  parts.rows('say', outputs, hidden, 2 / Math.sqrt(hidden))
  parts.floats('say.bias', outputs, (one) => one - 1)
  return parts.all
}

/** Puts a file together; also one whose header was bent by a test. */
export function assembleCareful(header: object, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(header))
  const data = (8 + head.length + 15) & ~15
  const last = parts.at(-1)!
  const file = new Uint8Array(data + last.header.at + last.bytes.length)
  file.set(new TextEncoder().encode('KCR1'))
  new DataView(file.buffer).setUint32(4, head.length, true)
  file.set(head, 8)
  for (const part of parts) file.set(part.bytes, data + part.header.at)
  return file
}

/** A careful model's header and tensors, with weights thrown by a seeded die. */
export function carefulParts(options: CarefulOptions = {}): { header: CarefulHeader; parts: Part[] } {
  const { seed = 1, heads = 2, layers = [64, 32], positions = 32, quick = 'fixture', pauseAt = 0.5 } = options
  const { combine = { careful: 0.7, quick: 0.5, b: 0.1 } } = options
  const pieces = piecesOf(options.pieces ?? 0)
  const outputs = [...attributes, 'pause']
  const shape = { hidden: heads * 32, positions, layers: layers.map((inner) => ({ inner })) }
  const parts = tensorsOf(seeded(seed), { ...shape, vocabulary: pieces.length })
  const header: CarefulHeader = {
    version: 'fixture',
    quick,
    ...shape,
    heads,
    head: 32,
    pieces,
    outputs,
    combine: Object.fromEntries(outputs.map((output) => [output, combine])),
    pauseAt,
    ...(options.ask ? { ask: options.ask } : {}),
    spansAt: { insult: 0.2, gratitude: 0.2 },
    tensors: parts.map((part) => part.header),
  }
  return { header, parts }
}

/** The same as a file: format and arithmetic are real, what it says is not. */
export function carefulModel(options: CarefulOptions = {}): Uint8Array<ArrayBuffer> {
  const { header, parts } = carefulParts(options)
  return assembleCareful(header, parts)
}

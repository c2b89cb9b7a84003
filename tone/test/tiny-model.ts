import { attributes } from '../src/attributes.ts'
import type { Calibration, ModelHeader, TensorHeader } from '../src/quick/model-file.ts'

/** A small generator whose numbers are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface TinyOptions {
  seed?: number
  linearBits?: number
  wordBits?: number
  dim?: number
  filters?: number
  /** Share of the hashed rows that hold anything. */
  density?: number
  norm?: 'sum' | 'sqrt'
  sparse?: boolean
  pool?: ('max' | 'mean')[]
  calibration?: Record<string, Calibration>
  parts?: ('linear' | 'words')[]
  /** A language besides English, of which it knows these attributes. */
  language?: string
  knows?: readonly string[]
}

interface Part {
  header: TensorHeader
  bytes: Uint8Array
}

function floats(name: string, shape: number[], fill: (at: number) => number): Part {
  const size = shape.reduce((product, one) => product * one, 1)
  const values = Float32Array.from({ length: size }, (_, at) => fill(at))
  return { header: { name, type: 'f32', shape }, bytes: new Uint8Array(values.buffer) }
}

function bytes(
  name: string,
  shape: number[],
  scale: number | number[],
  axis: 0 | 1,
  values: Int8Array,
): Part {
  return { header: { name, type: 'i8', shape, scale, axis }, bytes: new Uint8Array(values.buffer) }
}

/** Stores only the rows that hold anything, after a bitmap of which. */
function sparse({ header, bytes: whole }: Part): Part {
  const [rows = 0, columns = 0] = header.shape
  const bitmap = new Uint8Array(Math.ceil(Math.ceil(rows / 8) / 4) * 4)
  const kept: number[] = []
  for (let row = 0; row < rows; row++) {
    const values = whole.subarray(row * columns, (row + 1) * columns)
    if (values.every((value) => value === 0)) continue
    bitmap[row >> 3]! |= 1 << (row & 7)
    kept.push(...values)
  }
  return { header: { ...header, sparse: true }, bytes: Uint8Array.from([...bitmap, ...kept]) }
}

function linearPart(random: () => number, bits: number, density: number, outputs: string[]): Part {
  const values = new Int8Array(2 ** bits * outputs.length)
  for (let row = 0; row < 2 ** bits; row++)
    if (random() < density)
      for (let output = 0; output < outputs.length; output++)
        values[row * outputs.length + output] = Math.round((random() - 0.5) * 120)
  const scale = outputs.map(() => 0.002 + random() * 0.004)
  return bytes('linear', [2 ** bits, outputs.length], scale, 1, values)
}

function wordParts(
  random: () => number,
  { bits, dim, filters, pool }: { bits: number; dim: number; filters: number; pool: number },
  outputs: string[],
): Part[] {
  const even = () => random() - 0.5
  const table = Int8Array.from({ length: 2 ** bits * dim }, () => Math.round(even() * 200))
  return [
    bytes('words', [2 ** bits, dim], 0.01, 0, table),
    floats('marks', [16, dim], even),
    ...[2, 3, 4].flatMap((width) => [
      floats(`conv${width}`, [filters, width * dim], () => even() * 0.5),
      floats(`conv${width}.bias`, [filters], even),
    ]),
    floats('words.out', [outputs.length, 3 * pool * filters], () => even() * 0.2),
  ]
}

function assemble(header: ModelHeader, parts: Part[]): Uint8Array {
  let text = JSON.stringify(header)
  while (text.length % 4 !== 0) text += ' '
  const head = new TextEncoder().encode(text)
  const sizes = parts.map((part) => (part.bytes.length + 3) & ~3)
  const file = new Uint8Array(4 + head.length + sizes.reduce((sum, size) => sum + size, 0))
  new DataView(file.buffer).setUint32(0, head.length, true)
  file.set(head, 4)
  let at = 4 + head.length
  for (const [index, part] of parts.entries()) {
    file.set(part.bytes, at)
    at += sizes[index]!
  }
  return file
}

/** A model with weights thrown by a seeded die: the format and the arithmetic are real, what it says is not. */
export function tinyModel(options: TinyOptions = {}): Uint8Array {
  const { seed = 1, linearBits = 12, wordBits = 10, dim = 8, filters = 6, density = 0.4 } = options
  const { norm = 'sqrt', pool = ['max', 'mean'], parts = ['linear', 'words'], calibration = {} } = options
  const { language, knows = attributes } = options
  const outputs = [...knows, 'pause']
  const random = seeded(seed)
  const tensors = [floats('bias', [outputs.length], () => random() - 2)]
  const linear = linearPart(random, linearBits, density, outputs)
  if (parts.includes('linear')) tensors.push(options.sparse ? sparse(linear) : linear)
  const words = wordParts(random, { bits: wordBits, dim, filters, pool: pool.length }, outputs)
  if (parts.includes('words')) tensors.push(...words)
  const header: ModelHeader = {
    format: 1,
    name: 'quick',
    version: 'fixture',
    ...(language ? { language } : {}),
    outputs,
    parts: {
      ...(parts.includes('linear') ? { linear: { bits: linearBits, norm } } : {}),
      ...(parts.includes('words')
        ? { words: { bits: wordBits, dim, widths: [2, 3, 4], filters, pool } }
        : {}),
    },
    tensors: tensors.map((tensor) => tensor.header),
    calibration,
    pause: { threshold: 0.5 },
    spans: { insult: 0.2, gratitude: 0.2 },
  }
  return assemble(header, tensors)
}

import { ToneError } from '../error.ts'
import { StoredRows } from './stored-rows.ts'

export interface TensorHeader {
  name: string
  type: 'i8' | 'f32'
  shape: number[]
  /** What stored values are multiplied by: one number, or one per index of `axis`. */
  scale?: number | number[]
  axis?: 0 | 1
  /** Only rows that are not zero are stored, after a bitmap of which. */
  sparse?: boolean
}

export type Calibration = { a: number; b: number } | { x: number[]; y: number[] }

export interface ModelHeader {
  format: 1
  name: string
  version: string
  /** What it reads, English where nothing is said: a language's own tag. */
  language?: string
  outputs: string[]
  parts: {
    linear?: { bits: number; norm: 'sum' | 'sqrt' }
    words?: { bits: number; dim: number; widths: number[]; filters: number; pool: ('max' | 'mean')[] }
  }
  tensors: TensorHeader[]
  calibration?: Record<string, Calibration>
  pause?: { threshold: number; atLeast?: string[] }
  spans?: Record<string, number>
}

export interface Tensor {
  header: TensorHeader
  values: Int8Array | Float32Array
  /** Of a sparse tensor: which rows are stored. */
  rows?: StoredRows
}

const unreadable = (why: string): ToneError =>
  new ToneError('model_unreadable', `This is not a model that this version can read: ${why}.`)

const padded = (size: number): number => (size + 3) & ~3

/** Reads on through a file, never past its end. */
class Cursor {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  take(size: number): Uint8Array {
    const end = this.#at + size
    if (!(size >= 0) || end > this.#bytes.length) throw unreadable('it ends too soon')
    const part = this.#bytes.subarray(this.#at, end)
    this.#at = padded(end)
    return part
  }
}

function parseHeader(bytes: Uint8Array): ModelHeader {
  let header: ModelHeader
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ModelHeader
  } catch {
    throw unreadable('its header is not JSON')
  }
  if (header?.format !== 1) throw unreadable('its format is not 1')
  if (!Array.isArray(header.outputs) || !Array.isArray(header.tensors) || typeof header.parts !== 'object')
    throw unreadable('its header lacks outputs, parts or tensors')
  return header
}

function toValues(bytes: Uint8Array, type: 'i8' | 'f32'): Int8Array | Float32Array {
  // A copy: the bytes may not be aligned, and the rest of the file can then be let go. Not slice(): a Buffer's
  // gives a view of the whole.
  const copy = new Uint8Array(bytes)
  return type === 'i8' ? new Int8Array(copy.buffer) : new Float32Array(copy.buffer)
}

function readTensor(cursor: Cursor, header: TensorHeader): Tensor {
  const { name, type, shape, sparse } = header
  if ((type !== 'i8' && type !== 'f32') || !Array.isArray(shape) || !shape.every((size) => size >= 0))
    throw unreadable(`tensor ${name} has no type or shape`)
  const width = type === 'i8' ? 1 : 4
  const [first = 1, ...others] = shape
  const rowSize = others.reduce((product, size) => product * size, 1) * width
  if (!sparse) return { header, values: toValues(cursor.take(first * rowSize), type) }
  const rows = StoredRows.fromBytes(cursor.take(Math.ceil(first / 8)))
  return { header, values: toValues(cursor.take(rows.count * rowSize), type), rows }
}

/** Takes a model file apart: its header, and its tensors by name. */
export function readModelFile(bytes: Uint8Array): { header: ModelHeader; tensors: Map<string, Tensor> } {
  if (bytes.length < 8) throw unreadable('it is empty')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const cursor = new Cursor(bytes)
  cursor.take(4)
  const header = parseHeader(cursor.take(length))
  const tensors = new Map<string, Tensor>()
  for (const one of header.tensors) tensors.set(one.name, readTensor(cursor, one))
  return { header, tensors }
}

/** A tensor of a given shape; an error names what is missing. */
export function tensorOf(tensors: Map<string, Tensor>, name: string, shape: number[]): Tensor {
  const found = tensors.get(name)
  if (!found) throw unreadable(`tensor ${name} is missing`)
  if (found.header.shape.join() !== shape.join())
    throw unreadable(`tensor ${name} is [${found.header.shape}], not [${shape}]`)
  return found
}

/** A small tensor as plain numbers, scales applied. */
export function toFloats({ header, values }: Tensor): Float32Array {
  const { scale = 1, axis = 0, shape } = header
  const columns = shape.length > 1 ? shape[shape.length - 1]! : 1
  const factor = (at: number): number => {
    if (typeof scale === 'number') return scale
    return scale[axis === 0 ? Math.floor(at / columns) : at % columns] ?? 1
  }
  return Float32Array.from(values, (value, at) => value * factor(at))
}

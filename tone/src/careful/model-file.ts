import { attributes } from '../attributes.ts'
import { ToneError } from '../error.ts'
import { HEAD, WIDTH_AT_MOST } from './kernel.ts'

/** How the logits of both readers become one. */
export interface Combination {
  careful: number
  quick: number
  b: number
}

export interface CarefulTensor {
  name: string
  type: 'i8' | 'f32'
  shape: number[]
  /** Bytes from the start of the data. */
  at: number
}

/** What a careful model says about itself, as JSON. */
export interface CarefulHeader {
  version: string
  /** Version of the quick model it was combined with. */
  quick: string
  hidden: number
  heads: number
  head: number
  layers: { inner: number }[]
  positions: number
  /** The vocabulary, in the order of its numbers. */
  pieces: string[]
  outputs: string[]
  combine: Record<string, Combination>
  pauseAt: number
  /** Outputs that a pause is at least as likely as. */
  pauseAtLeast?: string[]
  /** Quick likelihoods of a pause between which the careful reader is asked. */
  ask?: { from: number; until: number }
  spansAt: Record<string, number>
  tensors: CarefulTensor[]
}

/** A model file taken apart; tensors are views of its bytes. */
export interface CarefulFile {
  header: CarefulHeader
  bytes(name: string, shape: number[]): Int8Array
  floats(name: string, shape: number[]): Float32Array
}

const MAGIC = 'KCR1'
const PADDED = 16
const SIZE_AT_MOST = 2 ** 28

const unreadable = (why: string): ToneError =>
  new ToneError('model_unreadable', `This is not a careful model that this version can read: ${why}.`)

const padded = (size: number): number => (size + PADDED - 1) & -PADDED

const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= most

const isCombination = (value: unknown): boolean => {
  const { careful, quick, b } = (value ?? {}) as Combination
  return [careful, quick, b].every(Number.isFinite)
}

function parseHeader(bytes: Uint8Array): CarefulHeader {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as CarefulHeader
  } catch {
    throw unreadable('its header is not JSON')
  }
}

function checkShape({ hidden, heads, head, layers, positions }: CarefulHeader): void {
  if (head !== HEAD || !isCount(heads, 64) || hidden !== heads * HEAD)
    throw unreadable(`its heads are not of ${HEAD} values each`)
  if (!Array.isArray(layers) || !isCount(layers.length, 24)) throw unreadable('it has no layers')
  for (const { inner } of layers)
    if (!isCount(inner, WIDTH_AT_MOST) || inner % 8 !== 0)
      throw unreadable(`an inner width is not a multiple of 8 up to ${WIDTH_AT_MOST}`)
  if (!isCount(positions, 512) || positions < 8) throw unreadable('it has no positions')
}

function checkMeaning({ version, quick, pieces, outputs, combine, pauseAt, ...rest }: CarefulHeader): void {
  if (typeof version !== 'string' || typeof quick !== 'string')
    throw unreadable('it does not say its version')
  if (!Array.isArray(pieces) || !isCount(pieces.length, 65_536)) throw unreadable('it has no vocabulary')
  if (!Array.isArray(outputs) || outputs.join() !== [...attributes, 'pause'].join())
    throw unreadable('it reads other attributes, or in another order')
  for (const output of outputs)
    if (!isCombination(combine?.[output])) throw unreadable(`it does not say how to combine ${output}`)
  const { from, until } = rest.ask ?? { from: 0, until: 1 }
  const numbers = [pauseAt, from, until, ...Object.values(rest.spansAt ?? {})]
  if (!numbers.every(Number.isFinite)) throw unreadable('a threshold is not a number')
}

function checkFinite(name: string, values: Float32Array): Float32Array {
  if (!values.every(Number.isFinite)) throw unreadable(`tensor ${name} is not all numbers`)
  return values
}

/** Where the tensors of a file are, and that they are what is asked for. */
class Tensors implements CarefulFile {
  readonly header: CarefulHeader
  readonly #data: Uint8Array
  readonly #found: Map<string, CarefulTensor>

  constructor(header: CarefulHeader, data: Uint8Array) {
    this.header = header
    this.#data = data
    if (!Array.isArray(header.tensors)) throw unreadable('it has no tensors')
    this.#found = new Map(header.tensors.map((tensor) => [tensor?.name, tensor]))
  }

  #part(name: string, type: 'i8' | 'f32', shape: number[]): { at: number; count: number } {
    const found = this.#found.get(name)
    if (!found) throw unreadable(`tensor ${name} is missing`)
    if (found.type !== type || found.shape?.join() !== shape.join())
      throw unreadable(`tensor ${name} is ${found.type} [${found.shape}], not ${type} [${shape}]`)
    const count = shape.reduce((product, size) => product * size, 1)
    const { at } = found
    const end = at + count * (type === 'i8' ? 1 : 4)
    if (!Number.isInteger(at) || at < 0 || at % PADDED !== 0 || !(end <= this.#data.length))
      throw unreadable(`tensor ${name} lies outside of the file`)
    return { at: this.#data.byteOffset + at, count }
  }

  bytes(name: string, shape: number[]): Int8Array {
    const { at, count } = this.#part(name, 'i8', shape)
    return new Int8Array(this.#data.buffer, at, count)
  }

  floats(name: string, shape: number[]): Float32Array {
    const { at, count } = this.#part(name, 'f32', shape)
    return checkFinite(name, new Float32Array(this.#data.buffer, at, count))
  }
}

/** The data behind the header, at an address that floats can be read from. */
function dataOf(bytes: Uint8Array, from: number): Uint8Array {
  const data = bytes.subarray(from)
  return data.byteOffset % 4 === 0 ? data : new Uint8Array(data)
}

/** Takes a careful model's file apart: magic, length of the header, header, then tensors at addresses of 16. */
export function readCarefulFile(bytes: Uint8Array): CarefulFile {
  const head = 8
  if (bytes.length < head || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC)
    throw unreadable(`it does not begin with ${MAGIC}`)
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  if (length > bytes.length - head || bytes.length > SIZE_AT_MOST) throw unreadable('it ends too soon')
  const header = parseHeader(bytes.subarray(head, head + length))
  if (typeof header !== 'object' || header === null) throw unreadable('its header is not an object')
  checkShape(header)
  checkMeaning(header)
  return new Tensors(header, dataOf(bytes, padded(head + length)))
}
